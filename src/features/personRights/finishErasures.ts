/** Finishes erasures: files that were sent and name the person are removed, and the disk gives up what the tables no longer hold. */
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { createReadStream } from 'node:fs';
import { appendAudit } from '#features/audit/appendAudit.ts';
import type { Keys } from '#platform/crypto/keys.ts';
import type { Database } from '#platform/database/database.ts';
import { openSheets } from '#platform/files/openSheets.ts';
import { AnjuProblem } from '#platform/problems/problem.ts';
import { uploadsFolder } from '#platform/settings/settings.ts';
import sql, { raw } from 'sql-template-tag';
import { namesPerson, type Sought } from './keptRows.ts';
import type { Removal } from './removePerson.ts';
import type { RightsHouse } from './rights.ts';

/** What is looked for, and where. */
type Wanted = Sought & Pick<Removal, 'tables' | 'settlements' | 'uploads'>;

interface Open {
  readonly id: number;
  readonly sought: Wanted;
}

/** Finishes all erasures that were confirmed; answers how many. Broken off, it is begun again. */
export async function finishErasures(house: Omit<RightsHouse, 'clock'>): Promise<number> {
  const { database, keys, dataFolder } = house;
  const rows = await database.query<{ right_id: number; sought: Buffer }>(sql`
    select right_id, sought from person_right where state = 'erasing' and sought is not null order by right_id`);
  if (rows.length === 0) return 0;
  const open = rows.map(({ right_id: id, sought }): Open => {
    return { id, sought: JSON.parse(keys.openText(sought)) as Wanted };
  });
  const passedOver = await uploadsOfOthers(database, open);
  const gone = new Map(open.map(({ id }) => [id, 0]));
  for (const name of await readdir(uploadsFolder(dataFolder)).catch(() => [])) {
    if (!name.endsWith('.sealed') || passedOver.has(name.slice(0, -'.sealed'.length))) continue;
    const path = join(uploadsFolder(dataFolder), name);
    const named = await whoIsNamed(path, keys, open);
    if (named.length === 0) continue;
    await rm(path, { force: true });
    await database.execute(sql`delete from upload where sha256 = ${name.slice(0, -'.sealed'.length)}`);
    for (const id of named) gone.set(id, (gone.get(id) ?? 0) + 1);
  }
  const all = (of: keyof Removal['tables']): string[] => [...new Set(open.flatMap(({ sought }) => sought.tables[of]))];
  await sweep(database, all('worded'), all('wordless'));
  for (const { id } of open) {
    await database.transaction(async (tx) => {
      const outcome = { uploads: gone.get(id) ?? 0 };
      await tx.execute(sql`
        update person_right set state = 'done', sought = null, outcome = outcome || ${JSON.stringify(outcome)}::jsonb where right_id = ${id}`);
      await appendAudit(tx, house.actor, {
        verb: 'person-rights.confirm',
        object: { kind: 'person-right', key: id },
        before: { state: 'erasing' },
        after: { state: 'done', ...outcome },
      });
    });
  }
  return open.length;
}

/** Fingerprints of files that need not be opened: every row of them was stored, and lies in settlements in which none of the persons ever lived. Whatever was refused, waits, was taken back, not counted or not understood may name anybody. */
async function uploadsOfOthers(database: Database, open: readonly Open[]): Promise<ReadonlySet<string>> {
  const settlements = [...new Set(open.flatMap(({ sought }) => sought.settlements))];
  const own = [...new Set(open.flatMap(({ sought }) => sought.uploads))];
  const rows = await database.query<{ sha256: string }>(sql`
    select sha256 from import_run where sha256 is not null group by sha256
    having bool_and(state = 'stored' and settlements <> '{}' and not settlements && ${settlements}::text[] and refused + aside + others = 0
        and not coalesce(jsonb_path_exists(headers, '$[*].unknown[*]'), true))
      and not sha256 = any(${own}::text[])`);
  return new Set(rows.map(({ sha256 }) => sha256));
}

/** Which of the persons a kept file names. A file that nobody can read as sheets is looked at as text. */
async function whoIsNamed(path: string, keys: Keys, open: readonly Open[]): Promise<number[]> {
  const bytes = await buffer(createReadStream(path).pipe(keys.openStream()));
  const named = new Set<number>();
  const look = (cells: Parameters<typeof namesPerson>[0]): void => {
    for (const { id, sought } of open) if (!named.has(id) && namesPerson(cells, sought)) named.add(id);
  };
  try {
    const file = await openSheets(bytes);
    try {
      for (const sheet of file.sheets)
        for await (const rows of sheet.rowBatches()) {
          for (const { cells } of rows) look(cells);
          if (named.size === open.length) return [...named];
        }
    } finally {
      await file.close();
    }
  } catch (error) {
    if (!(error instanceof AnjuProblem)) throw error;
    look([{ text: bytes.toString('utf8'), kind: 'text' }]);
  }
  return [...named];
}

/** Tables with words of the person are written anew without their dead rows, of all others the dead rows are given up; where the server is ours, its statistics and its log of changes too. */
async function sweep(database: Database, worded: readonly string[], wordless: readonly string[]): Promise<void> {
  for (const table of worded) await database.execute(sql`vacuum (full, analyze) ${raw(table)}`);
  for (const table of wordless.filter((name) => !worded.includes(name))) await database.execute(sql`vacuum (analyze) ${raw(table)}`);
  const { own } = await database.one<{ own: boolean }>(sql`select current_setting('is_superuser') = 'on' as own`);
  if (!own) return;
  await database.execute(sql`vacuum full pg_statistic`);
  await database.execute(sql`alter system set wal_recycle = off`);
  await database.query(sql`select pg_reload_conf()`);
  // Segments that wait to be used again hold what was written before: each is gone through once. The server's processes hear of the setting
  // one after the other: what the first round may still have put by for later use, the second one goes through.
  for (let round = 0; round < 2; round += 1) {
    const { segments } = await database.one<{ segments: number }>(sql`select count(*)::integer as segments from pg_ls_waldir(), pg_sleep(1)`);
    for (let at = 0; at < segments; at += 1) await database.query(sql`select pg_logical_emit_message(false, 'anju', ''), pg_switch_wal()`);
    await database.execute(sql`checkpoint`);
  }
  await database.execute(sql`alter system reset wal_recycle`);
  await database.query(sql`select pg_reload_conf()`);
}
