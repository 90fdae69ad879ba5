/** A stored row of a register as people read it: labels instead of codes, names instead of references, hidden values masked or withheld, empty fields left out. */
import { codeLists } from '#catalog/catalog.ts';
import type { Field } from '#catalog/kinds/kind.ts';
import type { Register } from '#catalog/registers/register.ts';
import type { RegisterName } from '#catalog/registers/registerNames.ts';
import { decideShown, type SeenSubject, type Showing } from './decideShown.ts';
import { maskName, maskValue } from './mask.ts';
import type { ReadableField } from './readableField.ts';
import { unnamedWords, withheldWords } from './withheldWords.ts';
import { subjectField } from './personRefs.ts';

/** What reading a row needs. */
export interface Reading {
  readonly showing: Showing;
  /** Who the row is about, and what the caller may see of that one. */
  readonly subject: SeenSubject;
  /** Unseals a sealed value. */
  open(sealed: Uint8Array): string;
  /** The name of the row to which a reference leads; undefined when it has none. */
  nameOf(target: RegisterName, key: string): string | undefined;
  /** Why a person to whom the row refers is not named; null where they are. */
  whyUnnamed(person: string): keyof typeof unnamedWords | null;
}

type Value = Pick<ReadableField, 'value' | 'valueEn' | 'refers' | 'state'>;

const withheld: Value = { value: withheldWords.zh, valueEn: withheldWords.en, state: 'withheld' };

const restricted: Value = { value: unnamedWords.restricted.zh, valueEn: unnamedWords.restricted.en };

/** The fields of a row in the order of the template: the filled ones, and all that are withheld, so that their absence tells nothing. Of somebody restricted it is only said that they are, where their name or number would stand. */
export function readableRow(register: Register, row: Readonly<Record<string, unknown>>, reading: Reading): ReadableField[] {
  return Object.entries(register.fields).flatMap(([name, field]) => {
    const stored = row[name];
    const { shown, why } = decideShown(register, name, reading.showing, reading.subject);
    const head = { name, ...readableLabel(field) };
    if (why === 'restricted') return name === (subjectField(register) ?? 'head_name') ? [{ ...head, ...restricted }] : [];
    if (shown === 'withheld') return [{ ...head, ...withheld }];
    if (stored === null || stored === undefined) return [];
    return [{ ...head, ...(shown === 'masked' ? maskedValue(field, stored, reading) : wholeValue(field, stored, reading)) }];
  });
}

/** What a field is called where the name of a person stands in place of a number. */
export function readableLabel(field: Field): { readonly zh: string; readonly en: string } {
  return { zh: (field.target === 'person' ? field.nameHeaders[0] : undefined) ?? field.zh, en: field.en };
}

function maskedValue(field: Field, stored: unknown, reading: Reading): Value {
  if (field.kind.sealed) return { value: maskValue(field, reading.open(stored as Uint8Array)), state: 'masked' };
  if (field.target === 'person') return { ...namedReference(field.target, stored as string | readonly string[], reading, maskName), state: 'masked' };
  return { value: maskValue(field, field.kind.write(stored as never, field)), state: 'masked' };
}

function wholeValue(field: Field, stored: unknown, reading: Reading): Value {
  if (field.target) return namedReference(field.target, stored as string | readonly string[], reading, (name) => name);
  if (field.codes) return labelled(field.codes, stored as string | readonly string[]);
  const value = field.kind.write(stored as never, field);
  return typeof stored === 'boolean' ? { value, valueEn: stored ? 'yes' : 'no' } : { value };
}

/** Who is not to be seen is not named, though the row be about somebody else; nor is an appeal that is not to be seen. */
function namedReference(target: RegisterName, stored: string | readonly string[], reading: Reading, look: (name: string) => string): Value {
  const keys = typeof stored === 'string' ? [stored] : stored;
  const unnamed = keys.map((key) => (target === 'person' ? reading.whyUnnamed(key) : null));
  if (keys.length > 0 && unnamed.every((why) => why === 'minor')) return withheld;
  if (keys.length > 0 && unnamed.every((why) => why === 'restricted')) return restricted;
  if (target === 'appeal' && keys.some((key) => reading.nameOf(target, key) === undefined)) return withheld;
  const nameOf = (key: string, at: number): string => {
    const why = unnamed[at] ?? null;
    if (why !== null) return unnamedWords[why].zh;
    const name = reading.nameOf(target, key);
    return name === undefined ? key : look(name);
  };
  const value = keys.map(nameOf).join('、');
  const [key] = keys;
  return keys.length === 1 && key !== undefined ? { value, refers: { register: target, key } } : { value };
}

function labelled(list: NonNullable<Field['codes']>, stored: string | readonly string[]): Value {
  const entries = (typeof stored === 'string' ? [stored] : stored).map(
    (code) => codeLists[list].entries.find((entry) => entry.code === code) ?? { zh: code, en: code },
  );
  return { value: entries.map(({ zh }) => zh).join('、'), valueEn: entries.map(({ en }) => en).join(', ') };
}
