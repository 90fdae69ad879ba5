/** Leaving the house: grouped for each person, with the digest, after quiet hours, tried again after longer and longer whiles, and given up with an alert. The clock jumps; receivers are real. */
import sql from 'sql-template-tag';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { houseFigures } from '#features/alerts/houseState.ts';
import { waits } from '#features/notices/outcome.ts';
import { sendDue } from '#features/notices/sendDue.ts';
import { listNotices } from '#features/notices/viewNotices.ts';
import {
  headerOf,
  importDone,
  type MailReceiver,
  type NoticeHouse,
  openMailReceiver,
  openNoticeHouse,
  openReceiver,
  type Receiver,
  textOf,
} from './house.ts';

let mail: MailReceiver;
let receiver: Receiver;
let house: NoticeHouse;
beforeAll(async () => {
  mail = await openMailReceiver();
  receiver = await openReceiver();
  house = await openNoticeHouse({
    address: 'https://anju.example',
    relays: [receiver.host],
    mail: { host: '127.0.0.1', port: mail.port, isSecure: false, mayBeOpen: true, from: '安居 <anju@example.com>' },
    sms: { url: `http://${receiver.host}/sms`, token: 'gateway-token' },
  });
});
afterAll(async () => {
  await house?.close();
  await mail.close();
  await receiver.close();
});
beforeEach(async () => {
  mail.letters.length = 0;
  mail.refuse = () => 0;
  receiver.received.length = 0;
  receiver.answer = () => ({ status: 200 });
  const { database } = house.machine;
  await database.execute(sql`update webhook set paused_at = now()`);
  await database.execute(sql`update notice_message set state = 'dropped' where state = 'due'`);
  await database.execute(sql`delete from notice_delivery where message_id is null`);
  house.machine.clock.set('2026-03-02T10:00:00+08:00');
});

const refused = (account: number, number: number) =>
  ({ kind: 'imports.refused', words: { import: number, register: 'person' }, to: { accounts: [account] } }) as const;
const at = (time: string): void => house.machine.clock.set(`2026-03-02T${time}:00+08:00`);
const messages = () =>
  house.machine.database.query<{ state: string; tries: number; error: string | null }>(
    sql`select state, tries, error from notice_message order by message_id desc limit 5`,
  );

describe('letters', () => {
  test('notices of a few minutes leave as one letter, in both languages, with links and reasons', async () => {
    const account = await house.person('王芳', ['county', '522301']);
    await house.prefers(account, { mail: 'wang@example.com' });
    await house.tell(refused(account, 7), refused(account, 8));
    await house.work();
    at('10:04');
    await house.tell(refused(account, 9));
    await house.work();
    expect(mail.letters).toHaveLength(0);
    at('10:05');
    await house.work();
    expect(mail.letters.map(({ to }) => to)).toEqual([['wang@example.com']]);
    at('10:09');
    await house.work();
    expect(mail.letters).toHaveLength(2);
    const [first] = mail.letters;
    if (!first) throw new Error('no letter');
    const text = textOf(first);
    expect(text).toContain('导入未入库（2）');
    expect(text).toContain(
      '- 您的导入 7（搬迁人口台账）没有入库，请打开查看原因。\r\n  https://anju.example/imports/7\r\n  收到的原因：这份表格是您提交的。',
    );
    expect(text).toContain('Your import 8');
    expect(headerOf(first, 'Auto-Submitted')).toBe('auto-generated');
    expect(headerOf(first, 'Message-ID')).toMatch(/^<[0-9a-f-]{36}@example\.com>$/);
    expect(text).not.toContain('王芳');
  });

  test('at night usual ones wait for the morning, urgent ones do not, and the app shows both at once', async () => {
    const account = await house.person('夜班', ['county', '522301']);
    await house.prefers(account, { mail: 'night@example.com' });
    house.machine.clock.set('2026-03-02T22:00:00+08:00');
    await house.tell(refused(account, 1));
    await house.tell({ kind: 'accounts.locked', words: { account: 5, failures: 5 }, to: { accounts: [account] } });
    await house.work();
    expect(mail.letters.map(textOf).join()).toContain('账号 5 连续 5 次登录失败');
    expect(mail.letters).toHaveLength(1);
    expect((await listNotices(house.machine.database, account, { show: 'unread', page: 1, size: 10 })).unread).toBe(2);
    house.machine.clock.set('2026-03-03T07:29:00+08:00');
    await house.work();
    expect(mail.letters).toHaveLength(1);
    house.machine.clock.set('2026-03-03T07:30:00+08:00');
    await house.work();
    expect(mail.letters).toHaveLength(2);
  });

  test('a digest gathers a day into one letter, grouped by kind; muted kinds stay in the app', async () => {
    const account = await house.person('汇总', ['county', '522301']);
    await house.prefers(account, { mail: 'digest@example.com', mailWhen: 'digest', muted: ['grants.ends'] });
    for (const time of ['10:00', '15:00', '23:00']) {
      at(time);
      await house.tell(refused(account, Number(time.slice(0, 2))), importDone(account, Number(time.slice(0, 2)) + 100));
      await house.tell({ kind: 'grants.ends', words: { role: 'county', day: '2026-04-01' }, to: { accounts: [account] } });
      await house.work();
    }
    expect(mail.letters).toHaveLength(0);
    house.machine.clock.set('2026-03-03T08:30:00+08:00');
    await house.work();
    await house.work();
    expect(mail.letters).toHaveLength(1);
    const text = mail.letters.map(textOf).join();
    expect(text).toContain('导入未入库（3）');
    expect(text).toContain('导入完成（3）');
    expect(text).not.toContain('授权');
    expect((await listNotices(house.machine.database, account, { show: 'all', page: 1, size: 10 })).total).toBe(9);
  });

  test('an address that the server refuses for good is given up at once and holds back nobody else', async () => {
    const gone = await house.person('离开', ['county', '522301']);
    const here = await house.person('在岗', ['county', '522301']);
    await house.prefers(gone, { mail: 'gone@example.com' });
    await house.prefers(here, { mail: 'here@example.com' });
    mail.refuse = (to) => (to.startsWith('gone') ? 550 : 0);
    await house.tell(refused(gone, 1), refused(here, 2));
    await house.work();
    at('10:05');
    await house.work();
    expect(mail.letters.map(({ to }) => to)).toEqual([['here@example.com']]);
    expect(await messages()).toEqual(expect.arrayContaining([expect.objectContaining({ state: 'given-up', tries: 1, error: 'smtp 550' })]));
  });

  test('an account that is closed, or whose address was taken away, gets nothing more', async () => {
    const account = await house.person('停用', ['county', '522301']);
    await house.prefers(account, { mail: 'closed@example.com' });
    await house.tell(refused(account, 1));
    await house.work();
    await house.machine.database.execute(sql`update account set disabled_at = now() where account_id = ${account}`);
    at('10:05');
    await house.work();
    expect([mail.letters.length, (await messages())[0]?.state]).toEqual([0, 'dropped']);
  });
});

