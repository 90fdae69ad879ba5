/** The button of single sign-on, what is said when the provider cannot be reached, and what administrators do with other people's sessions and identities. */
import sql from 'sql-template-tag';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signedIn } from '../fixtures/signedIn.ts';
import { type BrowserHouse, browserPath, openBrowserHouse, openPage } from './browserHouse.ts';

const office = 1366;
let house: BrowserHouse;

describe.runIf(browserPath)('single sign-on', { retry: 2 }, () => {
  beforeAll(async () => {
    const name = { zh: '州统一认证', en: 'Prefecture SSO' };
    house = await openBrowserHouse({ oidc: { issuer: 'http://127.0.0.1:9', clientId: 'anju', name } });
  });
  afterAll(async () => house?.close());

  it('is offered by a button, and a provider that is down is said in place', async () => {
    for (const [language, button, said] of [
      ['zh', '用州统一认证登录', '统一身份认证暂时不可用'],
      ['en', 'Sign in with Prefecture SSO', 'Single sign-on is not available'],
    ] as const) {
      const { page } = await openPage(house, office, language, '');
      await page.goto(`${house.address}/sign-in?next=/warnings`);
      await page.getByRole('link', { name: button }).click();
      await page.waitForURL(/refused=accounts\.provider-down/);
      await page.getByRole('alert').getByText(said).waitFor();
      await page.context().close();
    }
  });

  it('lets an administrator end all sessions of somebody, and link and unlink an identity', async () => {
    const grants = [{ role: 'system_administrator', area: '522300', department: null }];
    const admin = await signedIn(house.machine, grants, { hasSecondFactor: true });
    const other = await signedIn(house.machine);
    const { page, complaints } = await openPage(house, office, 'zh', admin.cookie);
    await page.goto(`${house.address}/accounts?q=${other.login}`);
    await page.getByRole('button', { name: `管理 测试${other.login}` }).click();
    await page.getByRole('button', { name: '退出其所有登录' }).click();
    await page.getByRole('status').getByText(`“${other.login}”的所有登录已退出。`).waitFor();
    const left = await house.machine.database.query(sql`select 1 from session where account_id = ${other.account} and closed_at is null`);
    expect(left).toEqual([]);
    await page.getByLabel('统一身份编号（sub）').fill(`sub-${other.login}`);
    await page.getByRole('button', { name: '关联', exact: true }).click();
    await page.getByRole('button', { name: '解除统一身份' }).click();
    await page.getByLabel('统一身份编号（sub）').waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
