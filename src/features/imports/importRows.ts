/** Imports rows that come as JSON: the same rules as for sheets. A name is a field or a header; lists stand for several references or codes. */
import type { Register } from '#catalog/registers/register.ts';
import { columnLetter } from '#platform/files/columnLetter.ts';
import type { FoundHeader } from '#platform/files/findHeader.ts';
import type { Cell } from '#platform/files/sheets.ts';
import { checkCovers, checkDataDate, checkReach } from './checkOrder.ts';
import { type ImportOrder, reachFor, storeOrderOf } from './importFile.ts';
import { headerForm } from './headers.ts';
import { mapColumns } from './mapColumns.ts';
import { importProblems } from './problems.ts';
import { getImportedRegister } from './recogniseRegister.ts';
import type { ImportReport } from './report.ts';
import { rowsAtHand } from './sourceRows.ts';
import type { ImportHouse } from './importHouse.ts';
import { retryAside } from './retryAside.ts';
import { storeRows } from './storeRows.ts';

/** A value of a row: an empty one (null, '') is no statement, `#清空` erases. */
export type RowValue = string | number | boolean | null | readonly (string | number)[];
export type JsonRow = Readonly<Record<string, RowValue>>;

/** Imports rows of a register; line n is the nth row. `calledAs` stands where an import has the name of its file: what is called so is no delivery of a department. */
export async function importRows(
  house: ImportHouse,
  register: string,
  rows: readonly JsonRow[],
  order: Omit<ImportOrder, 'source' | 'fileName' | 'register'> & { readonly calledAs?: string } = {},
): Promise<ImportReport> {
  const known = getImportedRegister(register);
  const dataDate = order.dataDate ?? house.clock.today();
  checkDataDate(dataDate, house.clock.today());
  const reach = reachFor(order, known);
  checkReach(known, reach);
  await checkCovers(house.database, { covers: order.covers ?? [], ...reach });
  if (order.mode === 'full' && known.mode !== 'state') throw importProblems['full-needs-state']({ register: known.zh });
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const header: FoundHeader = {
    headerRows: [0],
    firstDataRow: 1,
    score: 1,
    columns: names.map((text, index) => ({ index, letter: columnLetter(index), text, joinedText: text })),
  };
  const mapping = mapColumns(known, header, new Map(names.flatMap((name) => fieldNamed(known, name))));
  const source = rowsAtHand(
    0,
    mapping,
    rows.map((row, at) => ({ row: at + 1, cells: names.map((name) => cellOf(row[name])) })),
  );
  const { file: _file, ...store } = storeOrderOf({ ...order, source: '', fileName: '' }, dataDate, null);
  const named = order.calledAs === undefined ? {} : { file: { name: order.calledAs, sha256: null }, isDelivery: false };
  const report = await storeRows(house, { register: known, sources: [source] }, { ...store, ...named, ...reach });
  if (!store.dryRun) await retryAside(house, known.name);
  return report;
}

function fieldNamed(register: Register, name: string): [string, string][] {
  const [field = ''] = name.split('.');
  return name === 'data_date' || field in register.fields ? [[headerForm(name), name]] : [];
}

function cellOf(value: RowValue | undefined): Cell | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value === 'number') return { text: String(value), kind: 'number', number: value };
  if (typeof value === 'boolean') return { text: value ? '1' : '0', kind: 'text' };
  return { text: typeof value === 'string' ? value : value.join('、'), kind: 'text' };
}
