/** The second lock under what people bring: even where the check of the reach is wrong, no row is written that lies, lay or serves outside it. */
import sql, { raw } from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { reachSetting, writerRole } from '#derive/rowPolicy.ts';
import { importRows } from '#features/imports/importRows.ts';
import { withinReach } from '#features/imports/withinReach.ts';
import { tables } from '#features/tables.ts';
import { counts, openTestHouse, people, rowsOf, send, settle, type TestHouse } from '../imports/house.ts';

let house: TestHouse;
const own = '522301A001';
const foreign = '522301A002';
const reach = (): readonly string[] => [own];

beforeAll(async () => {
  house = await openTestHouse();
  await settle(house);
});
afterAll(() => house.close());

const work = (person: string, dataDate: string) => ({
  rows: [{ person_no: person, emp_status: '2', job_wish: '1', unemployed_on: '2024-05-01', confirmed_type: '1', confirmed_on: dataDate }],
  order: { dataDate, reach },
});
const bring = async (person: string, dataDate: string) => {
  const { rows, order } = work(person, dataDate);
  return counts(await importRows(house, 'employment', rows, order));
};

/** Makes whatever is written to a table lie elsewhere, after every check of ours has looked at it. */
async function whileMisplacing<T>(table: string, event: string, work: () => Promise<T>): Promise<T> {
  await house.database.transaction((tx) =>
    tx.raw(`create function misplace() returns trigger language plpgsql as $$ begin new.settlement_code := '${foreign}'; return new; end $$;
      create trigger misplace before ${event} on ${table} for each row execute function misplace()`),
  );
  try {
    return await work();
  } finally {
    await house.database.transaction((tx) => tx.raw(`drop trigger misplace on ${table}; drop function misplace()`));
  }
}

const everything = async (): Promise<unknown> => {
  const all: [string, unknown][] = [];
  for (const { name } of tables.filter(({ written }) => written !== undefined).concat(tables.filter(({ name }) => name === 'import_run')))
    all.push([name, await rowsOf(house, name, 'md5(t::text) as mark'.replace('t::text', `${name}::text`), '1')]);
  return all;
};

test('rows of the own settlement are added and replaced, with their history', async () => {
  expect(await bring(people.li.id, '2024-05-01')).toEqual([1, 0, 0, 0, 0]);
  expect(await bring(people.li.id, '2024-06-01')).toEqual([0, 1, 0, 0, 0]);
  expect(await bring(people.li.id, '2024-06-02')).toEqual([0, 1, 0, 0, 0]);
  // A late statement goes into its place.
  expect(await bring(people.li.id, '2024-05-15')).toEqual([0, 1, 0, 0, 0]);
  expect(await rowsOf(house, 'employment_history', 'data_date', '1')).toHaveLength(3);
});

test.each(['employment', 'register_feed'])(
  'a new row of %s that a wrong check lets through ends the import, and nothing is stored',
  async (table) => {
    const before = await everything();
    await whileMisplacing(table, 'insert', () => expect(bring(people.wang.id, '2024-06-01')).rejects.toThrow(/row-level security/));
    expect(await everything()).toEqual(before);
    expect(await bring(people.wang.id, '2024-06-01')).toEqual([1, 0, 0, 0, 0]);
    await house.database.execute(sql`delete from employment where person_no = 'P-0001'`);
    await house.database.execute(sql`delete from register_feed where register = 'employment'`);
  },
);

test('a row that is moved out by a wrong check ends the import', async () => {
  const before = await everything();
  await whileMisplacing('employment', 'update', () => expect(bring(people.li.id, '2024-06-10')).rejects.toThrow(/row-level security/));
  expect(await everything()).toEqual(before);
});

test('a row that lies outside is not there to be written, and one that serves outside is not written', async () => {
  const within = <T>(work: () => Promise<T>): Promise<T> => house.database.transaction((tx) => withinReach(tx, [own], work as () => Promise<T>));
  const asWriter = (statement: ReturnType<typeof sql>): Promise<number> =>
    house.database.transaction((tx) => withinReach(tx, [own], () => tx.execute(statement)));
  expect(await asWriter(sql`update household set head_name = head_name`)).toBe(1);
  expect(await asWriter(sql`update person set name = 'x' where person_no = 'P-0004'`)).toBe(0);
  await expect(asWriter(sql`update household set settlement_code = ${foreign}`)).rejects.toThrow(/row-level security/);
  await send(house, `编码|名称|学段|所在县|安置点|服务安置点\nS-1|栗坪小学|2|兴义市|栗坪安置点|`, { register: 'school', dataDate: '2024-01-01' });
  expect(await within(async () => 'nothing')).toBe('nothing');
  const served = asWriter(sql`update street_community set settlement_codes = array[${foreign}]`);
  await expect(served).rejects.toThrow(/row-level security/);
});

test('of no table is more written than of the registers, and nothing is deleted', async () => {
  const asWriter = (text: string) =>
    house.database.transaction((tx) => tx.query(raw(text)), { opening: `set local role ${writerRole}; set local ${reachSetting} to '{${own}}'` });
  for (const { name, written } of tables) {
    await expect(asWriter(`delete from ${name}`), name).rejects.toThrow(/permission denied/);
    if (written === undefined) await expect(asWriter(`update ${name} set ctid = ctid`), name).rejects.toThrow(/permission denied|system column/);
    else if (written === 'within-reach') {
      const seen = await asWriter(`select distinct settlement_code from ${name}`);
      expect(
        seen.filter((row) => (row as { settlement_code: string }).settlement_code !== own),
        name,
      ).toEqual([]);
    }
  }
  expect(tables.filter(({ written }) => written === 'within-reach').length).toBeGreaterThan(60);
});

test('without a reach the role writes nothing', async () => {
  const nowhere = house.database.transaction((tx) => tx.execute(sql`update household set head_name = head_name`), {
    opening: `set local role ${writerRole}`,
  });
  expect(await nowhere).toBe(0);
});
