/** A made-up prefecture behind a server that does not listen, for tests of who may see and do what. */
import { mkdtempSync, rmSync } from 'node:fs';
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
import { createTestDatabase } from '#platform/database/testDatabase.ts';
import { silentLog } from '#platform/log/log.ts';
import type { Machine } from '#platform/machine.ts';
import { writeSample } from '#sample/writeSample.ts';

export const today = '2026-06-30';

export type AccessHouse = Machine & { readonly clock: JumpableClock; readonly app: Awaited<ReturnType<typeof createHouse>> };

/** Fills a prefecture of 700 people with two months and one evaluation. */
export async function openAccessHouse(): Promise<AccessHouse> {
  const folder = mkdtempSync(join(tmpdir(), 'anju-access-'));
  const one = await createTestDatabase(6);
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
  await one.database.transaction((tx) => seedCalendar(tx));
  const sheets = join(folder, 'sheets');
  await writeSample({ out: sheets, people: 1000, until: today, months: 2, faults: true });
  for await (const _report of importPaths({ ...machine, dataFolder: folder, actor: platformActor }, [sheets], {}));
  // Past the silent period, so that there is work for everybody.
  await one.database.execute(sql`
    insert into item_switch (item_code, on_from) select code, date '2025-01-01' from unnest(${items.map(({ code }) => code)}::text[]) as code`);
  await evaluate(one.database, { day: today, moment: momentOf(today, machine.clock.now()) });
  const app = await createHouse(machine, { version: '0.0.0' });
  return { ...machine, app };
}
