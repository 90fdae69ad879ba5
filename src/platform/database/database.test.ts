/** The handle: values come home as they went, transactions stand or fall together, COPY in and out. */
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import sql from 'sql-template-tag';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from './testDatabase.ts';

let one: TestDatabase;
beforeAll(async () => {
  one = await createTestDatabase();
});
afterAll(() => one.drop());

describe('values', () => {
  test('days and money stay text, moments carry their offset, whole numbers are numbers', async () => {
    const row = await one.database.one(sql`
      select date '2024-02-29' as day, numeric '12.50' as money, int8 '9007199254740991' as whole, true as yes,
        timestamptz '2024-03-05 02:00:00.5+00' as moment, array[date '2024-01-01', null] as days, array[numeric '0.10'] as amounts`);
    expect(row).toEqual({
      day: '2024-02-29',
      money: '12.50',
      whole: 9007199254740991,
      yes: true,
      moment: '2024-03-05T10:00:00.5+08:00',
      days: ['2024-01-01', null],
      amounts: ['0.10'],
    });
  });

  test('a whole number beyond 2^53 is refused instead of rounded', async () => {
    await expect(one.database.query(sql`select 9007199254740993::int8`)).rejects.toThrow(/beyond 2\^53/);
  });

  test('one and maybe hold what they promise', async () => {
    const none = sql`select 1 where false`;
    const two = sql`select generate_series(1, 2)`;
    expect(await one.database.maybe(none)).toBeUndefined();
    await expect(one.database.one(none)).rejects.toThrow(/got none/);
    await expect(one.database.maybe(two)).rejects.toThrow(/got 2/);
  });
});

describe('transactions', () => {
  beforeAll(() => one.database.execute(sql`create table cup (id int primary key, label text)`));

  test('what failed leaves nothing behind', async () => {
    const work = one.database.transaction(async (tx) => {
      expect(await tx.execute(sql`insert into cup values (1, 'a'), (2, 'b')`)).toBe(2);
      throw new Error('no');
    });
    await expect(work).rejects.toThrow('no');
    expect(await one.database.query(sql`select * from cup`)).toEqual([]);
  });

  test('an error that the work swallowed does not pass for a commit', async () => {
    const work = one.database.transaction(async (tx) => {
      await tx.execute(sql`insert into cup values (1, 'a')`);
      await tx.query(sql`select 1 / 0`).catch(() => {});
    });
    await expect(work).rejects.toThrow(/rolled back/);
  });

  test('COPY carries rows in and out', async () => {
    const out = await one.database.transaction(async (tx) => {
      await pipeline(Readable.from(['7\t杯\n', '8\t\\N\n']), tx.copyFrom('copy cup from stdin'));
      return await text(tx.copyTo('copy (select * from cup order by id) to stdout (format csv)'));
    });
    expect(out).toBe('7,杯\n8,\n');
  });

  test('a connection that the server ended fails its transaction only', async () => {
    const work = one.database.transaction(async (tx) => {
      const { pid } = await tx.one<{ pid: number }>(sql`select pg_backend_pid() as pid`);
      await one.database.query(sql`select pg_terminate_backend(${pid})`);
      await tx.query(sql`select 1`);
    });
    await expect(work).rejects.toThrow();
    expect(await one.database.one(sql`select 1 as fine`)).toEqual({ fine: 1 });
  });
});
