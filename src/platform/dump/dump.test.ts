/** Dump and restore: from the embedded server to the test server and back, everything the same; damaged files leave nothing. */
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import sql, { raw } from 'sql-template-tag';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { jumpableClock, systemClock } from '../clock/clock.ts';
import { openKeys } from '../crypto/keys.ts';
import { holdToKeys } from '../database/heldKeys.ts';
import { createTestDatabase, type TestDatabase } from '../database/testDatabase.ts';
import { countJobs, queueJob } from '../jobs/jobs.ts';
import { silentLog } from '../log/log.ts';
import { type Machine, openMachine } from '../machine.ts';
import { uploadsFolder } from '../settings/settings.ts';
import { backUp } from './backUp.ts';
import { writeDump } from './dump.ts';
import { listTables } from './manifest.ts';
import { restoreDump } from './restore.ts';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'anju-dump-')));
// Where the server user may pass, the databases lie here and are removed with the folder.
chmodSync(folder, 0o755);
const file = join(folder, 'all.anju');
let source: Machine;
let server: TestDatabase;

beforeAll(async () => {
  source = await openMachine({ dataFolder: join(folder, 'source'), hosts: [] }, { role: 'command', command: 'test' });
  server = await createTestDatabase();
  await fill(source);
  await writeDump(source, '1.0.0', file);
});
afterAll(async () => {
  await source?.close();
  await server?.drop();
  rmSync(folder, { recursive: true, force: true });
});

/** Rows with everything that is hard to carry: bytes, line ends, nulls, arrays, JSON, moments; a sequence that moved on; a file; a job. */
async function fill({ database, keys, settings }: Machine): Promise<void> {
  await database.transaction(async (tx) => {
    await tx.execute(sql`
      insert into household (household_no, settlement_code, data_date, import_id)
      select 'H' || n, 'S' || n % 7, date '2024-02-29', n from generate_series(1, 30000) as n`);
    await tx.execute(sql`delete from household where household_no = 'H30000'`);
    await tx.execute(sql`
      insert into import_run (register, state, data_date, mode, covers, headers, file_name)
      values ('household', 'stored', '2024-02-29', 'full', array['一', null, '"\\n'], '{"a": [1, "\\n"]}', E'行\n制表\t反斜\\杠')`);
    await tx.execute(sql`insert into refused_row (import_id, sheet, line, cells) values (1, 0, 3, ${keys.sealText('522399199001011234')})`);
    await queueJob(tx, 'evaluate-requested', { why: '测试' }, { key: 'one' });
  });
  mkdirSync(join(uploadsFolder(settings.dataFolder), '2024'), { recursive: true });
  writeFileSync(join(uploadsFolder(settings.dataFolder), '2024', 'a.xlsx'), Buffer.alloc(700_001, 'sealed'));
  writeFileSync(join(uploadsFolder(settings.dataFolder), 'empty'), '');
}

/** A machine room on a database, with the keys of the source. */
async function machineOn(database: TestDatabase['database'], name: string, keysFrom = 'source'): Promise<Machine> {
  const dataFolder = join(folder, name);
  mkdirSync(dataFolder, { recursive: true });
  if (keysFrom !== name) cpSync(join(folder, keysFrom, 'keys.json'), join(dataFolder, 'keys.json'));
  const keys = openKeys(dataFolder);
  await holdToKeys(database, keys, dataFolder);
  return { settings: { dataFolder, hosts: [] }, database, keys, clock: systemClock, log: silentLog, close: async () => {}, abandon: async () => {} };
}

async function picture({ database }: Machine): Promise<Record<string, unknown>> {
  const tables = await database.transaction((tx) => listTables(tx));
  const sums: Record<string, unknown> = {};
  for (const { name } of tables) {
    const row = await database.one(sql`select count(*) as rows, md5(string_agg(md5(t::text), '' order by md5(t::text))) as sum from ${raw(name)} t`);
    sums[name] = row;
  }
  const sequences = await database.query(
    sql`select sequencename::text, last_value from pg_sequences where schemaname = 'public' and last_value is not null order by 1`,
  );
  return { ...sums, sequences };
}

