/** A clerk brings spreadsheets in through the page, reads what is wrong, and takes an import back. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildingCsv, communityCsv, csv, householdCsv, idNumber, personCsv, personHeader, settlementCsv } from '../imports/house.ts';
import { type BrowserHouse, browserPath, openBrowserHouse, openPage } from './browserHouse.ts';

let house: BrowserHouse;

const file = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: csv(text) });

describe.runIf(browserPath)('imports by hand', { retry: 2 }, () => {
  beforeAll(async () => {
    house = await openBrowserHouse();
  });
  afterAll(async () => house?.close());

  it('shows an empty house what to do first', async () => {
    const { page, complaints } = await openPage(house, 1366);
    await page.goto(`${house.address}/board`);
    await page.getByText('还没有评估过').waitFor();
    await page.goto(`${house.address}/data-health`);
    await page.getByText('还没有安置点').waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('brings files in one after another, marks the bad cell, and takes an import back', async () => {
    const { page, complaints } = await openPage(house, 1366);
    await page.goto(`${house.address}/imports`);
    const input = page.locator('input[type=file]');
    await input.setInputFiles([
      file('1 安置点.csv', settlementCsv),
      file('2 街道社区.csv', communityCsv),
      file('3 楼栋.csv', buildingCsv),
      file('4 搬迁户.csv', householdCsv),
      file('5 搬迁人口.csv', personCsv),
    ]);
    await page.getByRole('button', { name: '直接入库' }).click();
    await expect.poll(() => page.getByRole('link', { name: '查看结果' }).count(), { timeout: 60_000 }).toBe(5);
    await input.setInputFiles([file('6 搬迁人口.csv', `${personHeader}\nH-0001|李小草|522399199001011234|汉族|子|1|8|P-0009`)]);
    await page.getByRole('button', { name: '先试一遍' }).click();
    await page.getByText('已试，未入库').waitFor();
    await page.getByText(/校验码不对/).waitFor();
    expect(await page.getByRole('link', { name: '查看结果' }).count()).toBe(5);
    await page.getByRole('button', { name: '入库', exact: true }).click();
    await expect.poll(() => page.getByRole('link', { name: '查看结果' }).count(), { timeout: 30_000 }).toBe(6);
    await page.getByRole('link', { name: '查看结果' }).first().click();
    await page.getByRole('heading', { name: '问题' }).waitFor();
    expect(await page.locator('tbody td').first().textContent()).toMatch(/表1/);
    await page.getByRole('button', { name: '改这一行' }).first().click();
    expect(await page.getByLabel(/证件号码$/).inputValue()).toMatch(/^522\*+1234$/);
    await page.getByLabel(/证件号码$/).click();
    await expect.poll(() => page.getByLabel(/证件号码$/).inputValue()).toBe('522399199001011234');
    await page.getByLabel(/证件号码$/).fill(idNumber('1999-01-01', 11));
    await page.getByRole('button', { name: '保存这一行' }).click();
    await page.getByText('这一行已入库').waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.goto(`${house.address}/registers`).then(() => page.getByRole('link', { name: '下载搬迁人口台账模板' }).click()),
    ]);
    expect(download.suggestedFilename()).toBe('搬迁人口台账模板.xlsx');

    await page.goto(`${house.address}/imports`);
    await page
      .getByRole('link', { name: /搬迁人口台账/ })
      .last()
      .click();
    await page.getByRole('button', { name: '撤销这次导入' }).click();
    await page.getByText('移除4行').waitFor();
    await page.getByRole('button', { name: '确认撤销' }).click();
    await page.getByText('已撤销', { exact: true }).waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('says of a trial what would become of the rows, and of none that it is stored', async () => {
    const { page, complaints } = await openPage(house, 1366);
    await page.goto(`${house.address}/imports`);
    const rows = 'T-8|栗坪安置点|1|2|2026年5月|1\nT-9|没有这个点|1|2|2026-05-10|1';
    await page.locator('input[type=file]').setInputFiles([file('7 纠纷.csv', `案号|安置点|纠纷类型|涉及人数|受理日期|来源\n${rows}`)]);
    await page.getByRole('button', { name: '先试一遍' }).click();
    await page.getByText('可以入库，请核对').waitFor();
    await page.getByText('入库时此行会退回').waitFor();
    expect(await page.getByRole('table').filter({ hasText: '可以入库，请核对' }).getByText('已入库').count()).toBe(0);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('asks once what unknown columns mean, remembers it, and takes a nil report', async () => {
    const { page, complaints } = await openPage(house, 1366);
    const input = page.locator('input[type=file]');
    await page.goto(`${house.address}/imports`);
    await input.setInputFiles([file('7 纠纷.csv', '卷号|安置点|类别|几个人|受理日期|来源|电话\nT-1|栗坪安置点|1|2|2026-05-10|1|13900000001')]);
    await page.getByRole('button', { name: '先试一遍' }).click();
    await page.getByRole('link', { name: '逐列对应' }).click();
    await page.getByText('139****0001').waitFor();
    await page.locator('select').first().selectOption('dispute');
    await page.getByLabel('“卷号”对应').selectOption({ label: '案号' });
    await page.getByLabel('“几个人”对应').selectOption({ label: '涉及人数' });
    await page.getByRole('button', { name: '记住并重新读取这个文件' }).click();
    await page.getByText('已试，未入库').waitFor();
    await page.getByRole('button', { name: '入库', exact: true }).click();
    await page.getByRole('link', { name: '查看结果' }).first().waitFor();
    await page.getByText(/新增1，/).waitFor();
    await page.getByRole('link', { name: '列的对应' }).click();
    await page.getByText('卷号 → 案号').waitFor();
    await page.getByRole('button', { name: /^删除/ }).click();
    await page.getByRole('button', { name: '撤销删除' }).click();
    await page.getByText('卷号 → 案号').waitFor();

    await page.goto(`${house.address}/imports/nil?register=visit`);
    await page.getByRole('button', { name: '为3个安置点作零报告' }).click();
    await page.getByText(/3个安置点零报告。/).waitFor();
    await page.getByRole('button', { name: '撤销这次导入' }).click();
    await page.getByRole('button', { name: '确认撤销' }).click();
    await page.getByRole('button', { name: '为3个安置点作零报告' }).waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('offers the column that a broken rule asks for, though the sheet has none', async () => {
    const { page, complaints } = await openPage(house, 375);
    const person = idNumber('1982-02-02', 2);
    const work = '证件号码|就业状态|就业形式|务工地|起始日期|求职意愿|确认方式|确认日期';
    const seen = page.getByRole('link', { name: '查看结果' });
    await page.goto(`${house.address}/imports`);
    const store = async (name: string, text: string, outcomes: number) => {
      await page.locator('input[type=file]').setInputFiles([file(name, text)]);
      await page.getByRole('button', { name: '直接入库' }).click();
      await expect.poll(() => seen.count(), { timeout: 30_000 }).toBe(outcomes);
    };
    await store('5 搬迁人口.csv', personCsv, 1);
    await store('7 就业.csv', `${work}|暂不能就业原因\n${person}|2||||2|1|2026-02-01|2`, 2);
    await store('8 就业.csv', `${work}\n${person}|1|1|520000|2026-02-20|2|1|2026-03-01`, 3);
    await seen.first().click();
    await page.getByText(/《就业务工台账》中已有的是“暂不能就业原因”/).waitFor();
    await page.getByRole('button', { name: '改这一行' }).first().click();
    await page.getByLabel(/^暂不能就业原因/).fill('#清空');
    await page.getByRole('button', { name: '保存这一行' }).click();
    await page.getByText('这一行已入库').waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('shows the rows that a full list leaves out, and finds rows that wait', async () => {
    const { page, complaints } = await openPage(house, 1366);
    const devices = (numbers: readonly number[]) =>
      `设备编号|安置点|设备类型|状态\n${numbers.map((number) => `D${number}|洒金安置点|1|1`).join('\n')}`;
    const all = Array.from({ length: 12 }, (_, at) => 301 + at);
    await page.goto(`${house.address}/imports`);
    await page.locator('input[type=file]').setInputFiles([file('1 设备.csv', devices(all))]);
    await page.getByRole('button', { name: '直接入库' }).click();
    await page.getByText(/新增12，/).waitFor();
    await page.getByLabel('方式').selectOption('full');
    await page.locator('input[type=file]').setInputFiles([file('2 设备.csv', devices(all.slice(0, 6)))]);
    await page.getByRole('button', { name: '直接入库' }).click();
    await page.getByText(/由另一人复核入库/).waitFor();
    await page.getByRole('link', { name: '查看结果' }).first().click();
    await page.getByText('D312').waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '下载这份名单' }).click()]);
    expect(download.suggestedFilename()).toMatch(/^确认后记为缺席的行-\d+\.csv$/);

    await page.goto(`${house.address}/imports`);
    await page.locator('input[type=file]').setInputFiles([file('走访.csv', '户编号|走访人|走访日期|方式\nH-0077|张三|2026-02-01|1')]);
    await page.getByRole('button', { name: '直接入库' }).click();
    await page.getByText(/待匹配1/).waitFor();
    await page.getByRole('link', { name: '待匹配', exact: true }).click();
    await page.getByRole('option', { name: '找不到户 1' }).waitFor({ state: 'attached' });
    await page.getByRole('searchbox', { name: '查找', exact: true }).fill('没有这个');
    await page.getByRole('button', { name: '查找' }).click();
    await page.getByText('没有符合条件的行').waitFor();
    await page.getByRole('searchbox', { name: '查找', exact: true }).fill('H-0077');
    await page.getByRole('button', { name: '查找' }).click();
    await page.getByRole('row', { name: /走访\.csv/ }).waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
