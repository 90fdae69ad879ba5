/** README sections 8 and 16.10: wide sheets become rows. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { counts, lines, openTestHouse, people, rowsOf, send, settle, type TestHouse } from './house.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
  await settle(house);
});
afterAll(() => house.close());

const { wang } = people;

test('the four kinds of income, with the productive cost beside its income; who collected goes to every row', async () => {
  const report = await send(
    house,
    `
    户编号|季度|工资性收入|生产经营性收入|生产经营性支出|转移性收入|财产性收入|采集方式|采集人|采集日期
    H-0001|2023Q4|9000|3000|1000|600||1|张三|2024-01-05
    H-0002|2023Q4|0|||||1|张三|2024-01-05`,
    { dataDate: '2024-01-31' },
  );
  expect([report.register, lines(report), counts(report)]).toEqual(['income', [], [4, 0, 0, 0, 0]]);
  expect(await rowsOf(house, 'income', 'household_no, income_item, gross_amount, cost_amount, net_amount, collected_by', '1, 2')).toEqual([
    { household_no: 'H-0001', income_item: '10', gross_amount: '9000.00', cost_amount: null, net_amount: '9000.00', collected_by: '张三' },
    { household_no: 'H-0001', income_item: '20', gross_amount: '3000.00', cost_amount: '1000.00', net_amount: '2000.00', collected_by: '张三' },
    { household_no: 'H-0001', income_item: '30', gross_amount: '600.00', cost_amount: null, net_amount: '600.00', collected_by: '张三' },
    { household_no: 'H-0002', income_item: '10', gross_amount: '0.00', cost_amount: null, net_amount: '0.00', collected_by: '张三' },
  ]);
});

test('a year without a quarter is refused, with a column of the quarter it is read', async () => {
  const yearly = await send(house, '户编号|年度|工资性收入|采集方式|采集人|采集日期\nH-0001|2022|9000|1|张三|2023-01-05', {
    register: 'income',
    dataDate: '2024-01-31',
  });
  expect(lines(yearly)).toEqual(['refused 2 imports.quarter-missing']);
  const quarterly = await send(house, '户编号|年度|季度|工资性收入|采集方式|采集人|采集日期\nH-0001|2022年|第一季度|9000|1|张三|2023-01-05', {
    register: 'income',
    dataDate: '2024-01-31',
  });
  expect([lines(quarterly), await rowsOf(house, "income where period like '2022%'", 'period')]).toEqual([[], [{ period: '2022-Q1' }]]);
});

test('a narrow sheet with a column of productive cost stays narrow', async () => {
  const report = await send(house, '户编号|季度|项目|总金额|生产经营性支出|采集方式|采集人|采集日期\nH-0001|2021Q4|21|500|100|1|张三|2022-01-05', {
    dataDate: '2024-01-31',
  });
  expect([lines(report), await rowsOf(house, "income where period = '2021-Q4'", 'income_item, cost_amount')]).toEqual([
    [],
    [{ income_item: '21', cost_amount: '100.00' }],
  ]);
});

test('kinds of expense; what was reimbursed is 0 for all only when the column says 0', async () => {
  const header = '户编号|医疗支出|教育支出|报销救助额|发生日期';
  const report = await send(
    house,
    `
    ${header}
    H-0001|1000|500|0|2024-01-05
    H-0001|800||300|2024-01-06
    H-0001|800|200|300|2024-01-07
    H-0002|800|||2024-01-08`,
    { register: 'expense', dataDate: '2024-01-31' },
  );
  expect(counts(report)).toEqual([3, 0, 0, 3, 0]);
  expect(lines(report)).toEqual(['refused D4 imports.not-divisible', 'refused D4 imports.not-divisible', 'refused D5 imports.required']);
  expect(await rowsOf(house, 'expense', 'occurred_on, expense_type, amount, reimbursed, self_paid', '1, 2')).toEqual([
    { occurred_on: '2024-01-05', expense_type: '1', amount: '1000.00', reimbursed: '0.00', self_paid: '1000.00' },
    { occurred_on: '2024-01-05', expense_type: '2', amount: '500.00', reimbursed: '0.00', self_paid: '500.00' },
    { occurred_on: '2024-01-06', expense_type: '1', amount: '800.00', reimbursed: '300.00', self_paid: '500.00' },
  ]);
});

test('allowances become benefits that are drawn', async () => {
  const report = await send(
    house,
    `
    身份证号|姓名|高龄津贴|特困供养|最近发放月
    ${wang.id}|${wang.name}|80|900|2024-01`,
    { register: 'welfare_benefit', dataDate: '2024-01-31' },
  );
  expect(lines(report)).toEqual([]);
  expect(await rowsOf(house, 'welfare_benefit', 'person_no, benefit_type, status, amount', '2')).toEqual([
    { person_no: 'P-0001', benefit_type: '3', status: '3', amount: '80.00' },
    { person_no: 'P-0001', benefit_type: '5', status: '3', amount: '900.00' },
  ]);
});
