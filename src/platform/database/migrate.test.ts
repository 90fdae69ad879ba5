/** Migrations: applied once, in order, together; a file that changed afterwards is refused. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrate } from './migrate.ts';
import { createTestDatabase, type TestDatabase } from './testDatabase.ts';

const folder = mkdtempSync(join(tmpdir(), 'anju-migrations-'));
const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);
let one: TestDatabase;

beforeAll(async () => {
  one = await createTestDatabase();
  await one.database.execute(sql`drop table migration`);
});
afterAll(async () => {
  await one.drop();
  rmSync(folder, { recursive: true });
});

test('new files are applied once, even by two at a time', async () => {
  write('0001-first.sql', 'create table zz_first (id int); create table zz_second (id int);');
  const answers = await Promise.all([migrate(one.database, folder), migrate(one.database, folder)]);
  expect(answers.flat()).toEqual(['0001-first.sql']);
  expect(await migrate(one.database, folder)).toEqual([]);
});

test('a file that fails leaves nothing of itself or its neighbours', async () => {
  write('0002-good.sql', 'create table zz_good (id int);');
  write('0003-bad.sql', 'create table zz_bad (id nonsense);');
  await expect(migrate(one.database, folder)).rejects.toThrow(/nonsense/);
  expect(await one.database.one(sql`select to_regclass('zz_good') as good`)).toEqual({ good: null });
  rmSync(join(folder, '0003-bad.sql'));
  expect(await migrate(one.database, folder)).toEqual(['0002-good.sql']);
});

test('a view that is made anew stays with whom the house gave it to; what a file takes from a role of ours stays taken', async () => {
  const [reader, ours] = ['zz_bi_reader', 'zz_ours'];
  await one.database.transaction((tx) =>
    tx.raw(
      `create role ${reader}; create role ${ours}; create view zz_view as select id from zz_first; grant select on zz_view to ${reader}, ${ours};`,
    ),
  );
  try {
    write('0003-view.sql', `drop view zz_view; create view zz_view as select id, 1 as more from zz_first; -- ${ours} does not read it any more`);
    expect(await migrate(one.database, folder)).toEqual(['0003-view.sql']);
    const may = (role: string) => sql`has_table_privilege(${role}, 'zz_view', 'select')`;
    expect(await one.database.one(sql`select ${may(reader)} as reader, ${may(ours)} as ours`)).toEqual({ reader: true, ours: false });
  } finally {
    await one.database.transaction((tx) => tx.raw(`drop owned by ${reader}, ${ours}; drop role ${reader}; drop role ${ours};`));
  }
});

test('a changed, a missing and a late file are refused by name', async () => {
  write('0001-another.sql', 'select 1');
  await expect(migrate(one.database, folder)).rejects.toMatchObject({ code: 'database.migration-late', params: { name: '0001-another.sql' } });
  rmSync(join(folder, '0001-another.sql'));
  write('0002-good.sql', 'create table zz_good (id int); -- improved');
  await expect(migrate(one.database, folder)).rejects.toMatchObject({ code: 'database.migration-changed', params: { name: '0002-good.sql' } });
  write('0002-good.sql', 'create table zz_good (id int);');
  rmSync(join(folder, '0003-view.sql'));
  await expect(migrate(one.database, folder)).rejects.toMatchObject({ code: 'database.migration-unknown', params: { name: '0003-view.sql' } });
});
