/** A clerk brings spreadsheets in through the page, reads what is wrong, and takes an import back. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildingCsv, communityCsv, csv, householdCsv, idNumber, personCsv, personHeader, settlementCsv } from '../imports/house.ts';
import { type BrowserHouse, browserPath, openBrowserHouse, openPage } from './browserHouse.ts';

let house: BrowserHouse;

const file = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: csv(text) });

describe.runIf(browserPath)('imports by hand', () => {
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
});
