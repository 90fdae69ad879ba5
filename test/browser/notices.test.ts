/** Notices in a browser: the bell counts, a notice opens what it is about and is read then, wishes and an address are kept, and the administrator makes a webhook and tests it. */
import type { Page } from 'playwright-core';
import sql from 'sql-template-tag';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { notify } from '#features/notices/notify.ts';
import { signedIn } from '../fixtures/signedIn.ts';
import { importDone, type MailReceiver, openMailReceiver, openReceiver, type Receiver, textOf } from '../notices/house.ts';
import { type BrowserHouse, browserPath, openBrowserHouse, openPage } from './browserHouse.ts';
import { seriousOf } from './violations.ts';

let mail: MailReceiver;
let receiver: Receiver;
let house: BrowserHouse;

async function isReadable(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  expect(await seriousOf(page)).toEqual([]);
}

describe.runIf(browserPath)('notices', { retry: 2 }, () => {
  beforeAll(async () => {
    mail = await openMailReceiver();
    receiver = await openReceiver();
    house = await openBrowserHouse({
      outgoing: {
        relays: [receiver.host],
        mail: { host: '127.0.0.1', port: mail.port, isSecure: false, mayBeOpen: true, from: 'anju@example.com' },
      },
    });
  });
  afterAll(async () => {
    await house?.close();
    await mail.close();
    await receiver.close();
  });

  it.each([375, 1366])('the bell counts, a notice opens and is read then, at %i px', async (width) => {
    const { cookie, account } = await signedIn(house.machine);
    await house.machine.database.transaction((tx) =>
      notify(
        tx,
        importDone(account, 1),
        { kind: 'imports.unread', words: {}, to: { accounts: [account] } },
        {
          kind: 'accounts.locked',
          words: { account: 7, failures: 5 },
          to: { holders: { role: 'prefecture' } },
        },
      ),
    );
    const { page, complaints } = await openPage(house, width, 'zh', cookie);
    await page.goto(`${house.address}/account`);
    await page.getByRole('link', { name: '通知，3条未读' }).waitFor();
    await page.getByRole('link', { name: '通知，3条未读' }).click();
    await page.getByRole('heading', { name: /账号登录锁定/ }).waitFor();
    await page.getByText('收到的原因：您是黔西南布依族苗族自治州的“州级主管”').waitFor();
    await isReadable(page);
    await page.getByRole('button', { name: '标为已读', exact: true }).first().click();
    await page.getByRole('link', { name: '通知，2条未读' }).waitFor();
    await page.getByRole('listitem').filter({ hasText: '没有读取成功' }).getByRole('link', { name: '查看' }).click();
    await page.waitForURL(/\/imports$/);
    await page.getByRole('link', { name: '通知，1条未读' }).waitFor();
    await page.goto(`${house.address}/notices`);
    await page.getByRole('button', { name: '全部标为已读' }).click();
    await page.getByRole('link', { name: '通知', exact: true }).waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('wishes are saved, and an address is confirmed with the code that came to it', async () => {
    const { cookie } = await signedIn(house.machine);
    const { page, complaints } = await openPage(house, 1366, 'zh', cookie);
    await page.goto(`${house.address}/notices/preferences`);
    await page.getByLabel('邮箱').fill('lead@example.com');
    await page.getByRole('button', { name: '发送确认码' }).click();
    await page.getByText('确认码已发出').waitFor();
    await page.getByLabel('确认码').fill(/\b(\d{6})\b/.exec(mail.letters.slice(-1).map(textOf).join())?.[1] ?? '');
    await page.getByRole('button', { name: '确认', exact: true }).click();
    await page.getByText('邮箱：lead@example.com').waitFor();
    await page.getByLabel('何时发邮件').selectOption('digest');
    await page.getByLabel('每日汇总时间').fill('09:15');
    await page.getByLabel('导入完成').uncheck();
    await isReadable(page);
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('已保存。').waitFor();
    await page.reload();
    await page.getByText('邮箱：lead@example.com').waitFor();
    expect([
      await page.getByLabel('何时发邮件').inputValue(),
      await page.getByLabel('每日汇总时间').inputValue(),
      await page.getByLabel('导入完成').isChecked(),
      await page.getByLabel('导入未入库').isChecked(),
    ]).toEqual(['digest', '09:15', false, true]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('the administrator makes a webhook, sees the secret once, tests it, and reads of its messages', async () => {
    // What an attempt before has left.
    await house.machine.database.execute(sql`update webhook set removed_at = now()`);
    receiver.received.length = 0;
    const grants = [{ role: 'system_administrator', area: '522300', department: null }];
    const { cookie } = await signedIn(house.machine, grants, { hasSecondFactor: true });
    const { page, complaints } = await openPage(house, 1366, 'zh', cookie);
    await page.goto(`${house.address}/webhooks`);
    await page.getByRole('button', { name: '新建推送' }).click();
    await page.getByLabel('名称').fill('大屏');
    await page.getByLabel('地址').fill(`http://${receiver.host}/hook`);
    await page.getByRole('checkbox', { name: '导入完成' }).check();
    await isReadable(page);
    await page.getByRole('button', { name: '建立' }).click();
    await page.getByText(/^whsec_/).waitFor();
    await page.getByRole('button', { name: '已保存' }).click();
    const one = page.getByRole('region', { name: '大屏' });
    await one.getByRole('button', { name: '测试' }).click();
    await one.getByText('测试已送达。').waitFor();
    expect(receiver.received.map(({ path }) => path)).toEqual(['/hook']);
    await one.getByRole('button', { name: '发送记录' }).click();
    await one.getByText('还没有发送记录。').waitFor();
    await one.getByRole('button', { name: '暂停' }).click();
    await one.getByText('已暂停').waitFor();
    await isReadable(page);
    await one.getByRole('button', { name: '移除' }).click();
    await one.getByRole('button', { name: '确认移除' }).click();
    await page.getByText('还没有对外推送。').waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
