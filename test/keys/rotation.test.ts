/** Changing the keys: under load nothing is lost and nothing doubled, killed it is taken up again, and everything that is declared as sealed is reached. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sql, { raw } from 'sql-template-tag';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeAccount } from '#features/accounts/accounts.ts';
import { type Actor, platformActor } from '#features/audit/actor.ts';
import { changeKeys } from '#features/keys/changeKeys.ts';
import { sealedColumns, sealedData } from '#features/sealedData.ts';
import { tables } from '#features/tables.ts';
import { openUpload } from '#features/imports/uploads.ts';
import { keyFile, keySource, readKeys, replaceKeys } from '#platform/crypto/keySource.ts';
import { openKeys } from '#platform/crypto/keys.ts';
import { withNewVersion, writtenKeys } from '#platform/crypto/keyText.ts';
import type { SuiteName } from '#platform/crypto/suite.ts';
import type { Transaction } from '#platform/database/database.ts';
import { findHeldKeys, holdToKeys } from '#platform/database/heldKeys.ts';
import { createTestDatabase } from '#platform/database/testDatabase.ts';
import { writeDump } from '#platform/dump/dump.ts';
import { restoreDump } from '#platform/dump/restore.ts';
import { countSealed } from '#platform/rotation/countSealed.ts';
import { retire } from '#platform/rotation/retire.ts';
import { rotate, type RotationReport } from '#platform/rotation/rotate.ts';
import { uploadsFolder } from '#platform/settings/settings.ts';
import { counts, openTestHouse, people, personHeader, send, settle, type TestHouse } from '../imports/house.ts';
import { type Expected, findByNumber, importJob, importPeople, numberOf, oneRound } from './load.ts';
import { testMachine } from '../fixtures/testMachine.ts';

let house: TestHouse;
const expected: Expected = new Map();
const waiting = numberOf(9, 1);

beforeAll(async () => {
  house = await openTestHouse();
  await holdToKeys(house.database, house.keys, '');
  await settle(house);
  // A telephone that two rows of different registers share, a refused row, one that waits, and a history.
  expect(await importPeople(house, 1, 0, 300, 0, expected)).toEqual([300, 0, 0, 0, 0]);
  expect(await importPeople(house, 1, 0, 50, 1, expected)).toEqual([0, 50, 0, 0, 0]);
  expect(counts(await send(house, `${personHeader}\nH-0001|退回|${numberOf(9, 0)}|没有这个民族|子|1|8|P-0099`, { dataDate: '2024-02-01' }))[3]).toBe(
    1,
  );
  expect(await importJob(house, waiting)).toEqual([0, 0, 0, 0, 1]);
});
afterAll(() => house.close());

const clerk: Actor = { ...platformActor, name: '李钥', via: 'command' };
const change = (order: { suite?: SuiteName } = {}): Promise<RotationReport> => changeKeys({ ...testMachine(house), actor: clerk }, order);

/** Everything sealed opens, with the newest version, under the index of its value. */
async function expectAllRenewed({ database, keys, dataFolder }: TestHouse): Promise<void> {
  const found = await countSealed(database, sealedData.columns, uploadsFolder(dataFolder));
  expect([...found.values.keys()]).toEqual([keys.version]);
  expect([...found.uploads.keys()]).toEqual([keys.version]);
  expect(Object.keys((await findHeldKeys(database)) ?? {})).toEqual([String(keys.version)]);
  for (const { table, column, index } of sealedData.columns) {
    const form = index === undefined ? sql`null` : raw(index.column);
    const rows = await database.query<{ value: Buffer; form: Buffer | null }>(
      sql`select ${raw(column)} as value, ${form} as form from ${raw(table)} where ${raw(column)} is not null`,
    );
    for (const { value, form: stands } of rows) {
      const text = keys.openText(value);
      if (stands === null || index === undefined) continue;
      const values = index.values?.(text) ?? [text];
      expect(
        values.some((one) => keys.blindIndex(index.domain, one).equals(stands)),
        `${table}.${column}`,
      ).toBe(true);
    }
  }
  const uploads = await database.query<{ sha256: string }>(sql`select distinct sha256 from import_run where sha256 is not null`);
  for (const { sha256 } of uploads) expect((await openUpload(dataFolder, keys, sha256)).length).toBeGreaterThan(0);
  expect(readdirSync(uploadsFolder(dataFolder)).filter((name) => !name.endsWith('.sealed'))).toEqual([]);
}

