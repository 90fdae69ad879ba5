/** Past days evaluated one after another: each sees who lived where on that day, whatever came later; and a case that was followed to its end stays closed. */
import sql from 'sql-template-tag';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { evaluate } from '#features/evaluation/evaluate.ts';
import { momentOf } from '#features/evaluation/moment.ts';
import { seedCalendar } from '#features/calendar/calendar.ts';
import { householdHeader, idNumber, openTestHouse, people, personHeader, send, settle, type TestHouse } from '../imports/house.ts';

let house: TestHouse;
const never = new Date('2030-01-01T00:00:00Z');
const on = (day: string): Promise<unknown> => evaluate(house.database, { day, moment: momentOf(day, never) });

const dwellingHeader = '房屋编号|安置点|楼栋|房号|户编号|房屋坐落|建筑面积|实际居住状态|最近核查日期|隐患等级|隐患发现日期';
const dwelling = async (dataDate: string, level: string): Promise<void> => {
  const report = await send(house, `${dwellingHeader}\nF1|栗坪安置点|1栋|101|H-0001|某街|80|1|${dataDate}|${level}|2024-02-01`, {
    register: 'housing',
    dataDate,
  });
  expect(report.refused + report.aside, JSON.stringify(report.problems)).toBe(0);
};

interface Line {
  readonly household_no: string;
  readonly settlement_code: string;
  readonly state: string;
  readonly stage: string;
  readonly raised_on: string;
}

const warnings = (): Promise<Line[]> =>
  house.database.query(sql`select household_no, settlement_code, state, stage, raised_on from warning where item_code = 'B02' order by warning_id`);
const inDanger = { household_no: 'H-0001', settlement_code: '522301A001', state: 'open' };

beforeEach(async () => {
  house = await openTestHouse();
  await house.database.transaction((tx) => seedCalendar(tx));
  await settle(house);
  await dwelling('2024-02-28', '4');
});
afterEach(() => house.close());

const { wang, li, child } = people;

test('a household that moves later is at its old place until then', async () => {
  const moved = `H-0001|${wang.name}|${wang.id}|兴义市|某乡某村|洒金安置点|洒金社区|1栋|1|201|2018-05-01|2018|1|3|3|2|13900000001|1`;
  expect((await send(house, `${householdHeader}\n${moved}`, { dataDate: '2024-05-30' })).changed).toBe(1);
  await on('2024-03-01');
  expect(await warnings()).toMatchObject([inDanger]);
  await on('2024-03-05');
  expect(await warnings()).toMatchObject([inDanger]);
  await dwelling('2024-05-30', '4');
  await on('2024-05-31');
  expect(await warnings()).toMatchObject([{ household_no: 'H-0001', settlement_code: '522301A002' }]);
});

test('a flat in danger stays on the list when its people are written into another household', async () => {
  const members = [
    `H-0002|${wang.name}|${wang.id}|汉族|其他|1|8|P-0001`,
    `H-0002|${li.name}|${li.id}|布依族|其他|1|8|P-0002`,
    `H-0002|${child.name}|${child.id}|汉族|其他|5|3|P-0003`,
  ];
  await on('2024-03-01');
  expect((await send(house, `${personHeader}\n${members.join('\n')}`, { dataDate: '2024-03-03' })).changed).toBe(3);
  for (const day of ['2024-03-05', '2024-03-20']) {
    await on(day);
    expect(await warnings(), day).toMatchObject([inDanger]);
  }
});

test('a household that the latest full list lacks is unknown, not well', async () => {
  await on('2024-03-01');
  const others = `H-0003|新户主|${idNumber('19800101', 33)}|兴义市|某乡某村|栗坪安置点|栗坪社区|1栋|1|102|2018-05-01|2018|1|1|1|1|13900000003|1`;
  const list = await send(house, `${householdHeader}\n${others}`, {
    dataDate: '2024-03-05',
    mode: 'full',
    covers: ['522301A001'],
    confirmedBy: '李',
  });
  expect(list.missing, JSON.stringify(list)).toBe(1);
  await on('2024-03-06');
  expect(await warnings()).toMatchObject([{ ...inDanger, state: 'unknown' }]);
});

test('what comes after the time of following is a new case, also where no day between was evaluated', async () => {
  await on('2024-03-01');
  await dwelling('2024-03-02', '0');
  await on('2024-03-03');
  const cleared = await house.database.execute(sql`
    update warning set stage = 'tracked', state = 'recovered', cleared_at = '2024-03-03', track_until = '2024-06-01' where item_code = 'B02'`);
  expect(cleared).toBe(1);
  await dwelling('2024-06-20', '4');
  await on('2024-06-21');
  expect(await warnings()).toMatchObject([
    { stage: 'archived', state: 'recovered', raised_on: '2024-03-01' },
    { stage: 'raised', state: 'open', raised_on: '2024-06-21' },
  ]);
});

test('a relapse inside it opens the same case again, and its level stands since that day', async () => {
  await on('2024-03-01');
  await dwelling('2024-03-02', '0');
  await on('2024-03-03');
  await house.database.execute(sql`
    update warning set stage = 'tracked', state = 'recovered', cleared_at = '2024-03-03', track_until = '2024-06-01' where item_code = 'B02'`);
  await dwelling('2024-03-08', '4');
  await on('2024-03-09');
  expect(await warnings()).toMatchObject([{ stage: 'raised', state: 'open', raised_on: '2024-03-01' }]);
  expect(await house.database.one(sql`select level_since from warning where item_code = 'B02'`)).toEqual({ level_since: '2024-03-09' });
});
