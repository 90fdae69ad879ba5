/** Maps the columns of a sheet to what they mean in a register; what a person decided for this sheet form goes first. */
import { createHash } from 'node:crypto';
import type { Register } from '#catalog/registers/register.ts';
import type { FoundHeader, HeaderColumn } from '#platform/files/findHeader.ts';
import { type ReasonPlace, reasonPlace } from '#platform/files/write/marks.ts';
import { headerForm, type Meaning, meaningOf } from './headers.ts';
import { importProblems } from './problems.ts';

/** A column that is read. */
export interface MappedColumn {
  readonly index: number;
  readonly letter: string;
  readonly header: string;
  readonly meaning: Meaning;
}

/** The columns of one sheet. */
export interface SheetMapping {
  /** Fingerprint of the headers, by which decisions are remembered. */
  readonly form: string;
  readonly columns: readonly MappedColumn[];
  /** Headers that mean nothing to the register. */
  readonly unknown: readonly string[];
  /** Where the reasons go when the sheet is sent back. */
  readonly place: ReasonPlace;
}

/** What people decided about headers: the field, or null for a column that is not taken. */
export type Decisions = ReadonlyMap<string, string | null>;

/** Fingerprint of a sheet form: its headers in order. */
export function formOf(columns: readonly HeaderColumn[]): string {
  return createHash('sha256')
    .update(columns.map((column) => headerForm(column.joinedText)).join('\n'))
    .digest('hex')
    .slice(0, 32);
}

/** Maps the columns of a header; refuses two columns for one field, except of a reference. */
export function mapColumns(register: Register, header: FoundHeader, decisions: Decisions): SheetMapping {
  const read = readColumns(register, header, decisions);
  const columns = read.flatMap(({ column, meaning }) =>
    meaning === undefined || meaning === null || meaning.is === 'passedOver'
      ? []
      : [{ index: column.index, letter: column.letter, header: column.joinedText, meaning }],
  );
  const unknown = read.filter(({ meaning }) => meaning === undefined).map(({ column }) => column.joinedText);
  refuseTwice(register, columns);
  return { form: formOf(header.columns), columns, unknown, place: reasonPlace(header) };
}

/** A column with its meaning; undefined where nobody knows one, null where a person said that it is not taken. */
export interface ReadColumn {
  readonly column: HeaderColumn;
  /** Under what name a decision about the column is kept. */
  readonly key: string;
  readonly meaning: Meaning | null | undefined;
}

/** What each column of a header means. */
export function readColumns(register: Register, header: FoundHeader, decisions: Decisions): readonly ReadColumn[] {
  const keys = decisionKeys(header.columns);
  return settleWide(
    register,
    header.columns.map((column, at) => {
      const key = keys[at] ?? '';
      const decided = decisionFor(column, key, decisions);
      if (decided === null) return { column, key, meaning: null };
      const meaning =
        decided === undefined
          ? (meaningOf(register, column.text) ?? meaningOf(register, column.joinedText))
          : decidedMeaning(register, column, decided);
      return { column, key, meaning };
    }),
  );
}

/** The names under which decisions about columns are kept: the header, with a number behind it where the same header stands again. */
export function decisionKeys(columns: readonly HeaderColumn[]): readonly string[] {
  const seen = new Map<string, number>();
  return columns.map((column) => {
    const form = headerForm(column.joinedText);
    const times = (seen.get(form) ?? 0) + 1;
    seen.set(form, times);
    return times === 1 ? form : `${form}#${times}`;
  });
}

/** Number of columns of a header that mean something in a register, each field counted once. */
export function countKnown(register: Register, texts: readonly string[], decisions: Decisions): number {
  const seen = new Set<string>();
  for (const text of texts) {
    const decided = decisions.get(headerForm(text));
    const meaning: Meaning | undefined = decided ? { is: 'field', field: decided } : meaningOf(register, text);
    if (meaning !== undefined && meaning.is !== 'passedOver') seen.add(JSON.stringify(meaning));
  }
  return seen.size;
}

function decisionFor(column: HeaderColumn, key: string, decisions: Decisions): string | null | undefined {
  return [key, headerForm(column.joinedText), headerForm(column.text)].map((name) => decisions.get(name)).find((decided) => decided !== undefined);
}

function decidedMeaning(register: Register, column: HeaderColumn, field: string): Meaning {
  const meaning = meaningNamed(register, field);
  if (!meaning) throw importProblems['mapped-field-unknown']({ header: column.joinedText, field });
  return meaning;
}

/** The meaning that a decision names: a field, `data_date`, or name, birth or home of a reference (`person_no.name`). */
export function meaningNamed(register: Register, named: string): Meaning | undefined {
  if (named === 'data_date') return { is: 'dataDate' };
  if (named in register.fields) return { is: 'field', field: named };
  const [name = '', part] = named.split('.');
  return name in register.fields && (part === 'name' || part === 'birth' || part === 'home') ? { is: part, field: name } : undefined;
}

/** Where a sheet states the kind of each amount itself, a column named like one of a wide sheet is the amount's own field. */
function settleWide(register: Register, columns: readonly ReadColumn[]): readonly ReadColumn[] {
  const isNarrow = columns.some(
    ({ meaning }) =>
      meaning?.is === 'field' && register.wide?.columns.some(({ sets }) => meaning.field in sets && register.key.includes(meaning.field)),
  );
  if (!isNarrow) return columns;
  return columns.map((column) =>
    column.meaning?.is === 'wide' ? { ...column, meaning: { is: 'field', field: column.meaning.column.into } } : column,
  );
}

function refuseTwice(register: Register, columns: readonly MappedColumn[]): void {
  const seen = new Map<string, MappedColumn>();
  for (const column of columns) {
    const { meaning } = column;
    const claim = claimOf(register, meaning);
    if (claim === undefined) continue;
    const first = seen.get(claim);
    if (first) {
      const field = meaning.is === 'field' ? (register.fields[meaning.field]?.zh ?? meaning.field) : column.header;
      throw importProblems['two-columns']({ first: first.header, second: column.header, field });
    }
    seen.set(claim, column);
  }
}

/** What a column claims for itself alone; undefined where several columns may say the same. */
export function claimOf(register: Register, meaning: Meaning): string | undefined {
  if (meaning.is === 'name' || meaning.is === 'place' || meaning.is === 'year' || meaning.is === 'passedOver') return undefined;
  if (meaning.is !== 'field') return JSON.stringify(meaning);
  return register.fields[meaning.field]?.kind.name.startsWith('ref') ? undefined : meaning.field;
}