describe('round trip', () => {
  test('embedded to server and back: the same rows, sequences, uploads, jobs, and values that open', async () => {
    const onServer = await machineOn(server.database, 'server');
    const before = await picture(source);
    const restored = await restoreDump(onServer, file);
    expect(restored.rows).toBeGreaterThan(29_999);
    expect(await picture(onServer)).toEqual(before);
    expect(await countJobs(server.database)).toBe(1);
    expect(readFileSync(join(uploadsFolder(onServer.settings.dataFolder), '2024', 'a.xlsx'))).toEqual(Buffer.alloc(700_001, 'sealed'));
    expect(statSync(join(uploadsFolder(onServer.settings.dataFolder), 'empty')).size).toBe(0);

    const again = join(folder, 'again.anju');
    await writeDump(onServer, '1.0.0', again);
    mkdirSync(join(folder, 'back'));
    cpSync(join(folder, 'source', 'keys.json'), join(folder, 'back', 'keys.json'));
    const back = await openMachine({ dataFolder: join(folder, 'back'), hosts: [] }, { role: 'command', command: 'test' });
    try {
      await restoreDump(back, again);
      expect(await picture(back)).toEqual(before);
      const { cells } = await back.database.one<{ cells: Buffer }>(sql`select cells from refused_row`);
      expect(back.keys.openText(cells)).toBe('522399199001011234');
      await back.database.execute(
        sql`insert into household (household_no, settlement_code, data_date, import_id) values ('H-new', 'S1', '2024-03-01', 1)`,
      );
    } finally {
      await back.close();
    }
  });

  test('a database that holds data is refused, and replaced when asked', async () => {
    const onServer = await machineOn(server.database, 'server');
    await expect(restoreDump(onServer, file)).rejects.toMatchObject({ code: 'dump.not-empty' });
    await server.database.execute(sql`update household set settlement_code = 'changed'`);
    await restoreDump(onServer, file, { replace: true });
    expect(await picture(onServer)).toEqual(await picture(source));
  });
});

describe('what is refused', () => {
  test('other keys, another structure, a file that is no dump', async () => {
    const other = await createTestDatabase(2);
    const stranger = await machineOn(other.database, 'stranger', 'stranger');
    await expect(restoreDump(stranger, file)).rejects.toMatchObject({ code: 'dump.other-keys' });
    await other.database.execute(sql`update migration set sha256 = 'x'`);
    await expect(restoreDump(stranger, file)).rejects.toMatchObject({ code: 'dump.other-structure' });
    const text = join(folder, 'text.anju');
    for (const content of ['hello', gzipSync('hello'), gzipSync(Buffer.alloc(2048))]) {
      writeFileSync(text, content);
      await expect(restoreDump(stranger, text)).rejects.toMatchObject({ kind: 'invalid' });
    }
    await other.drop();
  });

  test('a file that was cut off or altered anywhere leaves the database as it was', async () => {
    const onServer = await machineOn(server.database, 'server');
    const before = await picture(onServer);
    const whole = readFileSync(file);
    const plain = gunzipSync(whole);
    const altered = Buffer.from(plain);
    const at = altered.indexOf('H29999');
    altered.write('H29998X', at);
    const bad = join(folder, 'bad.anju');
    for (const content of [
      whole.subarray(0, whole.length / 2),
      whole.subarray(0, whole.length - 1000),
      gzipSync(altered),
      gzipSync(plain.subarray(0, plain.length - 4096)),
    ]) {
      writeFileSync(bad, content);
      await expect(restoreDump(onServer, bad, { replace: true })).rejects.toMatchObject({ code: 'dump.cut-off' });
      expect(await picture(onServer)).toEqual(before);
    }
  });

  test('a dump is never written over a file, and half a dump never stays', async () => {
    await expect(writeDump(source, '1.0.0', file)).rejects.toMatchObject({ code: 'dump.exists-already' });
    await expect(writeDump(source, '1.0.0', join(folder, 'none', 'x.anju'))).rejects.toMatchObject({ code: 'dump.cannot-write' });
  });

  test('the dump is for its owner alone and holds no key', () => {
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const keys = JSON.parse(readFileSync(join(folder, 'source', 'keys.json'), 'utf8'));
    const plain = gunzipSync(readFileSync(file));
    expect(plain.includes(keys.versions[1].index)).toBe(false);
    expect(plain.includes(keys.versions[1].sealing)).toBe(false);
    expect(plain.includes('522399199001011234')).toBe(false);
  });
});

describe('the daily backup', () => {
  test('is restored for a drill, leaves no drill behind, and only the newest are kept', async () => {
    const backups = join(folder, 'backups');
    for (let day = 1; day <= 3; day += 1) {
      const clock = jumpableClock(`2024-03-0${day}`);
      const { rows } = await backUp({ ...source, clock }, '1.0.0', { folder: backups, keep: 2 });
      expect(rows).toBeGreaterThan(29_999);
    }
    await backUp({ ...source, clock: jumpableClock('2024-03-03') }, '1.0.0', { folder: backups, keep: 2 });
    expect(readdirSync(backups).sort()).toEqual(['anju-2024-03-03-2.dump', 'anju-2024-03-03.dump']);
    expect(await source.database.query(sql`select 1 from pg_database where datname like 'anju_drill%'`)).toEqual([]);
  });
});