describe('short messages', () => {
  test('only what is urgent, to the phone of the account, with an id that the gateway knows again', async () => {
    const account = await house.person('手机', ['county', '522301']);
    await house.prefers(account, { phone: '13900000077', smsWhen: 'urgent' });
    await house.tell(refused(account, 1), { kind: 'accounts.locked', words: { account: 9, failures: 6 }, to: { accounts: [account] } });
    await house.work();
    at('10:30');
    await house.work();
    expect(receiver.received).toHaveLength(1);
    const [one] = receiver.received;
    const body = JSON.parse(one?.body ?? '') as { id: string; phone: string; text: string };
    expect(one?.headers.authorization).toBe('Bearer gateway-token');
    expect(one?.headers['idempotency-key']).toBe(body.id);
    expect(body.phone).toBe('13900000077');
    expect(body.text).toBe('【安居】账号 9 连续 6 次登录失败，已暂时锁定。请核实是否本人操作。https://anju.example/accounts/9');
  });

  test('somebody without an account is told at the address that the notice brings, which is kept sealed until then and no longer', async () => {
    const { database, keys } = house.machine;
    await house.tell({ kind: 'webhooks.test', words: {}, to: { outside: { channel: 'sms', sealed: keys.sealText('13900000088') } } });
    const waiting = await database.query(sql`select 1 from notice where outside is not null and notice::text not like '%13900000088%'`);
    expect(waiting).toHaveLength(1);
    await house.work();
    at('10:05');
    await house.work();
    expect(receiver.received.map(({ body }) => (JSON.parse(body) as { phone: string }).phone)).toEqual(['13900000088']);
    const found = await database.query(sql`select 1 from notice where notice::text like '%13900000088%' or outside is not null`);
    expect(found).toEqual([]);
  });
});

test('somebody outside is not told where the house has no such way; nobody is alarmed, and their address is forgotten', async () => {
  const { database, keys } = house.machine;
  const { sms: _none, ...without } = house.outgoing;
  await house.tell({
    kind: 'appeals.news',
    words: { appeal: 'SQ000000001' },
    to: { outside: { channel: 'sms', sealed: keys.sealText('13900000088') } },
  });
  await house.work();
  at('10:05');
  await sendDue({ database, keys, outgoing: without, now: house.machine.clock.now(), day: house.machine.clock.today() });
  expect(await database.query(sql`select state, tries from notice_message where channel = 'sms' order by message_id desc limit 1`)).toEqual([
    { state: 'dropped', tries: 0 },
  ]);
  expect(await database.query(sql`select 1 from notice where outside is not null or (kind = 'alerts.undelivered' and once like 'sms%')`)).toEqual([]);
  expect(receiver.received).toEqual([]);
});

