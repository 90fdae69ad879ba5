/** Recognises the register of a sheet from its headers. */
import { registerNames, registers } from '#catalog/catalog.ts';
import type { Register } from '#catalog/registers/register.ts';
import { type FoundHeader, findHeader } from '#platform/files/findHeader.ts';
import type { HeaderArea } from '#platform/files/sheets.ts';
import { meaningOf } from './headers.ts';
import { countKnown, type Decisions } from './mapColumns.ts';
import { importProblems } from './problems.ts';

/** Registers that take imports; the others the platform writes itself. */
export const importedRegisters: readonly Register[] = registerNames
  .filter((name) => name !== 'warning_case' && name !== 'register_feed')
  .map((name) => registers[name]);

/** The register by its name, or by its Chinese name. */
export function getImportedRegister(name: string): Register {
  const register = Object.values(registers).find((one) => one.name === name || one.zh === name || one.no === name);
  if (!register) throw importProblems['register-unknown']({ register: name });
  if (!importedRegisters.includes(register)) throw importProblems['not-imported']({ register: register.zh });
  return register;
}

/** The register and header of a sheet. */
export interface Recognised {
  readonly register: Register;
  readonly header: FoundHeader;
}

/** How sure the headers must be before a sheet counts as a table of a register. */
const fewestColumns = 2;

/** The header of a sheet when its register is known; undefined when no line fits. */
export function findHeaderOf(register: Register, area: HeaderArea, decisions: Decisions): FoundHeader | undefined {
  return findHeader(area, (texts) => (countKnown(register, texts, decisions) >= 1 ? countKnown(register, texts, decisions) : 0));
}

/** The register whose headers fit best; undefined when none fits, refused when several fit alike. `named` are texts that may name it (file, sheet, title). */
export function recogniseRegister(area: HeaderArea, named: readonly string[]): Recognised | undefined {
  const fits = bestFits(area, named);
  if (fits.length > 1) throw importProblems['register-ambiguous']({ registers: fits.map(({ register }) => register.zh).join('、') });
  return fits[0];
}

/** The registers whose headers fit best and alike. */
export function bestFits(area: HeaderArea, named: readonly string[]): readonly Recognised[] {
  const fits = importedRegisters.map((register) => fitOf(register, area, named)).filter((fit) => fit !== undefined);
  const best = Math.max(...fits.map(({ fit }) => fit));
  return fits.filter(({ fit }) => fit === best).map(({ register, header }) => ({ register, header }));
}

function fitOf(register: Register, area: HeaderArea, named: readonly string[]): (Recognised & { fit: number }) | undefined {
  const header = findHeaderOf(register, area, new Map());
  if (!header || header.score < fewestColumns) return undefined;
  const meanings = header.columns.map((column) => meaningOf(register, column.text) ?? meaningOf(register, column.joinedText));
  const wide = meanings.flatMap((meaning) => (meaning?.is === 'wide' ? [meaning.column.into, ...Object.keys(meaning.column.sets)] : []));
  const stated = new Set([...meanings.flatMap((meaning) => (meaning && 'field' in meaning ? [meaning.field] : [])), ...wide]);
  const required = Object.entries(register.fields).filter(([, field]) => field.required === 'yes');
  const missing = required.filter(([name]) => !stated.has(name)).length;
  const unknown = meanings.filter((meaning) => meaning === undefined).length;
  return {
    register,
    header,
    fit: 2 * header.score - 2 * missing - unknown + (isNamed(register, named) ? 6 : 0) + (register.key.every((name) => stated.has(name)) ? 1 : 0),
  };
}

/** Whether a text names a register. */
export function isNamed(register: Register, texts: readonly string[]): boolean {
  return texts.some((text) => text.includes(nameOf(register)));
}

/** The name without what every register is called. */
function nameOf(register: Register): string {
  return register.zh.replace(/\(.*\)$/, '').replace(/台账$/, '');
}
