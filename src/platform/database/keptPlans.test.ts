/** Kept plans: prepared once on each connection, and never shared between roles. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import sql from 'sql-template-tag';
import { keepPlan } from './keptPlans.ts';
import { createTestDatabase } from './testDatabase.ts';

let house: Awaited<ReturnType<typeof createTestDatabase>>;
beforeAll(async () => {
  house = await createTestDatabase();
});
afterAll(() => house.drop());

const twice = (value: number) => keepPlan(sql`select 2 * ${value}::integer as twice`);

test('a marked statement is prepared once on a connection and run with other values', async () => {
  const [values, prepared] = await house.database.transaction(async (tx) => {
    const one = await tx.one<{ twice: number }>(twice(4));
    const other = await tx.one<{ twice: number }>(twice(5));
    const plain = sql`select statement from pg_prepared_statements where statement like 'select 2 *%'`;
    return [[one.twice, other.twice], await tx.query(plain)] as const;
  });
  expect(values).toEqual([8, 10]);
  expect(prepared).toHaveLength(1);
});

test('each role has a plan of its own, since row policies are a part of it', async () => {
  const statement = () => keepPlan(sql`select current_user::text as role, count(*)::integer as rows from settlement`);
  await house.database.execute(sql`
    insert into settlement (settlement_code, data_date, import_id) values ('522301A001', '2018-01-01', 1)`);
  const asked = async (role?: string): Promise<unknown> =>
    house.database.transaction((tx) => tx.one(statement()), role === undefined ? {} : { role, readOnly: true });
  for (let turn = 0; turn < 8; turn++) {
    expect(await asked()).toMatchObject({ rows: 1 });
    expect(await asked('anju_reader_of_settlements')).toEqual({ role: 'anju_reader_of_settlements', rows: 0 });
    expect(await asked('anju_reader_of_all')).toEqual({ role: 'anju_reader_of_all', rows: 1 });
  }
});
