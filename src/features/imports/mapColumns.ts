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
  const columns: MappedColumn[] = [];
  const unknown: string[] = [];
  for (const column of header.columns) {
    const decided = decisionFor(column, decisions);
    if (decided === null) continue;
    const meaning =
      decided === undefined
        ? (meaningOf(register, column.text) ?? meaningOf(register, column.joinedText))
        : decidedMeaning(register, column, decided);
    if (meaning === undefined) unknown.push(column.joinedText);
    else if (meaning.is !== 'passedOver') columns.push({ index: column.index, letter: column.letter, header: column.joinedText, meaning });
  }
  const settled = settleWide(register, columns);
  refuseTwice(register, settled);
  return { form: formOf(header.columns), columns: settled, unknown, place: reasonPlace(header) };
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

function decisionFor(column: HeaderColumn, decisions: Decisions): string | null | undefined {
  const joined = decisions.get(headerForm(column.joinedText));
  return joined === undefined ? decisions.get(headerForm(column.text)) : joined;
}

function decidedMeaning(register: Register, column: HeaderColumn, field: string): Meaning {
  if (field === 'data_date') return { is: 'dataDate' };
  if (field in register.fields) return { is: 'field', field };
  const [name = '', part] = field.split('.');
  if (name in register.fields && (part === 'name' || part === 'birth' || part === 'home')) return { is: part, field: name };
  throw importProblems['mapped-field-unknown']({ header: column.joinedText, field });
}

/** Where a sheet states the kind of each amount itself, a column named like one of a wide sheet is the amount's own field. */
function settleWide(register: Register, columns: readonly MappedColumn[]): readonly MappedColumn[] {
  const isNarrow = columns.some(
    ({ meaning }) =>
      meaning.is === 'field' && register.wide?.columns.some(({ sets }) => meaning.field in sets && register.key.includes(meaning.field)),
  );
  if (!isNarrow) return columns;
  return columns.map((column) =>
    column.meaning.is === 'wide' ? { ...column, meaning: { is: 'field', field: column.meaning.column.into } } : column,
  );
}

function refuseTwice(register: Register, columns: readonly MappedColumn[]): void {
  const seen = new Map<string, MappedColumn>();
  for (const column of columns) {
    const { meaning } = column;
    if (meaning.is === 'name' || meaning.is === 'place' || meaning.is === 'year') continue;
    if (meaning.is === 'field' && register.fields[meaning.field]?.kind.name.startsWith('ref')) continue;
    const key = meaning.is === 'field' ? meaning.field : JSON.stringify(meaning);
    const first = seen.get(key);
    if (first) {
      const field = meaning.is === 'field' ? (register.fields[meaning.field]?.zh ?? meaning.field) : column.header;
      throw importProblems['two-columns']({ first: first.header, second: column.header, field });
    }
    seen.set(key, column);
  }
}
