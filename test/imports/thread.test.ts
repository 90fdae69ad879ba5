/** One register after the other, end to end: from csv text to rows of the registers. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { counts, lines, openTestHouse, people, rowsOf, send, settle, type TestHouse } from './house.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

test('settlements, places, households and people are recognised by their headers and stored', async () => {
  const reports = await settle(house);
  expect(
    reports.map(({ problem, problems, register, ...report }) => ({
      lines: lines({ problem, problems } as never),
      register,
      counts: counts(report as never),
    })),
  ).toEqual([
    { lines: [], register: 'settlement', counts: [3, 0, 0, 0, 0] },
    { lines: [], register: 'street_community', counts: [4, 0, 0, 0, 0] },
    { lines: [], register: 'building', counts: [4, 0, 0, 0, 0] },
    { lines: [], register: 'household', counts: [2, 0, 0, 0, 0] },
    { lines: [], register: 'person', counts: [4, 0, 0, 0, 0] },
  ]);
  expect(await rowsOf(house, 'person', 'person_no, household_no, settlement_code, community_code, building_code, sex, birth_date, ethnic')).toEqual([
    {
      person_no: 'P-0001',
      household_no: 'H-0001',
      settlement_code: '522301A001',
      community_code: '522301001901',
      building_code: '522301A001-1',
      sex: '1',
      birth_date: '1980-01-01',
      ethnic: '01',
    },
    {
      person_no: 'P-0002',
      household_no: 'H-0001',
      settlement_code: '522301A001',
      community_code: '522301001901',
      building_code: '522301A001-1',
      sex: '2',
      birth_date: '1982-02-02',
      ethnic: '09',
    },
    {
      person_no: 'P-0003',
      household_no: 'H-0001',
      settlement_code: '522301A001',
      community_code: '522301001901',
      building_code: '522301A001-1',
      sex: '1',
      birth_date: '2012-03-03',
      ethnic: '01',
    },
    {
      person_no: 'P-0004',
      household_no: 'H-0002',
      settlement_code: '522301A002',
      community_code: '522301001902',
      building_code: '522301A002-1',
      sex: '1',
      birth_date: '1975-04-04',
      ethnic: '06',
    },
  ]);
});

test('a department sends identity number and name; the row lies where the person lives', async () => {
  const report = await send(
    house,
    `
    身份证号|姓名|就业状态|就业形式|务工地|就业时间|求职意愿|确认方式|确认日期|欠薪天数|失业日期
    ${people.wang.id}|${people.wang.name}|就业|1|兴义市|2023-05-01|一般|1|2024-02-01|0|
    ${people.zhao.id}|${people.zhao.name}|未就业有意愿||||强|1|2024-02-01||2024-01-01`,
    { dataDate: '2024-02-01' },
  );
  expect(lines(report)).toEqual([]);
  expect(report).toMatchObject({ register: 'employment', added: 2, refused: 0, aside: 0, settlements: ['522301A001', '522301A002'] });
  expect(await rowsOf(house, 'employment', 'person_no, emp_status, settlement_code, data_date')).toEqual([
    { person_no: 'P-0001', emp_status: '1', settlement_code: '522301A001', data_date: '2024-02-01' },
    { person_no: 'P-0004', emp_status: '2', settlement_code: '522301A002', data_date: '2024-02-01' },
  ]);
  expect(await rowsOf(house, "register_feed where register = 'employment'", 'settlement_code, data_date, nil')).toEqual([
    { settlement_code: '522301A001', data_date: '2024-02-01', nil: false },
    { settlement_code: '522301A002', data_date: '2024-02-01', nil: false },
  ]);
  expect(await rowsOf(house, 'evaluation_request', 'settlement_code')).toContainEqual({ settlement_code: '522301A002' });
});