/** The people of these series are there once each, with the telephone that was said last, and a search finds them. */
async function expectPeople({ database, keys }: TestHouse, wanted: Expected): Promise<void> {
  const rows = await database.query<{ id: Buffer; phone: Buffer | null }>(sql`select id_no as id, phone from person where id_no is not null`);
  const found = rows.map(({ id, phone }) => [keys.openText(id), phone === null ? null : keys.openText(phone)] as const);
  expect(new Set(found.map(([id]) => id)).size).toBe(found.length);
  expect(found.filter(([id]) => wanted.has(id)).sort()).toEqual([...wanted].sort());
}

/** Starts the other process: on a series of people, or to change the keys. */
function startOther(series?: number) {
  const child = fork(fileURLToPath(new URL('otherProcess.ts', import.meta.url)), [house.database.url, house.dataFolder, String(series ?? '')], {
    execArgv: ['--conditions=source', '--import', 'tsx'],
  });
  const ended = once(child, 'exit');
  return { child, ended };
}

describe('declarations', () => {
  test('every column of bytes says what it holds, and every sealed one is reached', async () => {
    const declared = tables
      .flatMap(({ name, columns }) => columns.map((column) => ({ ...column, table: name })))
      .filter(({ type }) => type === 'bytea');
    expect(declared.filter(({ bytes }) => bytes === undefined).map(({ table, name }) => `${table}.${name}`)).toEqual([]);
    const inDatabase = await house.database.query<{ name: string }>(sql`
      select attrelid::regclass || '.' || attname as name from pg_attribute join pg_class on pg_class.oid = attrelid
      where relnamespace = 'public'::regnamespace and relkind = 'r' and atttypid = 'bytea'::regtype and not attisdropped order by 1`);
    expect(declared.map(({ table, name }) => `${table}.${name}`).sort()).toEqual(inDatabase.map(({ name }) => name));
    const reached = sealedData.columns.flatMap(({ table, column, index }) => [`${table}.${column}`, ...(index ? [`${table}.${index.column}`] : [])]);
    expect(reached.sort()).toEqual(
      declared
        .filter(({ bytes }) => bytes !== 'plain')
        .map(({ table, name }) => `${table}.${name}`)
        .sort(),
    );
  });

  test('a sealed column without its index, or an index of nothing, is seen by the list', () => {
    const table = { name: 't', zh: '', primaryKey: ['a'], indexes: [], spread: 'one' } as const;
    const column = { type: 'bytea', zh: '' } as const;
    expect(
      sealedColumns({
        ...table,
        columns: [
          { ...column, name: 'x', bytes: 'sealed' },
          { ...column, name: 'y', bytes: 'plain' },
        ],
      }),
    ).toEqual([{ table: 't', key: ['a'], column: 'x' }]);
  });
});

describe('under load', () => {
  test.each(['sm', 'aes'] as const)(
    'to the suite %s: imports and searches go on here and in another process',
    { timeout: 300_000 },
    async (suite) => {
      const before = house.keys.version;
      const series = 10 + before;
      const other = startOther(series + 20);
      let told: Expected | undefined;
      let rounds = 0;
      other.child.on('message', (message: { round?: number; expected?: [string, string][] }) => {
        rounds = message.round ?? rounds;
        if (message.expected) told = new Map(message.expected);
      });
      await once(other.child, 'message');
      let isDone = false;
      const load = (async () => {
        expect(await importPeople(house, series, 0, 20, 0, expected)).toEqual([20, 0, 0, 0, 0]);
        let round = 1;
        for (; !isDone || round < 2; round += 1) await oneRound(house, series, round, expected);
        return round;
      })();
      const seen: number[] = [];
      const report = await rotate(testMachine(house), sealedData, { suite, onProgress: (done, total) => seen.push(done / Math.max(1, total)) });
      isDone = true;
      await load;
      const atEnd = rounds;
      while (rounds <= atEnd) await once(other.child, 'message');
      other.child.send('stop');
      expect((await other.ended)[0]).toBe(0);

      expect(report).toMatchObject({ version: before + 1, suite, unopened: [], retired: expect.arrayContaining([before]) });
      expect(seen.at(-1)).toBe(1);
      expect(house.keys.version).toBe(before + 1);
      await expectAllRenewed(house);
      for (const [id, phone] of told ?? []) expected.set(id, phone);
      expect(told?.size).toBeGreaterThan(20);
      await expectPeople(house, expected);
      for (const id of [people.wang.id, people.zhao.id, people.child.id, numberOf(1, 7), numberOf(series + 20, 3)]) {
        expect(await findByNumber(house, id)).toBe(1);
      }
    },
  );
});

