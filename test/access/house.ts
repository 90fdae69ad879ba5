/** A made-up prefecture behind a server that does not listen, for tests of who may see and do what. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sql from 'sql-template-tag';
import { items } from '#catalog/catalog.ts';
import { platformActor } from '#features/audit/actor.ts';
import { seedCalendar } from '#features/calendar/calendar.ts';
import { evaluate } from '#features/evaluation/evaluate.ts';
import { momentOf } from '#features/evaluation/moment.ts';
import { importPaths } from '#features/imports/importPaths.ts';
import { createHouse } from '#main.ts';
import { type JumpableClock, jumpableClock } from '#platform/clock/clock.ts';
import { openKeys } from '#platform/crypto/keys.ts';
import type { Database } from '#platform/database/database.ts';
import { createTestDatabase, fillOnce } from '#platform/database/testDatabase.ts';
import { silentLog } from '#platform/log/log.ts';
import type { Machine } from '#platform/machine.ts';
import { writeSample } from '#sample/writeSample.ts';

export const today = '2026-06-30';

export type AccessHouse = Machine & { readonly clock: JumpableClock; readonly app: Awaited<ReturnType<typeof createHouse>> };

/** A prefecture of 1,000 people with two months and one evaluation. */
export async function openAccessHouse(): Promise<AccessHouse> {
  const filled = await fillOnce('access', fill);
  const folder = mkdtempSync(join(tmpdir(), 'anju-access-'));
  cpSync(filled.dataFolder, folder, { recursive: true });
  const one = await createTestDatabase(6, filled.url);
  const close = async (): Promise<void> => {
    await app.close();
    await one.drop();
    rmSync(folder, { recursive: true });
  };
  const machine = {
    settings: { dataFolder: folder, hosts: [] },
    database: one.database,
    keys: openKeys(folder),
    clock: jumpableClock(today),
    log: silentLog,
    close,
    abandon: close,
  };
  const app = await createHouse(machine, { version: '0.0.0' });
  return { ...machine, app };
}

async function fill(database: Database, dataFolder: string): Promise<void> {
  const clock = jumpableClock(today);
  await database.transaction((tx) => seedCalendar(tx));
  const sheets = join(dataFolder, 'sheets');
  await writeSample({ out: sheets, people: 1000, until: today, months: 2, faults: true });
  const house = { database, keys: openKeys(dataFolder), clock, dataFolder, actor: platformActor };
  for await (const _report of importPaths(house, [sheets], {}));
  rmSync(sheets, { recursive: true });
  // Past the silent period, so that there is work for everybody.
  await database.execute(sql`
    insert into item_switch (item_code, on_from) select code, date '2025-01-01' from unnest(${items.map(({ code }) => code)}::text[]) as code`);
  await evaluate(database, { day: today, moment: momentOf(today, clock.now()) });
}
