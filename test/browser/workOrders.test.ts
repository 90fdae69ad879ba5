/** A clerk of a community works on an order in the browser: signs for it, says that a warning is a false alarm with its reason, is told what has to come first; a street dispatches two orders after a look at the loads. */
import { readFileSync } from 'node:fs';
import type { Locator } from 'playwright-core';
import sql from 'sql-template-tag';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { OrderPage } from '#features/workOrders/contract.ts';
import { signedIn } from '../fixtures/signedIn.ts';
import { ask, type BrowserHouse, browserPath, openBrowserHouse, openPage } from './browserHouse.ts';

let house: BrowserHouse;
let clerk: { cookie: string; account: number };
let leads: { cookie: string };
let order = 0;

describe.runIf(browserPath)('work orders', { retry: 1 }, () => {
  beforeAll(async () => {
    house = await openBrowserHouse({ people: 1000 });
    // What the imports asked for is evaluated first: an evaluation gives out orders to whoever holds a post by then.
    await vi.waitUntil(async () => (await house.machine.database.query(sql`select 1 from evaluation_request limit 1`)).length === 0, {
      timeout: 120_000,
      interval: 100,
    });
    const { rows } = await ask<OrderPage>(house, '/work-orders?state=waiting');
    order = rows.find(({ household, warnings }) => household !== null && warnings >= 2)?.id ?? 0;
    const { community, street } = await house.machine.database.one<{ community: string; street: string }>(sql`
      select community_code as community, street_code as street from work_order join settlement using (settlement_code) where order_id = ${order}`);
    clerk = await signedIn(house.machine, [{ role: 'community', area: community, department: null }], { login: 'clerk' });
    leads = await signedIn(house.machine, [{ role: 'street', area: street, department: null }], { login: 'leads' });
  }, 300_000);
  afterAll(async () => house?.close());

  it('leave as a sheet whose last line is a comment that says who took it, as wide as the others', async () => {
    const { page } = await openPage(house, 1366, 'zh', leads.cookie);
    await page.goto(`${house.address}/work-orders?state=waiting`);
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '下载CSV' }).click()]);
    const lines = readFileSync(await download.path(), 'utf8')
      .trimEnd()
      .split('\r\n');
    expect(lines.at(-1)).toMatch(/^# 本文件由测试leads.*从安居导出 · Exported from Anju by 测试leads[^,]*,+$/);
    const widthOf = (line = ''): number => line.replace(/"[^"]*"/g, '').split(',').length;
    expect(new Set(lines.map(widthOf))).toEqual(new Set([widthOf(lines[0])]));
    await page.context().close();
  });

  it('are dispatched together after a preview', async () => {
    const { page, complaints } = await openPage(house, 1366, 'zh', leads.cookie);
    await page.goto(`${house.address}/work-orders?state=waiting`);
    await page.getByRole('checkbox', { name: '选择本页全部待派单' }).check();
    await page.getByRole('button', { name: '预览派单' }).click();
    await page.getByRole('heading', { name: '将这样派单' }).waitFor();
    await page.getByText(/测试clerk（.*）：在办0张/).waitFor();
    await page.getByRole('button', { name: '确认派单' }).click();
    await page.getByRole('heading', { name: '已派单' }).waitFor();
    const { owner } = await house.machine.database.one<{ owner: number }>(
      sql`select owner_account as owner from work_order where order_id = ${order}`,
    );
    expect(owner).toBe(clerk.account);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('are worked on with buttons that ask for what the move needs', async () => {
    const { page, complaints } = await openPage(house, 375, 'zh', clerk.cookie);
    await page.goto(`${house.address}/work-orders/${order}`);
    await page.getByRole('button', { name: '签收' }).click();
    await page.getByRole('button', { name: '确认签收' }).click();
    await page.getByText('办结反馈（暂不能）').waitFor();
    await page.getByRole('button', { name: '核查', exact: true }).first().click();
    const form = page.getByRole('form', { name: '核查' });
    await form.getByLabel('核查结论').selectOption({ label: '误报' });
    await form.getByLabel('误报原因').selectOption({ label: '外出务工' });
    await form.getByLabel('核查情况').fill('在外务工，合同已看');
    await form.getByRole('button', { name: '确认核查' }).click();
    await page.getByText('误报', { exact: true }).first().waitFor();
    const [judged] = await house.machine.database.query(sql`
      select stage, false_reason from warning join work_order_item using (warning_id) where order_id = ${order} and verdict is not null`);
    expect(judged).toEqual({ stage: 'false-alarm', false_reason: '2' });
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('show whoever decides both ways alike, each with what comes of it, and why one has to wait', async () => {
    const { database } = house.machine;
    const [approved] = await database.query<{ warning: number; order: number }>(sql`
      select warning_id as warning, order_id as "order" from warning join work_order_item using (warning_id) join work_order using (order_id)
      where item_code in ('F01', 'F02', 'F03') and left_at is null and order_id <> ${order} order by 1 limit 1`);
    await database.execute(sql`update warning set stage = 'reviewed' where warning_id = ${approved?.warning}`);
    await database.execute(sql`
      update work_order set state = 'signed', extension = 'asked', extend_to = '2026-07-20', extend_by = ${clerk.account} where order_id = ${approved?.order}`);
    const { page, complaints } = await openPage(house, 1366, 'zh');
    await page.goto(`${house.address}/work-orders/${approved?.order}`);
    const grant = page.getByRole('button', { name: '同意延期', exact: true });
    const refuse = page.getByRole('button', { name: '不同意延期' });
    await page.getByText('时限延到申请的日期').waitFor();
    await page.getByText('原时限不变，不能再次申请延期').waitFor();
    expect([await grant.isEnabled(), await grant.getAttribute('class')]).toEqual([true, await refuse.getAttribute('class')]);
    const shapeOf = async (button: Locator) =>
      Object.entries((await button.boundingBox()) ?? {}).flatMap(([name, size]) => (name === 'x' ? [] : [Math.round(size)]));
    expect(await shapeOf(grant)).toEqual(await shapeOf(refuse));
    expect(await page.getByRole('button', { name: '县级审批同意' }).isDisabled()).toBe(true);
    await page.getByText('还不能“县级审批同意”，须先：').waitFor();
    expect(await page.getByRole('button', { name: '县级审批不同意' }).isEnabled()).toBe(true);
    await grant.click();
    await page.getByRole('button', { name: '确认同意延期' }).click();
    await page.getByText('已批准延至').waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
