/** Proposed migrations: whatever differs, the file leads from the structure that stands to the one that is wanted, and the rows that stand are there after it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sql from 'sql-template-tag';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '#platform/database/database.ts';
import { migrate } from '#platform/database/migrate.ts';
import { createTestDatabase, type TestDatabase } from '#platform/database/testDatabase.ts';
import type { Proposal } from '#platform/structure/proposal.ts';
import { missingInMigrations, proposeMigration } from '#platform/structure/proposeMigration.ts';
import { withScratchDatabase } from '#platform/structure/scratch.ts';
import { writeMigration } from '#platform/structure/writeMigration.ts';
import { type Asked, carry as carryIn, changed, house, rows } from './smallHouse.ts';

let one: TestDatabase;
let empty: Database;
let closeEmpty: () => void;
let ended: Promise<void>;
const folder = mkdtempSync(join(tmpdir(), 'anju-proposal-'));
beforeAll(async () => {
  one = await createTestDatabase(1);
  await new Promise<void>((ready) => {
    ended = withScratchDatabase(one.url, async (database) => {
      empty = database;
      ready();
      await new Promise<void>((close) => {
        closeEmpty = close;
      });
    });
  });
});
afterAll(async () => {
  closeEmpty();
  await ended;
  await one.drop();
  rmSync(folder, { recursive: true });
});

const carry = (from: string, to: string, asked?: Asked, look?: (database: Database) => Promise<void>): Promise<Proposal & { text: string }> =>
  carryIn(empty, from, to, asked, look);

test('nothing differs: nothing is written', async () => {
  expect((await carry(house, house)).text).toBe('');
});

describe('what a file can do by itself', () => {
  const cases: readonly (readonly [string, string])[] = [
    [
      'a table with keys, policies, grants and comments',
      `${house} create table pet (pet_no integer primary key, of integer references person (person_no), name text collate "C" not null);
      create index pet_of_idx on pet (of); alter table pet enable row level security; create policy own on pet to anju_reader using (of in (select person_no from person)); grant select on pet to anju_reader; comment on column pet.name is '名'; create view shown.pet as select * from pet;`,
    ],
    [
      'columns in the middle of a table',
      changed([
        'seen date,',
        'aim text[], seen date, level integer not null default 3, at timestamptz not null default now(), line bigint generated always as identity,',
      ]),
    ],
    [
      'another default, none, and an empty value allowed',
      changed(
        ["default 'none'", "default 'it''s'"],
        ['name text collate "C" not null', 'name text collate "C"'],
        ['sum numeric(8,2)', 'sum numeric(8,2) default 0'],
      ),
    ],
    ['a wider type under views and policies', changed(['numeric(8,2)', 'numeric(12,2)'], ['town_no integer', 'town_no bigint'])],
    ['a code more in a check', changed(["('a', 'b')", "('a', 'b', 'c')"])],
    [
      'an index more, one less and one otherwise',
      changed(
        ['create index person_town_no_idx on person (town_no)', 'create index person_state_idx on person (state, town_no)'],
        ['sum > 5', 'sum > 6'],
      ),
    ],
    ['another key under a foreign key', changed(['primary key (town_no)', 'constraint town_by_no primary key (town_no)'])],
    ['a view on which a view rests', changed(['person_no, state, sum from person where', 'person_no, seen, state, sum from person where'])],
    ['a view less, with what rests on it', changed(['create view shown.rich as select person_no from shown.person where sum > 10;', ''])],
    [
      'a function, its trigger and who may run it',
      changed(
        ['begin return null; end', 'begin return old; end'],
        ['enable always', 'enable replica'],
        ['revoke execute on function refuse from public;', ''],
      ),
    ],
    [
      'another result of a function',
      changed(['create function refuse()', 'create function sum_of(out a integer) language sql as $$ select 1 $$; create function refuse()']),
    ],
    [
      'policies, grants and row security',
      changed(
        ['sum > 0', 'sum > 1'],
        ['grant select on person', 'grant select, insert on person'],
        ['alter table person enable', 'alter table town enable'],
      ),
    ],
    [
      'comments',
      changed(["comment on table person is '人'", "comment on table person is '人''们\\'"], ["comment on column shown.person.sum is '金额';", '']),
    ],
    ['room in the pages', `${house} alter table town set (fillfactor = 90);`],
    ['a role that is new to the house', `${house} grant select on town to anju_writer; create policy w on person to anju_writer using (true);`],
    [
      'a schema',
      `${house} create schema more; create view more.towns as select name from town; comment on schema more is '更多'; grant usage on schema more to anju_reader;`,
    ],
  ];
  test.each(cases)('%s', async (_, to) => {
    const { text, byHand, keeps } = await carry(house, to);
    expect(text).toMatch(/^-- Next\.\n-- Proposed by/);
    expect([byHand, keeps]).toEqual([[], []]);
    // Forward only, but each way is one that a declaration can take.
    await carry(to, house);
  });
});

describe('what is declared no more', () => {
  const without = changed(
    [', sum numeric(8,2)', ''],
    ['create unique index person_sum_key on person (sum) where sum > 5;', ''],
    ['state, sum from person where sum is not null', 'state from person'],
    ['where sum > 10', ''],
    ["comment on column person.sum is '金额';", ''],
    ["comment on column shown.person.sum is '金额';", ''],
    ['using (sum > 0)', 'using (true)'],
    ['note text default', 'nota text default'],
  ).replace('state text not null,', 'state text,');

  test('columns are kept with their values, and named', async () => {
    const { keeps, text } = await carry(house, without, {}, async (database) => {
      expect(await database.query(sql`select sum from person order by person_no`)).toEqual([{ sum: '12.50' }, { sum: null }]);
      expect(await database.query(sql`select distinct note, nota from town`)).toEqual([{ note: 'none', nota: 'none' }]);
    });
    expect(keeps).toEqual(['person.sum', 'town.note']);
    expect(text).toContain('-- kept: column person.sum. Nothing declares it any more');
    expect(text).toContain('Dropping it loses its values (numeric(8,2))');
  });

  test('columns are dropped when that is asked for', async () => {
    const { drops, keeps } = await carry(house, without, { drop: true }, async (database) => {
      await expect(database.query(sql`select sum from person`)).rejects.toThrow(/sum/);
    });
    expect([drops, keeps]).toEqual([['person.sum', 'town.note'], []]);
  });

  test('what a kept column asked of new rows, it asks no more', async () => {
    await carry(
      house,
      changed(
        ['state text not null, ', ''],
        [",\n    constraint person_state check (state in ('a', 'b'))", ''],
        ['person_no, state, sum', 'person_no, sum'],
      ),
      {},
      async (database) => {
        expect(await database.execute(sql`insert into person (person_no) values (3)`)).toBe(1);
      },
    );
  });

  test('a table is kept with its rows, and nobody reaches it; later it can be dropped', async () => {
    const [before] = house.split('create table person');
    const town = `${before} create function refuse() returns trigger language plpgsql as $$ begin return null; end $$; revoke execute on function refuse from public;
      create trigger town_stays before delete on town for each row execute function refuse(); alter table town enable always trigger town_stays;`;
    const { keeps } = await carry(house, town, {}, async (database) => {
      expect(await database.query(sql`select has_table_privilege('anju_reader', 'person', 'select') as reads`)).toEqual([{ reads: false }]);
      expect(await database.query(sql`select conname::text from pg_constraint where contype = 'f'`)).toEqual([]);
    });
    expect(keeps).toEqual(['person']);
    const own = mkdtempSync(join(folder, 'two-'));
    writeFileSync(join(own, '0001-first.sql'), house);
    const declaration = { sql: town, makeRole: () => '' };
    writeMigration(own, { name: 'keep' }, await proposeMigration({ empty, folder: own }, declaration));
    const last = await proposeMigration({ empty, folder: own, drop: true }, declaration);
    expect(last).toMatchObject({ lines: ['drop table person;'], drops: ['person'] });
  });

  test('tables that point to each other, with functions on which their indexes and triggers rest, are dropped together', async () => {
    const tied = `${house} create function half(integer) returns integer language sql immutable as $$ select $1 / 2 $$; create index town_half_idx on town (half(town_no));
      alter table town add column mayor integer references person (person_no); create policy tied on town using (town_no in (select town_no from person));`;
    await carry(tied, 'create table other (id integer primary key);', { drop: true, holds: false });
  });
});

describe('what a person has to say', () => {
  const fuller = changed(
    ['seen date,', 'seen date not null, kind text not null,'],
    ['sum numeric(8,2)', 'sum integer not null'],
    ['sum > 5', '(sum > 5)'],
  );

  test('is named, marked in the file, and missing until it is written', async () => {
    const { byHand, text } = await carry(house, fuller);
    expect(byHand.map(({ en }) => en.split(':')[0])).toEqual([
      'person.kind must not be empty and has no default',
      'person.sum becomes integer from numeric(8,2)',
      'person.sum must not be empty any more',
      'person.seen must not be empty any more',
    ]);
    expect(text.match(/^-- by hand:/gm)).toHaveLength(4);
    const own = mkdtempSync(join(folder, 'hand-'));
    writeFileSync(join(own, '0001-first.sql'), house);
    writeFileSync(join(own, '0002-next.sql'), text);
    expect((await missingInMigrations({ empty, folder: own }, { sql: fuller, makeRole: () => '' })).map((line) => line.slice(0, 12))).toEqual(
      Array(4).fill('? -- by hand'),
    );
    await withScratchDatabase(one.url, async (database) => {
      writeFileSync(join(own, '0002-next.sql'), 'select 1');
      await migrate(database, own);
      await database.transaction((tx) => tx.raw(rows));
      writeFileSync(join(own, '0003-next.sql'), text);
      await expect(migrate(database, own)).rejects.toMatchObject({ code: 'database.migration-failed', params: { name: '0003-next.sql' } });
      expect(await database.one(sql`select sum from person where person_no = 1`)).toEqual({ sum: '12.50' });
    });
  });

  test('is written with what was said', async () => {
    const fills = {
      'person.kind': "case state when 'a' then 'old' else 'new' end",
      'person.sum': 'coalesce(ceil(sum), 0)',
      'person.seen': "date '2024-01-01'",
    };
    await carry(house, fuller, { fills }, async (database) => {
      expect(await database.query(sql`select kind, sum, seen from person order by person_no`)).toEqual([
        { kind: 'old', sum: 13, seen: '2024-02-29' },
        { kind: 'new', sum: 0, seen: '2024-01-01' },
      ]);
    });
    await expect(carry(house, fuller, { fills: { 'person.kin': '1' } })).rejects.toMatchObject({ code: 'structure.fill-unknown' });
  });

  test('a number that counts by itself goes on after the highest', async () => {
    await carry(
      house,
      changed(['person_no integer primary key', 'person_no integer generated by default as identity primary key']),
      {},
      async (database) => {
        expect(await database.one(sql`insert into person (state) values ('a') returning person_no`)).toEqual({ person_no: 3 });
      },
    );
  });

  test('what cannot be declared is said', async () => {
    await expect(carry(house, `${house} create view odd as select nothing from town;`)).rejects.toMatchObject({ code: 'structure.undeclarable' });
  });

  test('what is not understood is refused by name', async () => {
    await expect(carry(house, `${house} create sequence bell; create type mood as enum ('a');`)).rejects.toMatchObject({
      code: 'structure.unread',
      params: { names: 'bell, mood' },
    });
  });
});