describe('a receiver that is down', () => {
  const failing = async (minutes: number): Promise<void> => {
    house.machine.clock.jump({ minutes });
    await house.work();
  };

  test('is tried again after longer and longer whiles, then given up, and the administrator is told once', async () => {
    const { database } = house.machine;
    const administrator = await house.person('系统', ['system_administrator', '522300']);
    const account = await house.person('来源', ['county', '522301']);
    const { id } = await house.webhook({ url: `http://${receiver.host}/down` });
    receiver.answer = () => ({ status: 503 });
    await house.tell(importDone(account, 1), importDone(account, 2));
    await house.work();
    // The second waits with the first: the receiver as a whole is down.
    expect(receiver.received).toHaveLength(1);
    const ids = receiver.received.map(({ headers }) => headers['webhook-id']);
    for (const [at, wait] of waits.entries()) {
      await failing(wait - 1);
      expect(receiver.received, `before attempt ${at + 2}`).toHaveLength(at + 1);
      await failing(1);
      expect(receiver.received, `attempt ${at + 2}`).toHaveLength(at + 2);
    }
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id']))).toEqual(new Set(ids));
    const told = await database.query<{ state: string; tries: number; error: string }>(
      sql`select state, tries, error from notice_message where webhook_id = ${id} order by message_id`,
    );
    expect(told).toEqual([
      { state: 'given-up', tries: waits.length + 1, error: 'http 503' },
      { state: 'given-up', tries: waits.length + 1, error: 'http 503' },
    ]);
    await house.work();
    const { rows } = await listNotices(database, administrator, { show: 'all', page: 1, size: 10 });
    expect(rows.map(({ kind }) => kind)).toEqual(['alerts.undelivered']);
    const audited = await database.query(
      sql`select 1 from audit_entry where verb = 'notices.give-up' and object_kind = 'webhook' and object_key = ${String(id)}`,
    );
    expect(audited).toHaveLength(2);
    // The house looks at itself by the time of its database, whatever the clock of the test says.
    await database.execute(sql`update notice_message set ended_at = now() where webhook_id = ${id}`);
    expect(await houseFigures(database)).toMatchObject({ anju_messages_given_up: 2 });
  });

  test('holds back nobody else, and gets what it missed once it is well', async () => {
    const account = await house.person('来源二', ['county', '522301']);
    await house.webhook({ url: `http://${receiver.host}/ill` });
    await house.webhook({ url: `http://${receiver.host}/well` });
    receiver.answer = ({ path }) => ({ status: path === '/ill' ? 500 : 200 });
    await house.tell(importDone(account, 1), importDone(account, 2), importDone(account, 3));
    await house.work();
    const to = (path: string) =>
      receiver.received.filter((one) => one.path === path).map(({ body }) => (JSON.parse(body) as { subject: string }).subject);
    expect(to('/well')).toEqual(['import/1', 'import/2', 'import/3']);
    receiver.answer = () => ({ status: 200 });
    await failing(1);
    expect(to('/ill')).toEqual(['import/1', 'import/1', 'import/2', 'import/3']);
  });

  test('one notice that it will not take does not stop the others', async () => {
    const account = await house.person('来源三', ['county', '522301']);
    await house.webhook({ url: `http://${receiver.host}/picky` });
    receiver.answer = ({ body }) => ({ status: body.includes('"import/2"') ? 400 : 200 });
    await house.tell(importDone(account, 1), importDone(account, 2), importDone(account, 3));
    await house.work();
    expect((await messages()).slice(0, 3).map(({ state, error }) => [state, error])).toEqual([
      ['sent', null],
      ['due', 'http 400'],
      ['sent', null],
    ]);
  });

  test('one that is gone for good is not asked again', async () => {
    const account = await house.person('来源四', ['county', '522301']);
    await house.webhook({ url: `http://${receiver.host}/gone` });
    receiver.answer = () => ({ status: 410 });
    await house.tell(importDone(account, 1));
    await house.work();
    expect((await messages())[0]).toEqual({ state: 'given-up', tries: 1, error: 'http 410' });
  });
});

test('a paused webhook gets nothing, and one of an area only what lies in it', async () => {
  const account = await house.person('来源五', ['county', '522301']);
  await house.webhook({ url: `http://${receiver.host}/xingyi`, area: '522301' });
  await house.webhook({ url: `http://${receiver.host}/other-kind`, kinds: ['imports.refused'] });
  const at = (places: string[]) => ({ ...importDone(account, 1), places });
  await house.tell(at(['522301A001']), at(['522323A001']), at(['522301A001', '522323A001']), at([]));
  await house.work();
  expect(receiver.received.map(({ path }) => path)).toEqual(['/xingyi']);
  await house.machine.database.execute(sql`update webhook set paused_at = now()`);
  await house.tell(at(['522301A001']));
  await house.work();
  expect(receiver.received).toHaveLength(1);
});
