/** Notices over HTTP: everybody reads the own ones and nobody else's, marks them, says how to be told; webhooks are the system administrator's. */
import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { NoticePage, NoticePreferences, WebhookRow } from '#features/notices/contract.ts';
import { createHouse } from '#main.ts';
import { signedIn } from '../fixtures/signedIn.ts';
import { importDone, type MailReceiver, type NoticeHouse, openMailReceiver, openNoticeHouse, openReceiver, type Receiver, textOf } from './house.ts';

let mail: MailReceiver;
let receiver: Receiver;
let house: NoticeHouse;
let app: Awaited<ReturnType<typeof createHouse>>;
let own: { cookie: string; account: number };
let other: { cookie: string; account: number };
let administrator: { cookie: string; account: number };

beforeAll(async () => {
  mail = await openMailReceiver();
  receiver = await openReceiver();
  house = await openNoticeHouse({
    relays: [receiver.host],
    mail: { host: '127.0.0.1', port: mail.port, isSecure: false, mayBeOpen: true, from: 'anju@example.com' },
  });
  app = await createHouse(house.machine, { version: '0.0.0' });
  const county = [{ role: 'county', area: '522301', department: null }];
  own = await signedIn(house.machine, county);
  other = await signedIn(house.machine, county);
  administrator = await signedIn(house.machine, [{ role: 'system_administrator', area: '522300', department: null }], { hasSecondFactor: true });
});
afterAll(async () => {
  await app?.close();
  await house?.close();
  await mail.close();
  await receiver.close();
});

async function ask<Answer>(
  { cookie }: { cookie: string },
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  payload?: object,
): Promise<{ status: number; body: Answer & { code?: string } }> {
  const answer = await app.inject({ method, url: `/api/v1${path}`, headers: { cookie }, ...(payload && { payload }) });
  return { status: answer.statusCode, body: (answer.body === '' ? {} : answer.json()) as Answer & { code?: string } };
}

test('the bell counts what is unread; reading, unreading and reading all change the own notices alone', async () => {
  await house.tell(importDone(own.account, 1), importDone(own.account, 2), importDone(other.account, 3));
  await house.work();
  const list = async (show = 'all') => (await ask<NoticePage>(own, 'GET', `/notices?show=${show}`)).body;
  const unread = async (who: { cookie: string }) => (await ask<{ unread: number }>(who, 'GET', '/notices/unread')).body.unread;
  const { total, rows } = await list();
  expect([total, await unread(own), await unread(other)]).toEqual([2, 2, 1]);
  expect(rows.map(({ link, why }) => [link, why.zh])).toEqual([
    ['/imports/2', '收到的原因：这份表格是您提交的。'],
    ['/imports/1', '收到的原因：这份表格是您提交的。'],
  ]);
  const [newest] = rows;
  const foreign = (await ask<NoticePage>(other, 'GET', '/notices')).body.rows[0]?.id ?? 0;
  expect((await ask(own, 'POST', '/notices/read', { ids: [newest?.id, foreign] })).body).toEqual({ unread: 1 });
  expect([(await list('unread')).total, await unread(other)]).toEqual([1, 1]);
  expect((await ask(own, 'POST', '/notices/read', { ids: [newest?.id], read: false })).body).toEqual({ unread: 2 });
  expect((await ask(own, 'POST', '/notices/read', { ids: 'all' })).body).toEqual({ unread: 0 });
  expect(await unread(other)).toBe(1);
  expect((await ask(own, 'POST', '/notices/read', { ids: [] })).status).toBe(422);
});

test('looking at the bell does not keep a session open, looking at the notices does', async () => {
  const { clock } = house.machine;
  const seen = async () =>
    (await house.machine.database.one<{ at: string }>(sql`select seen_at as at from session where account_id = ${own.account}`)).at;
  const before = await seen();
  clock.jump({ minutes: 10 });
  await ask(own, 'GET', '/notices/unread');
  expect(await seen()).toBe(before);
  await ask(own, 'GET', '/notices');
  expect(await seen()).not.toBe(before);
  clock.jump({ minutes: -10 });
});

test('who owes a password sees no notices', async () => {
  const owing = await signedIn(house.machine, [{ role: 'county', area: '522301', department: null }]);
  await house.machine.database.execute(sql`update account set must_change = true where account_id = ${owing.account}`);
  const { status, body } = await ask(owing, 'GET', '/notices');
  expect([status, body.code]).toEqual([403, 'accounts.change-password-first']);
});

test('wishes are kept, and wrong ones refused', async () => {
  const wishes = { mailWhen: 'digest', smsWhen: 'urgent', quietFrom: '20:00', quietTo: '08:00', digestAt: '09:15', muted: ['imports.done'] };
  const { status, body } = await ask<NoticePreferences>(own, 'PUT', '/notices/preferences', wishes);
  expect([status, body]).toEqual([200, { ...wishes, mail: null, isMailConfirmed: false, hasPhone: false, hasMail: true, hasSms: false }]);
  expect((await ask<NoticePreferences>(other, 'GET', '/notices/preferences')).body.mailWhen).toBe('at-once');
  expect((await ask(own, 'PUT', '/notices/preferences', { ...wishes, quietFrom: '24:00' })).status).toBe(422);
});

