/** A stored row of a register as people read it: labels instead of codes, names instead of references, sealed numbers opened and masked, empty fields left out. */
import { codeLists } from '#catalog/catalog.ts';
import type { Field } from '#catalog/kinds/kind.ts';
import type { Register } from '#catalog/registers/register.ts';
import type { RegisterName } from '#catalog/registers/registerNames.ts';
import { maskName, maskNumber } from './mask.ts';
import type { ReadableField } from './readableField.ts';

/** How much of personal values is shown: `list` masks every name and number, `file` shows names and masks numbers. */
export type Showing = 'list' | 'file';

/** What reading a row needs. */
export interface Reading {
  readonly showing: Showing;
  /** Unseals a sealed value. */
  open(sealed: Uint8Array): string;
  /** The name of the row to which a reference leads; undefined when it has none. */
  nameOf(target: RegisterName, key: string): string | undefined;
}

const nameFields = /(^|_)name$|^visitor$|^secretary$|^owner$|^guardian$|^doctor$|^helper$/;

/** The filled fields of a row in the order of the template. */
export function readableRow(register: Register, row: Readonly<Record<string, unknown>>, reading: Reading): ReadableField[] {
  return Object.entries(register.fields).flatMap(([name, field]) => {
    const stored = row[name];
    if (stored === null || stored === undefined) return [];
    return [{ name, ...readableLabel(field), ...readableValue(name, field, stored, reading) }];
  });
}

/** What a field is called where the name of a person stands in place of a number. */
export function readableLabel(field: Field): { readonly zh: string; readonly en: string } {
  return { zh: (field.target === 'person' ? field.nameHeaders[0] : undefined) ?? field.zh, en: field.en };
}

function readableValue(name: string, field: Field, stored: unknown, reading: Reading): Pick<ReadableField, 'value' | 'valueEn' | 'refers'> {
  if (field.kind.sealed) return { value: maskNumber(reading.open(stored as Uint8Array)) };
  if (field.target) return namedReference(field.target, stored as string | readonly string[], reading);
  if (field.codes) return labelled(field.codes, stored as string | readonly string[]);
  const value = field.kind.write(stored as never, field);
  if (typeof stored === 'boolean') return { value, valueEn: stored ? 'yes' : 'no' };
  const isHidden = field.sensitivity === 'personal' || field.sensitivity === 'sensitive';
  return { value: reading.showing === 'list' && isHidden && field.kind.name === 'text' && nameFields.test(name) ? maskName(value) : value };
}

function namedReference(target: RegisterName, stored: string | readonly string[], reading: Reading): Pick<ReadableField, 'value' | 'refers'> {
  const keys = typeof stored === 'string' ? [stored] : stored;
  const names = keys.map((key) => reading.nameOf(target, key) ?? key);
  const [key] = keys;
  return keys.length === 1 && key !== undefined ? { value: names.join('、'), refers: { register: target, key } } : { value: names.join('、') };
}

function labelled(list: NonNullable<Field['codes']>, stored: string | readonly string[]): Pick<ReadableField, 'value' | 'valueEn'> {
  const entries = (typeof stored === 'string' ? [stored] : stored).map(
    (code) => codeLists[list].entries.find((entry) => entry.code === code) ?? { zh: code, en: code },
  );
  return { value: entries.map(({ zh }) => zh).join('、'), valueEn: entries.map(({ en }) => en).join(', ') };
}
