/** A row as the person may have it: their own values open, what belongs to others in the same household masked. */
import { codeLists } from '#catalog/catalog.ts';
import type { Field } from '#catalog/kinds/kind.ts';
import type { Register } from '#catalog/registers/register.ts';
import { maskName, maskNumber, maskNumbersIn } from '#derive/mask.ts';
import type { Identity, PersonRegister } from './aboutPerson.ts';

/** A field with its label and value for people, and as it is stored where that differs. */
export interface OwnField {
  readonly name: string;
  readonly zh: string;
  readonly en: string;
  readonly value: string;
  readonly code?: unknown;
}

/** What reading needs: keys, and the names of the other persons that rows refer to. */
export interface OwnReading {
  readonly identity: Identity;
  readonly open: (sealed: Buffer) => string;
  readonly nameOf: (personNo: string) => string | undefined;
}

const nameField = /(^|_)name$|^visitor$|^owner$|^guardian$|^doctor$|^helper$|^grid_worker$|^entered_by$/;

/** The filled fields of a row. Of a row about another person only what names this one. */
export function ownFields(
  { register, role, refs }: Pick<PersonRegister, 'register' | 'role' | 'refs'>,
  row: Record<string, unknown>,
  reading: OwnReading,
): OwnField[] {
  const isOthers = register.name === 'person' && row.person_no !== reading.identity.personNo;
  const shown = isOthers ? new Set([...refs.map(({ name }) => name), 'household_no']) : undefined;
  return Object.entries(register.fields).flatMap(([name, field]) => {
    const stored = row[name];
    if (stored === null || stored === undefined || (shown && !shown.has(name))) return [];
    const value = readable(name, field, stored, reading, role !== 'own');
    return [{ name, zh: field.zh, en: field.en, value, ...(field.codes && { code: stored }) }];
  });
}

function readable(name: string, field: Field, stored: unknown, { identity, open, nameOf }: OwnReading, mayNameOthers: boolean): string {
  if (field.kind.sealed) {
    const number = open(stored as Buffer);
    return identity.idNumbers.includes(number) || identity.phones.includes(number) ? number : maskNumber(number);
  }
  if (field.target === 'person') {
    const keys = typeof stored === 'string' ? [stored] : (stored as readonly string[]);
    return keys.map((key) => (key === identity.personNo ? `${key} ${identity.name}` : maskName(nameOf(key) ?? '*'))).join('、');
  }
  if (field.codes) {
    const list = codeLists[field.codes].entries;
    return (typeof stored === 'string' ? [stored] : (stored as readonly string[]))
      .map((code) => list.find((entry) => entry.code === code)?.zh ?? code)
      .join('、');
  }
  const text = field.kind.write(stored as never, field);
  if (field.kind.name !== 'text') return text;
  if (text === identity.name) return text;
  if (nameField.test(name) && field.sensitivity !== 'public' && field.sensitivity !== 'internal') return maskName(text);
  return mayNameOthers ? maskNumbersIn(text) : text;
}

/** Columns of a register in the order of its template. */
export const columnsOf = (register: Register): { readonly name: string; readonly zh: string }[] =>
  Object.entries(register.fields).map(([name, { zh }]) => ({ name, zh }));
