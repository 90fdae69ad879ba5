/** A clerk brings spreadsheets in through the page, reads what is wrong, and takes an import back. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildingCsv, communityCsv, csv, householdCsv, idNumber, personCsv, personHeader, settlementCsv } from '../imports/house.ts';
import { type BrowserHouse, browserPath, openBrowserHouse, openPage } from './browserHouse.ts';

let house: BrowserHouse;

const file = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: csv(text) });

describe.runIf(browserPath)('imports by hand', { retry: 2 }, () => {
  beforeAll(async () => {
    house = await openBrowserHouse();
  }, 120_000);
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
    await expect.poll(() => page.getByRole('link', { name: '查看结果' }).count(), { timeout: 60_000 }).toBe(5);
    await input.setInputFiles([file('6 搬迁人口.csv', `${personHeader}\nH-0001|李小草|522399199001011234|汉族|子|1|8|P-0009`)]);
    await expect.poll(() => page.getByText(/退回1/).count(), { timeout: 30_000 }).toBeGreaterThan(0);
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

  it('asks once what unknown columns mean, remembers it, and takes a nil report', async () => {
    const { page, complaints } = await openPage(house, 1366);
    const input = page.locator('input[type=file]');
    await page.goto(`${house.address}/imports`);
    await input.setInputFiles([file('7 纠纷.csv', '卷号|安置点|类别|几个人|受理日期|来源|电话\nT-1|栗坪安置点|1|2|2026-05-10|1|13900000001')]);
    await page.getByRole('link', { name: '逐列对应' }).click();
    await page.getByText('139****0001').waitFor();
    await page.locator('select').first().selectOption('dispute');
    await page.getByLabel('“卷号”对应').selectOption({ label: '案号' });
    await page.getByLabel('“几个人”对应').selectOption({ label: '涉及人数' });
    await page.getByRole('button', { name: '记住并重新读取这个文件' }).click();
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
  }, 120_000);
});
