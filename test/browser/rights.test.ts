/** The pages of rights requests and of posts that change hands, as people use them: on a phone and in the office, in both languages. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import sql from 'sql-template-tag';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signedIn } from '../fixtures/signedIn.ts';
import { type BrowserHouse, browserPath, openBrowserHouse, openPage } from './browserHouse.ts';
import { seriousOf } from './violations.ts';

let house: BrowserHouse;
let person = { no: '', household: '', name: '' };
/** Where pictures are put for people to look at. */
const pictures = process.env.ANJU_TEST_PICTURES;

async function look(page: Page, name: string): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), name).toBeLessThanOrEqual(0);
  expect(await seriousOf(page)).toEqual([]);
  if (pictures === undefined) return;
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
}

describe.runIf(browserPath)('rights and posts', { retry: 1 }, () => {
  beforeAll(async () => {
    house = await openBrowserHouse({ people: 1000 });
    const row = await house.machine.database.one<{ person_no: string; household_no: string; name: string }>(sql`
      select person_no, person.household_no, name from person join household using (household_no) where relation <> '02' and person.end_date is null order by 1 limit 1`);
    person = { no: row.person_no, household: row.household_no, name: row.name };
  }, 300_000);
  afterAll(async () => house?.close());

  it('a person is opened, corrected, restricted and lifted; an erasure is refused with its reason', async () => {
    const { page, complaints } = await openPage(house, 1366);
    await page.goto(`${house.address}/person-rights`);
    await page.getByRole('textbox', { name: '人员编号或证件号码' }).fill(person.no);
    await page.getByRole('button', { name: '办理', exact: true }).click();
    await page.getByRole('heading', { name: person.name }).waitFor();
    await page.getByRole('combobox', { name: /^请求\s*$/ }).selectOption('correct');
    await page.getByLabel('事由').fill('本人到窗口申请');
    await page.getByRole('textbox', { name: /^文化程度/ }).fill('高中');
    await look(page, 'correct-1366');
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByText('已办理，请求号').waitFor();
    await page.getByText(/现为“.*高中.*”/).waitFor();
    await page.getByRole('combobox', { name: /^请求\s*$/ }).selectOption('restrict');
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByText('起限制处理').waitFor();
    const community = await signedIn(house.machine, [{ role: 'community', area: await settlementOf(), department: null }]);
    const seen = await openPage(house, 1366, 'zh', community.cookie);
    await seen.page.goto(`${house.address}/households/${person.household}`);
    await seen.page.getByRole('button', { name: '已限制' }).waitFor();
    expect(await seen.page.getByText(person.name).count()).toBe(0);
    await look(seen.page, 'restricted-household-1366');
    await seen.page.context().close();
    await page.getByRole('combobox', { name: /^请求\s*$/ }).selectOption('lift');
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByText('起限制处理').waitFor({ state: 'detached' });
    await page.getByRole('combobox', { name: /^请求\s*$/ }).selectOption('erase');
    await page.getByRole('button', { name: '先看删除清单' }).click();
    await page.getByText('第十三条').first().waitFor();
    await look(page, 'erase-plan-1366');
    await page.getByRole('button', { name: '仍要登记' }).click();
    await page.getByText('可先申请限制处理').waitFor();
    await page.getByText('不予办理').first().waitFor();
    expect(complaints.filter((line) => !line.includes('409'))).toEqual([]);
    await page.context().close();
  });

  it('the package is saved as a file', async () => {
    const { page } = await openPage(house, 375, 'en');
    await page.goto(`${house.address}/person-rights`);
    await page.getByRole('textbox', { name: 'Person number or identity number' }).fill(person.no);
    await page.getByRole('button', { name: 'Open', exact: true }).click();
    await page.getByLabel('Asked by').selectOption('guardian');
    await page.getByLabel('Purpose').fill('asked at the counter');
    await page.getByLabel('Proof shown').fill('household register');
    await look(page, 'export-375-en');
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Submit' }).click();
    expect((await saving).suggestedFilename()).toBe(`${person.no}.zip`);
    await page.context().close();
  });

  it('a second person confirms an erasure', async () => {
    const waiting = await openPage(house, 375);
    await waiting.page.goto(`${house.address}/person-rights`);
    await waiting.page.getByRole('textbox', { name: '人员编号或证件号码' }).fill(person.no);
    await waiting.page.getByRole('button', { name: '办理', exact: true }).click();
    await waiting.page.getByRole('combobox', { name: /^请求\s*$/ }).selectOption('erase');
    await waiting.page.getByLabel('事由').fill('法院判决');
    await waiting.page.getByLabel('依据').selectOption('other-law');
    await waiting.page.getByRole('button', { name: '先看删除清单' }).click();
    await waiting.page.getByRole('button', { name: '申请删除，待另一人复核' }).click();
    await waiting.page.getByText('待复核').first().waitFor();
    await look(waiting.page, 'rights-375');
    await waiting.page.context().close();
    const second = await signedIn(house.machine);
    const { page } = await openPage(house, 375, 'zh', second.cookie);
    await page.goto(`${house.address}/person-rights`);
    await page.getByRole('button', { name: '复核并删除' }).click();
    await page.getByRole('button', { name: '确认删除，不能恢复' }).click();
    await page.getByText('（已删除）').first().waitFor();
    expect(await house.machine.database.query(sql`select 1 from person where person_no = ${person.no}`)).toEqual([]);
    await page.context().close();
  });

  it('a post shows its open work and gets a deputy, who switches over and back', async () => {
    const absent = await signedIn(house.machine, [{ role: 'county', area: '522301', department: null }]);
    const deputy = await signedIn(house.machine, [{ role: 'county', area: '522323', department: null }]);
    for (const [width, language] of [
      [375, 'zh'],
      [1366, 'en'],
    ] as const) {
      const { page } = await openPage(house, width, language);
      await page.goto(`${house.address}/accounts/${absent.account}`);
      await page.getByRole('heading', { name: language === 'zh' ? '岗位移交' : 'Handing a post over' }).waitFor();
      await look(page, `post-${width}-${language}`);
      await page.context().close();
    }
    const { page } = await openPage(house, 1366);
    await page.goto(`${house.address}/accounts/${absent.account}`);
    await page.getByLabel('代理人用户名').fill(deputy.login);
    await page.getByLabel('结束（不含）').fill('2026-07-15');
    await page.getByRole('button', { name: '指定代理' }).click();
    await page.getByText(`测试${deputy.login}`).first().waitFor();
    await page.context().close();
    const own = await openPage(house, 375, 'zh', deputy.cookie);
    await own.page.goto(`${house.address}/account`);
    await own.page.getByRole('button', { name: `代“测试${absent.login}”办理` }).click();
    await own.page.getByText(`您现在代“测试${absent.login}”办理`).waitFor();
    await look(own.page, 'acting-375');
    await own.page.getByRole('button', { name: '回到本人身份' }).click();
    await own.page.getByText('您现在代').waitFor({ state: 'detached' });
    expect(own.complaints).toEqual([]);
    await own.page.context().close();
  });
});

async function settlementOf(): Promise<string> {
  const { code } = await house.machine.database.one<{ code: string }>(sql`select settlement_code as code from person where person_no = ${person.no}`);
  return code;
}