describe('at bad moments', () => {
  test('a new version of which nothing is sealed yet: imports find people under the old index, and leave them under the new one', async () => {
    const before = house.keys.version;
    const source = keySource({ dataFolder: house.dataFolder });
    replaceKeys(source, withNewVersion(readKeys(source), 'aes'));
    expect(await findByNumber(house, numberOf(1, 7))).toBe(1);
    expect(await importPeople(house, 1, 0, 200, 4, expected)).toEqual([0, 200, 0, 0, 0]);
    expect(await importPeople(house, 1, 0, 200, 4, expected)).toEqual([0, 0, 200, 0, 0]);
    // Somebody of the old version through a reference, and by a number that another row would take.
    expect(await importJob(house, numberOf(1, 250))).toEqual([1, 0, 0, 0, 0]);
    const taken = `${personHeader}\nH-0001|新来|${numberOf(1, 260)}|汉族|子|1|8|P-8888`;
    expect(counts(await send(house, taken, { dataDate: '2024-03-02' }))).toEqual([0, 0, 0, 1, 0]);
    expect(Object.keys((await findHeldKeys(house.database)) ?? {})).toEqual([String(before), String(before + 1)]);
    await expectPeople(house, expected);
    expect(await change()).toMatchObject({ version: before + 1, unopened: [], retired: [before] });
    await expectAllRenewed(house);
    await expectPeople(house, expected);
  });

  test('a phone that an account took under the old keys is not given to another account under the new ones', async () => {
    const take = (login: string) =>
      house.database.transaction((tx) =>
        makeAccount(tx, house.keys, { login, name: login, phone: '13900007777', madeBy: null, password: 'Quite-long-7391' }),
      );
    await take('first');
    const source = keySource({ dataFolder: house.dataFolder });
    replaceKeys(source, withNewVersion(readKeys(source), 'aes'));
    await expect(take('second')).rejects.toMatchObject({ code: 'accounts.phone-taken' });
    await change();
    await expect(take('second')).rejects.toMatchObject({ code: 'accounts.phone-taken' });
    await house.database.execute(sql`delete from account where login = 'first'`);
  });

  test('killed in the middle, it is run again and ends; meanwhile old and new stand side by side', async () => {
    const before = house.keys.version;
    const other = startOther();
    for (;;) {
      const [message] = (await once(other.child, 'message')) as [{ done: number }];
      if (message.done > 0) break;
    }
    other.child.kill('SIGKILL');
    await other.ended;
    const halfway = await countSealed(house.database, sealedData.columns, uploadsFolder(house.dataFolder));
    expect([...halfway.values.keys()].sort((a, b) => a - b)).toEqual([before, before + 1]);
    expect(Object.keys((await findHeldKeys(house.database)) ?? {})).toEqual([String(before), String(before + 1)]);
    await expect(retire(testMachine(house), sealedData)).rejects.toMatchObject({ code: 'rotation.still-sealed' });
    await importPeople(house, 50, 0, 20, 0, expected);
    await oneRound(house, 50, 1, expected);
    expect(await findByNumber(house, numberOf(1, 7))).toBe(1);

    expect(await change()).toMatchObject({ version: before + 1, unopened: [], retired: [before] });
    await expectAllRenewed(house);
    await expectPeople(house, expected);
  });

  test('rows that were staged before and stored after the whole change find their people all the same', async () => {
    let changed: RotationReport | undefined;
    const { database } = house;
    const late = {
      ...database,
      transaction: <T>(work: (tx: Transaction) => Promise<T>) =>
        database.transaction((tx) =>
          work({
            ...tx,
            query: async <Row>(statement: Parameters<Transaction['query']>[0]) => {
              if (changed === undefined && statement.text.includes('pg_advisory_xact_lock')) changed = await change();
              return tx.query<Row>(statement);
            },
          }),
        ),
    };
    expect(await importPeople({ ...house, database: late }, 1, 0, 300, 2, expected)).toEqual([0, 300, 0, 0, 0]);
    expect(changed?.retired).toHaveLength(1);
    await expectAllRenewed(house);
    await expectPeople(house, expected);
  });

  test('keys of the environment are not written: a version from the secret store is taken up, and without one the change is refused', async () => {
    const source = keySource({ dataFolder: house.dataFolder });
    const fixed = async (keyText: string): Promise<RotationReport> => {
      const machine = testMachine({ ...house, keys: openKeys({ text: keyText }) });
      return rotate({ ...machine, settings: { ...machine.settings, keyText } }, sealedData);
    };
    await expect(fixed(writtenKeys(readKeys(source)))).rejects.toMatchObject({ code: 'crypto.keys-fixed' });
    const before = house.keys.version;
    const after = withNewVersion(readKeys(source), 'sm');
    expect(await fixed(writtenKeys(after))).toMatchObject({ version: before + 1, unopened: [], retired: [before] });
    // A process that still has the text of before stores nothing; with the new one it finds everybody.
    const behind = { ...house, keys: openKeys({ text: writtenKeys(readKeys(source)) }) };
    await expect(importPeople(behind, 1, 0, 20, 6, new Map())).rejects.toMatchObject({ code: 'crypto.keys-behind' });
    replaceKeys(source, after);
    await expectAllRenewed(house);
    await expectPeople(house, expected);
  });

  test('who changed the keys, when it began and how it ended stands in the audit log', async () => {
    const told = await house.database.query<{ name: string; key: string; before: object; after: object }>(sql`
      select name, object_key as key, before, after from audit_entry where verb = 'keys.rotate' order by entry_id desc limit 2`);
    const { version, suite } = await change();
    const [done, begun] = await house.database.query<{ name: string; key: string; before: object; after: object }>(sql`
      select name, object_key as key, before, after from audit_entry where verb = 'keys.rotate' order by entry_id desc limit 2`);
    const from = { key: String(version - 1), name: clerk.name, before: { version: version - 1, suite } };
    expect(begun).toEqual({ ...from, after: { state: 'begun', suite } });
    expect(done).toEqual({
      ...from,
      after: {
        state: 'done',
        version,
        suite,
        renewed: expect.any(Number),
        uploads: expect.any(Number),
        unopened: 0,
        retired: expect.arrayContaining([version - 1]),
      },
    });
    expect(told.every(({ name }) => name === clerk.name)).toBe(true);
  });

  test('two at once: one is refused', async () => {
    const both = await Promise.allSettled([change(), change()]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'rotation.runs-already' } });
    await expectAllRenewed(house);
  });

  test('a value that no key opens stays, is told, and keeps the old version from being retired', async () => {
    const { cells } = await house.database.one<{ cells: Buffer }>(sql`select cells from refused_row limit 1`);
    const damaged = Buffer.from(cells);
    damaged[damaged.length - 1] = (damaged.at(-1) ?? 0) ^ 1;
    await house.database.execute(sql`insert into refused_row (import_id, sheet, line, cells) values (99999, 0, 1, ${damaged})`);
    expect(await change()).toMatchObject({ unopened: ['refused_row 99999 0 1'], retired: [] });
    await house.database.execute(sql`delete from refused_row where import_id = 99999`);
    expect(await retire(testMachine(house), sealedData)).toHaveLength(1);
    await expectAllRenewed(house);
  });

  test('who waited is found after all changes', async () => {
    await importPeople(house, 9, 1, 2, 0, expected);
    expect(await importJob(house, waiting)).toEqual([0, 0, 1, 0, 0]);
    const { count } = await house.database.one<{ count: number }>(sql`select count(*)::integer as count from aside_row`);
    expect(count).toBe(0);
  });
});

