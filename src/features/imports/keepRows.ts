/** Keeps refused rows and rows put aside as they stood in the sheet, sealed, until they are mended or matched. */
import type { Register } from '#catalog/registers/register.ts';
import type { Keys } from '#platform/crypto/keys.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { Cell } from '#platform/files/sheets.ts';
import sql from 'sql-template-tag';
import { queryText } from './importSql.ts';
import type { RegisterRows } from './sourceRows.ts';

/** A cell as it is kept: what reading it again needs. */
export type KeptCell = Pick<Cell, 'text' | 'kind'> & { readonly number?: number; readonly system?: 1904; readonly digitsLost?: true };

interface Fate {
  readonly sheet: number;
  readonly line: number;
  readonly fate: 'refused' | 'aside';
  readonly waitsFor: string | null;
  readonly index: string | null;
  readonly key: string | null;
}

const pageSize = 1_000;

/** Reads the sources again for the rows that were not stored, and keeps them. A key with a long run of digits may be a mistyped identity number: it is not written down. */
export async function keepRows(tx: Transaction, keys: Keys, register: Register, rows: RegisterRows, importId: number): Promise<void> {
  await tx.raw(`
    create temporary table kept on commit drop as
    select s.x_sheet as sheet, s.x_line as line, max(f.fate) as fate, min(s.x_date) as data_date,
      (array_agg(t.waits_for) filter (where t.waits_for is not null))[1] as waits_for,
      encode((array_agg(t.number_index) filter (where t.number_index is not null))[1], 'hex') as index,
      (array_agg(t.number_key) filter (where t.number_key !~ '[0-9]{11}'))[1] as key
    from fate f join stage s using (x_n) left join trouble t on t.x_n = f.x_n and t.effect = 'aside'
    where f.fate <> 'other' group by 1, 2;
    create index on kept (sheet, line)`);
  for (const { sheet, batches } of rows.sources) {
    const lines = await queryText<Fate>(
      tx,
      `select sheet, line, fate, waits_for as "waitsFor", index, key from kept where sheet = ${sheet} order by line`,
    );
    if (lines.length === 0) continue;
    const byLine = new Map(lines.map((fate) => [fate.line, fate]));
    let page: { fate: Fate; cells: string }[] = [];
    for await (const batch of batches()) {
      for (const { row, cells } of batch) {
        const fate = byLine.get(row);
        if (!fate) continue;
        page.push({ fate, cells: keys.sealText(JSON.stringify(cells.map(keptCell))).toString('hex') });
        if (page.length >= pageSize) {
          await writeKept(tx, register, importId, page);
          page = [];
        }
      }
    }
    await writeKept(tx, register, importId, page);
  }
}

function keptCell(cell: Cell | undefined): KeptCell | null {
  if (cell === undefined) return null;
  const { text, kind, number, system, digitsLost } = cell;
  return { text, kind, ...(number !== undefined && { number }), ...(system && { system }), ...(digitsLost && { digitsLost }) };
}

/** The cells of a kept row. */
export function openCells(keys: Keys, sealed: Buffer): (Cell | undefined)[] {
  return (JSON.parse(keys.openText(sealed)) as (KeptCell | null)[]).map((cell) => cell ?? undefined);
}

async function writeKept(tx: Transaction, register: Register, importId: number, page: readonly { fate: Fate; cells: string }[]): Promise<void> {
  const of = (fate: Fate['fate']): string =>
    JSON.stringify(
      page
        .filter((one) => one.fate.fate === fate)
        .map(({ fate: { sheet, line, waitsFor, index, key }, cells }) => ({ sheet, line, waits_for: waitsFor, index, key, cells })),
    );
  await tx.execute(sql`
    insert into refused_row (import_id, sheet, line, cells)
    select ${importId}, sheet, line, decode(cells, 'hex') from jsonb_to_recordset(${of('refused')}::jsonb) as r (sheet integer, line integer, cells text)
    on conflict (import_id, sheet, line) do update set cells = excluded.cells`);
  await tx.execute(sql`
    insert into aside_row (import_id, sheet, line, register, data_date, cells, waits_for, number_index, number_key)
    select ${importId}, r.sheet, r.line, ${register.name}, kept.data_date, decode(cells, 'hex'), r.waits_for, decode(r.index, 'hex'), r.key
    from jsonb_to_recordset(${of('aside')}::jsonb) as r (sheet integer, line integer, cells text, waits_for text, index text, key text)
    join kept on kept.sheet = r.sheet and kept.line = r.line
    on conflict (import_id, sheet, line) do update set cells = excluded.cells, waits_for = excluded.waits_for, number_index = excluded.number_index, number_key = excluded.number_key`);
}
