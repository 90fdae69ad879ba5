/** An appeal in a browser: a resident tells us something on a phone, staff accept and answer it, the resident judges; and one taken down at the counter that was told before. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { numerals } from '../appeals/numerals.ts';
import { type BrowserHouse, browserPath, openBrowserHouse, openPage } from './browserHouse.ts';
import { seriousOf } from './violations.ts';

let house: BrowserHouse;
const phone = 375;

async function readableByEverybody(page: Page, where: string): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), where).toBeLessThanOrEqual(0);
  expect(await seriousOf(page), where).toEqual([]);
}

describe.runIf(browserPath)('an appeal', { retry: 1 }, () => {
  beforeAll(async () => {
    house = await openBrowserHouse({ people: 1000 });
  }, 300_000);
  afterAll(async () => house?.close());

  it('goes from a phone to the answer and back', async () => {
    const { page, complaints } = await openPage(house, phone, 'zh', '');
    await page.goto(`${house.address}/appeal`);
    await page.getByLabel('您住在哪个安置点').selectOption({ index: 1 });
    await page.getByLabel('什么事？').fill('三栋电梯坏了半个月，没有人来修。');
    await page.getByRole('button', { name: '看不清图' }).click();
    const question = page.locator('label', { hasText: '有四个数' });
    await question.waitFor();
    await page.getByLabel('有四个数').fill(numerals((await question.textContent()) ?? ''));
    await readableByEverybody(page, 'telling');
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByRole('heading', { name: '诉求回执' }).waitFor();
    await readableByEverybody(page, 'receipt');
    const [no = '', code = ''] = await page.locator('dd').allTextContents();

    const office = await openPage(house, 1366);
    await office.page.goto(`${house.address}/appeals`);
    await office.page.getByRole('link', { name: no }).click();
    const act = async (verb: string): Promise<void> => {
      await office.page.getByRole('button', { name: verb, exact: true }).first().click();
      const form = office.page.locator('form').filter({ has: office.page.getByRole('button', { name: '取消' }) });
      if (verb === '交办') await form.getByLabel('承办单位').selectOption('area:522300');
      if (verb === '答复') {
        await form.getByLabel('处理结果').selectOption('1');
        await form.getByLabel('答复内容').fill('电梯已经修好。');
        await readableByEverybody(office.page, 'answering');
      }
      await form.getByRole('button', { name: `确认${verb}` }).click();
    };
    await act('受理');
    await office.page.getByText('待交办').first().waitFor();
    await act('交办');
    await office.page.getByText('办理中').first().waitFor();
    await act('答复');
    await office.page.getByText('已答复，待回访').first().waitFor();

    await page.goto(`${house.address}/appeal?no=${no}`);
    await page.getByLabel('查询码').fill(code);
    await page.getByRole('button', { name: '查看' }).click();
    await page.getByText('电梯已经修好。').waitFor();
    await readableByEverybody(page, 'following');
    await page.getByRole('button', { name: '评价' }).click();
    await page.getByLabel('很满意').check();
    await page.getByRole('button', { name: '确定' }).click();
    await page.getByText('您的评价：很满意').waitFor();
    expect([...complaints, ...office.complaints]).toEqual([]);
    await page.context().close();
    await office.page.context().close();
  });

  it('what was half-taken down is offered again, and is gone once it is saved', async () => {
    const { page } = await openPage(house, phone);
    const open = async (): Promise<void> => {
      await page.goto(`${house.address}/appeals/new`);
    };
    const words = page.getByLabel('内容（照诉求人的原话）');
    await open();
    await words.fill('二单元楼道灯坏了一个星期，晚上看不见路。');
    await open();
    await page.getByRole('button', { name: '接着写' }).click();
    expect(await words.inputValue()).toBe('二单元楼道灯坏了一个星期，晚上看不见路。');
    await page.getByLabel('安置点', { exact: true }).selectOption({ index: 1 });
    await page.getByLabel('分类').selectOption({ index: 1 });
    await page.getByRole('button', { name: '登记', exact: true }).click();
    await page.getByRole('button', { name: '再登记一件' }).waitFor();
    await open();
    expect(await words.inputValue()).toBe('');
    await page.context().close();
  });

  it('shows what was told before, in English too', async () => {
    const { page, complaints } = await openPage(house, 1366, 'en');
    for (const isAgain of [false, true]) {
      await page.goto(`${house.address}/appeals/new`);
      await page.getByLabel('Settlement').selectOption({ index: 2 });
      await page.getByLabel('What was said, in their own words').fill('自来水每天下午停两个小时，没有通知。');
      await page.getByRole('button', { name: 'Take down', exact: true }).click();
      if (isAgain) await page.getByRole('button', { name: 'Says this again' }).click();
      await page.getByRole('heading', { name: 'Receipt of an appeal' }).waitFor();
    }
    await page.getByRole('link', { name: 'Back to the appeals' }).click();
    await page.locator('td', { hasText: 'Repeated' }).first().waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