test('an address counts once its code was given; wrong codes are few, and a new one waits a minute', async () => {
  const path = '/notices/preferences/mail';
  expect((await ask(own, 'POST', path, { address: 'nobody' })).status).toBe(422);
  expect((await ask(own, 'POST', path, { address: 'own@example.com' })).status).toBe(204);
  const code = /\b(\d{6})\b/.exec(mail.letters.map(textOf).join())?.[1] ?? '';
  expect((await ask(own, 'POST', path, { address: 'own@example.com' })).body.code).toBe('notices.code-too-soon');
  const wrong = code === '000000' ? '000001' : '000000';
  expect((await ask(own, 'PUT', path, { code: wrong })).body.code).toBe('notices.code-wrong');
  // Somebody else’s code is no use.
  expect((await ask(other, 'PUT', path, { code })).body.code).toBe('notices.code-wrong');
  const { body } = await ask<NoticePreferences>(own, 'PUT', path, { code });
  expect(body).toMatchObject({ mail: 'own@example.com', isMailConfirmed: true });
  expect((await ask(own, 'PUT', path, { code })).body.code).toBe('notices.code-wrong');
  const sealed = await house.machine.database.query(sql`select 1 from notice_preference where notice_preference::text like '%own@example%'`);
  expect(sealed).toEqual([]);
  house.machine.clock.jump({ minutes: 2 });
  await ask(own, 'POST', path, { address: 'own@example.com' });
  for (let at = 0; at < 5; at += 1) await ask(own, 'PUT', path, { code: wrong });
  const last = /\b(\d{6})\b/.exec(mail.letters.slice(-1).map(textOf).join())?.[1] ?? '';
  expect((await ask(own, 'PUT', path, { code: last })).body.code).toBe('notices.code-wrong');
  mail.refuse = () => 550;
  house.machine.clock.jump({ minutes: 2 });
  expect((await ask(own, 'POST', path, { address: 'gone@example.com' })).body.code).toBe('notices.mail-failed');
  expect((await ask<NoticePreferences>(own, 'DELETE', path)).body).toMatchObject({ mail: null, isMailConfirmed: false });
});

test('the administrator makes a webhook, sees its secret once, tests, pauses, and reads what became of its messages', async () => {
  const order = { name: '大屏', format: 'cloudevents', url: `http://${receiver.host}/hook`, kinds: ['imports.done'], area: '522300' };
  expect((await ask(own, 'POST', '/webhooks', order)).status).toBe(403);
  const { status, body: made } = await ask<{ id: number; secret: string }>(administrator, 'POST', '/webhooks', order);
  expect([status, made.secret]).toEqual([201, expect.stringMatching(/^whsec_.{44}$/)]);
  const path = `/webhooks/${made.id}`;
  expect((await ask(administrator, 'POST', `${path}/test`)).body).toEqual({ arrived: true, error: null });
  receiver.answer = () => ({ status: 500 });
  await house.tell(importDone(own.account, 5));
  await house.work();
  const one = async () => {
    const { body } = await ask<{ webhooks: WebhookRow[] }>(administrator, 'GET', '/webhooks');
    expect(JSON.stringify(body)).not.toContain(made.secret);
    return body.webhooks.find(({ id }) => id === made.id);
  };
  expect(await one()).toMatchObject({
    host: receiver.host,
    waiting: 1,
    givenUp: 0,
    sentAt: null,
    error: 'http 500',
    areaName: '黔西南布依族苗族自治州',
  });
  const messages = await ask<{ messages: object[] }>(administrator, 'GET', `${path}/messages`);
  expect(messages.body.messages).toEqual([expect.objectContaining({ state: 'due', kinds: ['imports.done'], tries: 1, error: 'http 500' })]);
  expect((await ask(administrator, 'PATCH', path, { paused: true, name: '大屏二' })).status).toBe(204);
  expect(await one()).toMatchObject({ name: '大屏二', pausedAt: expect.any(String) });
  house.machine.clock.jump({ minutes: 1 });
  await house.work();
  expect((await one())?.waiting).toBe(0);
  expect((await ask(administrator, 'PATCH', path, { paused: false })).status).toBe(204);
  const renewed = await ask<{ secret: string }>(administrator, 'POST', `${path}/secret`);
  expect(renewed.body.secret).not.toBe(made.secret);
  expect((await ask(administrator, 'DELETE', path)).status).toBe(204);
  expect([await one(), (await ask(administrator, 'DELETE', path)).status, (await ask(administrator, 'GET', `${path}/messages`)).status]).toEqual([
    undefined,
    404,
    404,
  ]);
});

test('how the house does is told to those who run it, and counted at /metrics without anything of a person', async () => {
  expect((await ask(own, 'GET', '/alerts')).status).toBe(403);
  expect((await ask(administrator, 'GET', '/alerts')).body).toMatchObject({ failedTasks: [], messagesGivenUp: 0, lateRegisters: 0 });
  const metrics = (await app.inject({ url: '/metrics' })).body;
  for (const name of ['anju_jobs_failed', 'anju_audit_unsealed', 'anju_messages_given_up', 'anju_registers_late'])
    expect(metrics).toMatch(new RegExp(`^${name} \\d+$`, 'm'));
});
