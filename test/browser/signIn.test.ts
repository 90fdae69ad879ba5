/** Somebody signs in, sees what their role allows in their own area, and signs out; what is owed comes first. */
import sql from 'sql-template-tag';
import { generate } from 'otplib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AreaRow } from '#features/areas/contract.ts';
import { prefectureCode } from '#catalog/areas/areas.ts';
import { makeAccount } from '#features/accounts/accounts.ts';
import { giveGrant } from '#features/accounts/grants.ts';
import { signedIn } from '../fixtures/signedIn.ts';
import { ask, type BrowserHouse, browserPath, openBrowserHouse, openPage } from './browserHouse.ts';

const office = 1366;
const password = 'Quite-long-7391';

let house: BrowserHouse;
let areas: readonly AreaRow[];

describe.runIf(browserPath)('signing in', { retry: 2 }, () => {
  beforeAll(async () => {
    house = await openBrowserHouse({ people: 1000, isDemo: true });
    areas = (await ask<{ areas: AreaRow[] }>(house, '/areas')).areas;
  }, 300_000);
  afterAll(async () => house?.close());

  it('leads from the page that was asked for through the sign-in page to it, and out again', async () => {
    const { page } = await openPage(house, office, 'zh', '');
    const { login } = await signedIn(house.machine);
    await page.goto(`${house.address}/households?q=%E7%8E%8B`);
    await page.waitForURL(/\/sign-in\?next=/);
    await page.getByLabel('用户名或手机号').waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('login');
    await page.keyboard.type(login);
    await page.getByLabel('密码', { exact: true }).fill('wrong-1');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('用户名或密码不对').waitFor();
    await page.getByLabel('密码', { exact: true }).fill(password);
    await page.getByRole('button', { name: '显示密码' }).click();
    expect(await page.getByLabel('密码', { exact: true }).getAttribute('type')).toBe('text');
    await page.getByRole('button', { name: '登录' }).click();
    await page.waitForURL(`${house.address}/households?q=%E7%8E%8B`);
    await page.getByRole('columnheader', { name: '户主' }).waitFor();
    await page.getByText(`测试${login}`).click();
    await page.getByRole('button', { name: '退出', exact: true }).click();
    await page.waitForURL(`${house.address}/sign-in`);
    await page.goto(`${house.address}/board`);
    await page.waitForURL(/\/sign-in\?next=/);
    await page.context().close();
  });

  it('signs in by one click in the demonstration, each role to its first page', async () => {
    const { page } = await openPage(house, office, 'zh', '');
    await page.goto(`${house.address}/sign-in?next=//elsewhere.example/x`);
    await page.getByRole('button', { name: '系统管理员' }).click();
    await page.waitForURL((address) => address.href.startsWith(house.address) && address.pathname !== '/sign-in');
    await page.getByRole('link', { name: '系统' }).first().waitFor();
    expect(await page.getByRole('navigation', { name: '页面' }).getByRole('link').allTextContents()).toEqual(['系统']);
    await page.context().close();
  });

  it('keeps the address when the session ends in the midst of the work', async () => {
    const { cookie, account } = await signedIn(house.machine);
    const { page } = await openPage(house, office, 'zh', cookie);
    await page.goto(`${house.address}/board`);
    await page.locator('td a[data-item]').first().waitFor();
    await house.machine.database.execute(sql`update session set closed_at = now() where account_id = ${account}`);
    await page.getByRole('link', { name: '搬迁户', exact: true }).click();
    await page.waitForURL(/\/sign-in\?next=/);
    await page.getByLabel('用户名或手机号').waitFor();
    await page.context().close();
  });

  it('shows each role its own area, names those above, and nothing that is not allowed', async () => {
    const building = areas.find((area) => area.level === 'building' && area.persons > 0);
    const path: AreaRow[] = [];
    for (let at = building; at; at = areas.find(({ code }) => code === at?.parent)) path.unshift(at);
    const [, county, street, settlement, community] = path;
    const roles = [
      ['county', county],
      ['street', street],
      ['community', community],
      ['building_leader', building],
    ] as const;
    expect(settlement?.level).toBe('settlement');
    for (const [role, area] of roles) {
      const { cookie } = await signedIn(house.machine, [{ role, area: area?.code ?? '', department: null }]);
      const { page, complaints } = await openPage(house, office, 'zh', cookie);
      const open = async (address: string) => {
        await page.goto(house.address + address);
        const trail = page.getByRole('navigation', { name: '地区' });
        await trail.getByText(area?.name ?? '', { exact: true }).waitFor();
        expect(await trail.getByRole('link').count()).toBe(0);
        expect(await trail.locator('[aria-current]').textContent()).toBe(area?.name);
        await page.waitForLoadState('networkidle');
      };
      await open('/');
      expect(new URL(page.url()).pathname).toBe('/board');
      await open('/warnings');
      await open('/households');
      await open('/items/B01');
      const shown = await page.getByRole('navigation', { name: '页面' }).getByRole('link').allTextContents();
      expect(shown.includes('导入')).toBe(role !== 'building_leader');
      expect(shown.includes('公布数字')).toBe(role === 'county' || role === 'street');
      if (role !== 'building_leader') {
        await open('/data-health');
        await open('/imports/nil');
        await open('/registers/person');
      }
      await page.goto(`${house.address}/calendar`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect(complaints, role).toEqual([]);
      await page.goto(`${house.address}/board?area=${prefectureCode}`);
      await page.getByRole('alert').getByText('没有编码为').waitFor();
      await page.context().close();
    }
  });

  it('asks for a new password first, then for the second factor, and goes on', async () => {
    const { database, keys } = house.machine;
    const login = `auditor-${Date.now()}`;
    const first = await database.transaction(async (tx) => {
      const made = await makeAccount(tx, keys, { login, name: '审计员', madeBy: null });
      await giveGrant(tx, 'machine', made.account, {
        role: 'audit_administrator',
        area: prefectureCode,
        department: null,
        from: '2000-01-01',
        to: null,
      });
      return made.password;
    });
    const { page } = await openPage(house, office, 'zh', '');
    await page.goto(`${house.address}/audit`);
    await page.getByLabel('用户名或手机号').fill(login);
    await page.getByLabel('密码', { exact: true }).fill(first);
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByRole('heading', { name: '修改密码' }).waitFor();
    expect(await page.getByRole('heading', { level: 2 }).allTextContents()).toEqual(['修改密码']);
    await page.getByLabel('现在的密码').fill(first);
    await page.getByLabel('新密码').fill('short');
    await page.getByRole('button', { name: '修改密码' }).click();
    await page.getByRole('alert').getByText('至少 10 个字符').waitFor();
    await page.getByLabel('新密码').fill('Mountain-river-83');
    await page.getByRole('button', { name: '修改密码' }).click();
    await page.getByRole('button', { name: '启用' }).click();
    await page.getByRole('img', { name: '二维码' }).waitFor();
    const secret = ((await page.locator('form .code').textContent()) ?? '').replaceAll(' ', '');
    const codeAt = (): Promise<string> => generate({ secret, epoch: Math.floor(house.machine.clock.now().getTime() / 1000) });
    await page.getByLabel('应用显示的六位数字').fill(await codeAt());
    await page.getByRole('button', { name: '确认启用' }).click();
    const recovery =
      (await page
        .getByRole('listitem')
        .filter({ hasText: /^[0-9a-f]{5}-[0-9a-f]{5}$/ })
        .first()
        .textContent()) ?? '';
    await page.getByRole('button', { name: '已妥善保存' }).click();
    await page.waitForURL(`${house.address}/audit`);
    await page.getByRole('heading', { name: '审计记录' }).waitFor();
    await page.getByText('审计员', { exact: true }).click();
    await page.getByRole('button', { name: '退出', exact: true }).click();

    await page.getByLabel('用户名或手机号').fill(login);
    await page.getByLabel('密码', { exact: true }).fill('Mountain-river-83');
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByLabel('动态码').fill(recovery);
    await page.getByRole('button', { name: '登录' }).click();
    await page.waitForURL(`${house.address}/audit`);
    await page.context().close();
  });
});
