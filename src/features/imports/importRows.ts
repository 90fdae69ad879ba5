/** Imports rows that come as JSON: the same rules as for sheets. A name is a field or a header; lists stand for several references or codes. */
import type { Register } from '#catalog/registers/register.ts';
import type { Queryable, Transaction } from '#platform/database/database.ts';
import { columnLetter } from '#platform/files/columnLetter.ts';
import type { FoundHeader } from '#platform/files/findHeader.ts';
import type { Cell } from '#platform/files/sheets.ts';
import { checkCovers, checkDataDate, checkReach } from './checkOrder.ts';
import { type ImportOrder, reachFor, storeOrderOf } from './importOrder.ts';
import { headerForm } from './headers.ts';
import { mapColumns } from './mapColumns.ts';
import { importProblems } from './problems.ts';
import { getImportedRegister } from './recogniseRegister.ts';
import type { ImportReport } from './report.ts';
import { type RegisterRows, rowsAtHand } from './sourceRows.ts';
import type { ImportHouse, StoreOrder } from './importHouse.ts';
import { retryAside } from './retryAside.ts';
import { storeRows, storeRowsIn } from './storeRows.ts';

/** A value of a row: an empty one (null, '') is no statement, `#清空` erases. */
export type RowValue = string | number | boolean | null | readonly (string | number)[];
export type JsonRow = Readonly<Record<string, RowValue>>;

/** `calledAs` stands where an import has the name of its file: what is called so is no delivery of a department, unless it says so. */
type RowsOrder = Omit<ImportOrder, 'source' | 'fileName' | 'register'> & { readonly calledAs?: string; readonly isDelivery?: boolean };

/** Imports rows of a register; line n is the nth row. */
export async function importRows(house: ImportHouse, register: string, rows: readonly JsonRow[], order: RowsOrder = {}): Promise<ImportReport> {
  const { found, store } = await readOrder(house, register, rows, order);
  const report = await storeRows(house, found, store);
  if (!store.dryRun) await retryAside(house, found.register.name);
  return report;
}

/** The same inside a transaction that does more, which begins again when the keys change (`withSteadyKeys`). Rows that waited are not tried again: for registers by which nobody new comes. */
export async function importRowsIn(
  tx: Transaction,
  house: ImportHouse,
  register: string,
  rows: readonly JsonRow[],
  order: Omit<RowsOrder, 'dryRun'> = {},
): Promise<ImportReport> {
  const { found, store } = await readOrder({ ...house, database: tx }, register, rows, order);
  return storeRowsIn(tx, house, found, store);
}

async function readOrder(
  house: Pick<ImportHouse, 'clock'> & { readonly database: Queryable },
  register: string,
  rows: readonly JsonRow[],
  order: RowsOrder,
): Promise<{ found: RegisterRows; store: StoreOrder }> {
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
    titles: [],
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
  const { calledAs, isDelivery = false } = order;
  const named = calledAs === undefined ? {} : { file: { name: calledAs, sha256: null }, isDelivery };
  return { found: { register: known, sources: [source] }, store: { ...store, ...named, ...reach } };
}

function fieldNamed(register: Register, name: string): [string, string][] {
  const [field = ''] = name.split('.');
  return name === 'data_date' || field in register.fields ? [[headerForm(name), name]] : [];
}

/** A value as a cell of a sheet would state it; undefined = no statement. */
export function cellOf(value: RowValue | undefined): Cell | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value === 'number') return { text: String(value), kind: 'number', number: value };
  if (typeof value === 'boolean') return { text: value ? '1' : '0', kind: 'text' };
  return { text: typeof value === 'string' ? value : value.join('、'), kind: 'text' };
}
