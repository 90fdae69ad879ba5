/** Looks at a restored backup: its sealed values and files open with the keys that are kept for it, and its registers give the same figures as at the backup. */
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { evaluate } from '#features/evaluation/evaluate.ts';
import { momentOf } from '#features/evaluation/moment.ts';
import type { Database } from '#platform/database/database.ts';
import { problems } from '#platform/dump/problems.ts';
import type { Proof } from '#platform/dump/backUp.ts';
import type { Machine } from '#platform/machine.ts';
import type { SealedColumn } from '#platform/rotation/sealedData.ts';
import { uploadsFolder } from '#platform/settings/settings.ts';
import sql, { raw } from 'sql-template-tag';

/** What the drill looked at. */
export interface Seen {
  /** Sealed values and files that were opened. */
  readonly opened: number;
  /** Figures (settlement, item) that came out the same. */
  readonly figures: number;
}

/** Values of each sealed column, spread over the table, and files. */
const sampled = 200;
const sampledFiles = 3;

/** Proof over these sealed columns. */
export const proofOver =
  (columns: readonly SealedColumn[]): Proof<Seen> =>
  async (restored, backup) => {
    const { opened, unopened } = await openSample(restored, columns);
    if (unopened > 0) throw problems['drill-unopened']({ ...backup, count: unopened });
    const { same, different } = await evaluateAgain(restored.database);
    if (different.length > 0) throw problems['drill-figures']({ file: backup.file, count: different.length, example: different[0] ?? '' });
    return { opened, figures: same };
  };

async function openSample({ database, keys, settings }: Machine, columns: readonly SealedColumn[]): Promise<{ opened: number; unopened: number }> {
  const counts = { opened: 0, unopened: 0 };
  const count = async (open: () => Promise<unknown> | unknown): Promise<void> => {
    try {
      await open();
      counts.opened += 1;
    } catch {
      counts.unopened += 1;
    }
  };
  for (const { table, column } of columns) {
    const rows = await database.query<{ value: Buffer }>(sql`
      select ${raw(column)} as value from ${raw(table)} where ${raw(column)} is not null order by md5(${raw(column)}) limit ${sampled}`);
    for (const { value } of rows) await count(() => keys.openText(value));
  }
  const folder = uploadsFolder(settings.dataFolder);
  const files = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.sealed')).sort();
  for (const name of files.slice(-sampledFiles))
    await count(() =>
      pipeline(createReadStream(join(folder, name)), keys.openStream(), async (chunks) => {
        for await (const _ of chunks);
      }),
    );
  return counts;
}

interface Evaluated {
  settlement_code: string;
  month: string;
  as_of: string;
  evaluated_at: string;
}

/** Evaluates the last month of each settlement anew, but for those that waited for an evaluation at the backup, or whose settings had changed since their last one. */
async function evaluateAgain(database: Database): Promise<{ same: number; different: string[] }> {
  const settled = await database.query<Evaluated>(sql`
    select distinct on (settlement_code) settlement_code, month, as_of, evaluated_at from evaluated_month
    where settlement_code not in (select settlement_code from evaluation_request)
      and evaluated_at > coalesce((select max(at) from audit_entry where verb in ('settings.change', 'calendar.change')), '-infinity')
    order by settlement_code, month desc`);
  const before = await readFigures(database, settled);
  for (const day of new Set(settled.map((one) => one.as_of))) {
    const of = settled.filter((one) => one.as_of === day);
    const last =
      of
        .map((one) => one.evaluated_at)
        .sort()
        .at(-1) ?? day;
    await evaluate(database, { day, moment: momentOf(day, new Date(last)), settlements: of.map((one) => one.settlement_code) });
  }
  const after = await readFigures(database, settled);
  const keys = [...new Set([...before.keys(), ...after.keys()])];
  const different = keys.filter((key) => before.get(key) !== after.get(key));
  return { same: keys.length - different.length, different };
}

/** Figures by settlement, month and item. */
async function readFigures(database: Database, settled: readonly Evaluated[]): Promise<ReadonlyMap<string, string>> {
  const rows = await database.query<{ key: string; figure: string }>(sql`
    select indicator.settlement_code || ' ' || indicator.month || ' ' || item_code as key,
      concat_ws('|', coalesce(round(numerator::numeric, 6)::text, '-'), coalesce(round(denominator::numeric, 6)::text, '-'), unknown, concerned, blue, yellow, orange, red) as figure
    from indicator join unnest(${settled.map((one) => one.settlement_code)}::text[], ${settled.map((one) => one.month)}::date[]) as wanted (code, month)
      on wanted.code = indicator.settlement_code and wanted.month = indicator.month`);
  return new Map(rows.map(({ key, figure }) => [key, figure]));
}
