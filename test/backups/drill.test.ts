/** A backup with its keys apart: the drill opens it with those keys and evaluates it to the same figures; the doctor and the log say so, and a drill that fails is said too. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { prepareStandard } from '#cli/withHouse.ts';
import { platformActor } from '#features/audit/actor.ts';
import { backUpAndProve } from '#features/backups/backUpAndProve.ts';
import { checkBackup } from '#features/backups/checkBackup.ts';
import { evaluate } from '#features/evaluation/evaluate.ts';
import { momentOf } from '#features/evaluation/moment.ts';
import { jumpableClock, systemClock } from '#platform/clock/clock.ts';
import { openKeys } from '#platform/crypto/keys.ts';
import { holdToKeys } from '#platform/database/heldKeys.ts';
import { createTestDatabase, type TestDatabase } from '#platform/database/testDatabase.ts';
import type { Machine } from '#platform/machine.ts';
import type { BackupPlace } from '#platform/settings/settings.ts';
import { settle, type TestHouse } from '../imports/house.ts';
import { testMachine } from '../fixtures/testMachine.ts';

const folder = mkdtempSync(join(tmpdir(), 'anju-drill-test-'));
const place: BackupPlace = { folder: join(folder, 'backups'), keep: 3, keysFolder: join(folder, 'keys') };
let one: TestDatabase;
let machine: Machine;

beforeAll(async () => {
  one = await createTestDatabase(6);
  const dataFolder = join(folder, 'data');
  mkdirSync(dataFolder);
  const keys = openKeys(dataFolder);
  await holdToKeys(one.database, keys, dataFolder);
  machine = testMachine({ dataFolder, database: one.database, keys, clock: systemClock }, { backup: place });
  await prepareStandard(machine);
  const house: TestHouse = { ...machine, clock: jumpableClock('2024-06-30'), dataFolder, actor: platformActor };
  await settle(house);
  await one.database.execute(sql`delete from evaluation_request`);
  await evaluate(one.database, { day: '2024-06-30', moment: momentOf('2024-06-30', new Date('2000-01-01')) });
});
afterAll(async () => {
  await one.drop();
  rmSync(folder, { recursive: true });
});

const lastDrill = async (): Promise<unknown> =>
  (await one.database.query<{ after: unknown }>(sql`select after from audit_entry where verb = 'backups.drill' order by entry_id desc limit 1`))[0]
    ?.after;

test('the keys lie apart, and the drill opens with them and finds the same figures', async () => {
  expect(await checkBackup(machine)).toMatchObject({ ok: false });
  const { file, keys, rows, seen } = await backUpAndProve(machine, '1.0.0', place, platformActor);
  expect(keys.startsWith(join(folder, 'keys'))).toBe(true);
  expect(statSync(keys).mode & 0o777).toBe(0o600);
  const { versions } = JSON.parse(readFileSync(keys, 'utf8')) as { versions: Record<string, { sealing: string }> };
  expect(gunzipSync(readFileSync(file)).includes(versions[1]?.sealing ?? '')).toBe(false);
  expect(readdirSync(place.folder)).toHaveLength(1);
  expect(seen?.opened).toBeGreaterThan(8);
  expect(seen?.figures).toBeGreaterThan(60);
  expect(await lastDrill()).toMatchObject({ state: 'proven', rows, opened: seen?.opened, figures: seen?.figures });
  expect(await checkBackup(machine)).toMatchObject({ ok: true, en: expect.stringContaining('the keys lie apart') });
});

test('keys beside the backups or in the data folder are refused', async () => {
  for (const keysFolder of [place.folder, join(place.folder, 'keys'), folder, machine.settings.dataFolder])
    await expect(backUpAndProve(machine, '1.0.0', { ...place, keysFolder }, platformActor)).rejects.toMatchObject({ code: 'dump.keys-not-apart' });
});

test('a figure that comes out otherwise, and a value that does not open, fail the drill and are told', async () => {
  await one.database.execute(sql`
    update indicator set red = red + 1 where (settlement_code, item_code) in (select settlement_code, item_code from indicator order by 1, 2 limit 1)`);
  await expect(backUpAndProve(machine, '1.0.0', place, platformActor)).rejects.toMatchObject({ code: 'dump.drill-figures' });
  expect(await lastDrill()).toEqual({ state: 'failed', reason: 'dump.drill-figures' });
  expect(await checkBackup(machine)).toMatchObject({ ok: false });
  await evaluate(one.database, { day: '2024-06-30', moment: momentOf('2024-06-30', new Date('2000-01-01')) });
  await one.database.execute(sql`update person set id_no = set_byte(id_no, 20, (get_byte(id_no, 20) + 1) % 256) where person_no = 'P-0001'`);
  await expect(backUpAndProve(machine, '1.0.0', place, platformActor)).rejects.toMatchObject({ code: 'dump.drill-unopened' });
  // The same keys are not written twice.
  expect(readdirSync(join(folder, 'keys'))).toHaveLength(1);
  expect(await one.database.query(sql`select 1 from pg_database where datname like 'anju_drill%'`)).toEqual([]);
});
