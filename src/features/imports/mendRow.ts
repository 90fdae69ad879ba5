/** Mends one row that an import refused or put aside: its cells are shown, changed, and the row is stored as part of its import. */
import sql from 'sql-template-tag';
import { columnLetter } from '#platform/files/columnLetter.ts';
import type { Cell } from '#platform/files/sheets.ts';
import { restrictedMark } from '#catalog/personRights.ts';
import type { Register } from '#catalog/registers/register.ts';
import { decideShown, type SeenSubject } from '#derive/decideShown.ts';
import { maskNumber, maskNumbersIn } from '#derive/mask.ts';
import { withheldWords } from '#derive/withheldWords.ts';
import { type Answering, findRestricted } from '#features/people/restricted.ts';
import { headerForm, type Meaning, meaningOf } from './headers.ts';
import type { ImportHouse } from './importHouse.ts';
import { openCells } from './keepRows.ts';
import type { MappedColumn } from './mapColumns.ts';
import { importProblems } from './problems.ts';
import { getImportedRegister } from './recogniseRegister.ts';
import type { ImportReport } from './report.ts';
import { retryAside } from './retryAside.ts';
import { getKeepingImport, type KeepingImport, storeKept } from './storeKept.ts';

/** Which row is meant. */
export interface RowPlace {
  readonly import: number;
  readonly sheet: number;
  readonly line: number;
}

/** A cell of a kept row. */
export interface KeptCellShown {
  readonly header: string;
  readonly column: string;
  readonly text: string;
  /** Part of the text is hidden: it is a number of a person. */
  readonly isMasked: boolean;
}

/** What somebody may see of the people in a kept row. */
export interface KeptRowReader {
  readonly seen: SeenSubject;
  readonly sight: Answering;
}

/** The cells of a kept row under their headers: numbers of people masked, and withheld what the reader may not see, but in the column that a person corrects. The caller answers for who may see the row. */
export async function readKeptRow(
  house: ImportHouse,
  place: RowPlace,
  { seen, sight }: KeptRowReader,
  corrected?: string,
): Promise<readonly KeptCellShown[]> {
  const kept = await getKeepingImport(house, place.import);
  const cells = await openRow(house, place);
  const register = getImportedRegister(kept.register);
  const isRestricted = (await findRestricted(house.database, house.keys, sight))?.(cells.map((cell) => cell?.text ?? '')) === true;
  const reader = { ...seen, isRestricted };
  return (kept.mappings.get(place.sheet)?.columns ?? []).map(({ header, letter, index, meaning }) => {
    const text = cells[index]?.text ?? '';
    const masked = letter === corrected ? text : maskCell(register, meaning, text, reader);
    return { header, column: letter, text: masked, isMasked: masked !== text };
  });
}

/** A cell of a field that is kept sealed is masked whatever it holds; elsewhere only what looks like a number of a person. Whose row it is nobody knows yet: of one that names somebody restricted nothing is shown. */
function maskCell(register: Register, meaning: Meaning, text: string, reader: SeenSubject): string {
  if (reader.isRestricted) return restrictedMark.zh;
  if (!('field' in meaning) || register.fields[meaning.field] === undefined) return maskNumbersIn(text);
  const { shown } = decideShown(register, meaning.field, 'file', reader);
  if (shown === 'withheld') return withheldWords.zh;
  return shown === 'masked' && meaning.is === 'field' ? maskNumber(text) : maskNumbersIn(text);
}

/** Stores the row with other texts under some headers (of its sheet, or of the register); an empty text empties the cell. Answers as an import does: the row may come back again; rows that waited for it are tried. */
export async function mendRow(house: ImportHouse, place: RowPlace, changes: Readonly<Record<string, string>>): Promise<ImportReport> {
  const kept = await getKeepingImport(house, place.import);
  const cells = [...(await openRow(house, place))];
  const width = Math.max(cells.length, ...(kept.mappings.get(place.sheet)?.columns ?? []).map(({ index }) => index + 1));
  const added: MappedColumn[] = [];
  for (const [header, text] of Object.entries(changes)) {
    const index = columnOf(kept, place.sheet, header) ?? addColumn(kept, header, width + added.length, added);
    cells[index] = text.trim() === '' ? undefined : ({ text, kind: 'text' } satisfies Cell);
  }
  const told = { sheet: place.sheet, line: place.line, headers: Object.keys(changes) };
  const order = { ...kept.order, verb: 'imports.mend', told } as const;
  const report = await storeKept(house, { ...kept, order }, [{ sheet: place.sheet, line: place.line, cells }], added);
  await retryAside(house, kept.register);
  return report;
}

async function openRow({ database, keys }: ImportHouse, place: RowPlace): Promise<readonly (Cell | undefined)[]> {
  const row = await database.maybe<{ cells: Buffer }>(sql`
    select cells from refused_row where import_id = ${place.import} and sheet = ${place.sheet} and line = ${place.line}
    union all select cells from aside_row where import_id = ${place.import} and sheet = ${place.sheet} and line = ${place.line} limit 1`);
  if (!row) throw importProblems['row-not-found'](place);
  return openCells(keys, row.cells);
}

function columnOf(kept: KeepingImport, sheet: number, header: string): number | undefined {
  return kept.mappings.get(sheet)?.columns.find((column) => headerForm(column.header) === headerForm(header))?.index;
}

/** A header that the sheet does not have becomes a column behind the others. */
function addColumn(kept: KeepingImport, header: string, index: number, added: MappedColumn[]): number {
  const meaning = meaningOf(getImportedRegister(kept.register), header);
  if (!meaning || meaning.is === 'passedOver') throw importProblems['header-unknown']({ header });
  added.push({ index, letter: columnLetter(index), header, meaning });
  return index;
}