describe('backups', () => {
  async function restoredFrom(file: string, keysFrom: string): Promise<{ back: TestHouse; drop: () => Promise<void> }> {
    const one = await createTestDatabase();
    const dataFolder = join(house.dataFolder, `back-${Math.random()}`);
    mkdirSync(dataFolder);
    const keys = openKeys({ text: keysFrom });
    await holdToKeys(one.database, keys, '');
    const back = { ...house, database: one.database, keys, dataFolder };
    try {
      await restoreDump(testMachine(back), file);
    } catch (error) {
      await one.drop();
      throw error;
    }
    return { back, drop: one.drop };
  }

  test('one from before and one from after a change come back with the keys of today; without the old version the first is refused', async () => {
    const [before, after] = [join(house.dataFolder, 'before.dump'), join(house.dataFolder, 'after.dump')];
    await writeDump(testMachine(house), '1', before);
    await change({ suite: 'aes' });
    await writeDump(testMachine(house), '1', after);
    const file = keyFile(house.dataFolder);
    const today = readFileSync(file, 'utf8');

    for (const dump of [before, after]) {
      const { back, drop } = await restoredFrom(dump, today);
      await expectPeople(back, expected);
      expect(await findByNumber(back, numberOf(1, 7))).toBe(1);
      await importPeople(back, 1, 0, 300, 3, new Map());
      await expectPeople(back, new Map([...expected].filter(([id]) => !isOfSeries1.has(id))));
      await drop();
    }

    const source = { file, mayMake: false } as const;
    expect(await retire(testMachine(house), sealedData, true)).not.toEqual([]);
    expect(readKeys(source).versions.size).toBe(1);
    await expect(restoredFrom(before, readFileSync(file, 'utf8'))).rejects.toMatchObject({ code: 'dump.other-keys' });
    const { drop } = await restoredFrom(after, readFileSync(file, 'utf8'));
    await drop();
  }, 240_000);

  const isOfSeries1 = new Set(Array.from({ length: 300 }, (_, n) => numberOf(1, n)));
});
