/** What receivers outside get: CloudEvents whose signature independent code verifies, with a secret that is changed without a gap, and the forms of WeCom and DingTalk. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import sql from 'sql-template-tag';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { testWebhook } from '#features/notices/testWebhook.ts';
import { removeWebhook, renewSecret } from '#features/notices/webhooks.ts';
import { importDone, type NoticeHouse, openNoticeHouse, openReceiver, type Received, type Receiver } from './house.ts';

let receiver: Receiver;
let house: NoticeHouse;
let account: number;
beforeAll(async () => {
  receiver = await openReceiver();
  house = await openNoticeHouse({ address: 'https://anju.example', relays: [receiver.host] });
  account = await house.person('来源', ['county', '522301']);
});
afterAll(async () => {
  await house?.close();
  await receiver.close();
});
beforeEach(async () => {
  receiver.received.length = 0;
  receiver.answer = () => ({ status: 200 });
  await house.machine.database.execute(sql`update webhook set paused_at = now()`);
  house.machine.clock.set('2026-03-02T10:00:00+08:00');
});

/** The recipe of standardwebhooks.com, written from its text: the secret is base64 behind `whsec_`, the signed content is id.timestamp.body, several signatures are divided by spaces. */
function verifies(secret: string, { headers, body }: Received): boolean {
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const signed = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`;
  const wanted = createHmac('sha256', key).update(signed, 'utf8').digest();
  return String(headers['webhook-signature'])
    .split(' ')
    .some((one) => {
      const [version, text = ''] = one.split(',');
      const given = Buffer.from(text, 'base64');
      return version === 'v1' && given.length === wanted.length && timingSafeEqual(given, wanted);
    });
}

const only = (): Received => {
  const [one, ...others] = receiver.received;
  if (!one || others.length > 0) throw new Error(`${receiver.received.length} came`);
  return one;
};

test('a system gets a CloudEvent 1.0, signed, its id that of the notice', async () => {
  const { secret } = await house.webhook({ url: `http://${receiver.host}/events` });
  await house.tell({ ...importDone(account, 12), settlement: '522301A001' });
  await house.work();
  const one = only();
  expect(one.headers['content-type']).toBe('application/cloudevents+json; charset=utf-8');
  const { uid } = await house.machine.database.one<{ uid: string }>(sql`select uid from notice order by notice_id desc limit 1`);
  expect(JSON.parse(one.body)).toEqual({
    specversion: '1.0',
    id: uid,
    source: 'https://anju.example',
    type: 'anju.imports.done',
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:?\d\d)$/),
    subject: 'import/12',
    datacontenttype: 'application/json',
    data: {
      title: { zh: '导入完成', en: 'Import finished' },
      text: {
        zh: '您的导入 12（搬迁人口台账）已完成：新增 1，变更 0，退回 0，待匹配 0。',
        en: expect.stringContaining('Your import 12'),
      },
      urgency: 'quiet',
      link: 'https://anju.example/imports/12',
      settlement: '522301A001',
      places: ['522301A001'],
      words: { import: 12, register: 'person', added: 1, changed: 0, refused: 0, aside: 0 },
    },
  });
  expect(Date.parse(JSON.parse(one.body).time)).not.toBeNaN();
  expect(one.headers['webhook-id']).toBe(uid);
  expect(Number(one.headers['webhook-timestamp'])).toBe(house.machine.clock.now().getTime() / 1000);
  expect(verifies(secret ?? '', one)).toBe(true);
  expect(verifies(secret ?? '', { ...one, body: one.body.replace('522301A001', '522301A002') })).toBe(false);
  expect(verifies(`whsec_${Buffer.alloc(32).toString('base64')}`, one)).toBe(false);
});

test('after a change of the secret both sign for a day, then the new one alone', async () => {
  const { id, secret: former } = await house.webhook({ url: `http://${receiver.host}/rotated` });
  const { database, keys, clock } = house.machine;
  const next = await database.transaction((tx) => renewSecret(tx, keys, id, clock.now()));
  await house.tell(importDone(account, 1));
  await house.work();
  expect([verifies(former ?? '', only()), verifies(next, only())]).toEqual([true, true]);
  receiver.received.length = 0;
  clock.jump({ hours: 24, minutes: 1 });
  await house.tell(importDone(account, 2));
  await house.work();
  expect([verifies(former ?? '', only()), verifies(next, only())]).toEqual([false, true]);
});

test('a WeCom robot gets markdown, several notices in one, and a refusal in its answer counts as one', async () => {
  await house.webhook({ format: 'wecom', url: `http://${receiver.host}/cgi-bin/webhook/send?key=abc`, kinds: ['imports.waits'] });
  const waits = (number: number) => ({ kind: 'imports.waits', words: { import: number, register: 'pupil' }, to: { accounts: [account] } }) as const;
  await house.tell(waits(1), waits(2));
  await house.work();
  house.machine.clock.jump({ minutes: 5 });
  receiver.answer = () => ({ status: 200, body: '{"errcode":45009,"errmsg":"api freq out of limit"}' });
  await house.work();
  receiver.answer = () => ({ status: 200, body: '{"errcode":0,"errmsg":"ok"}' });
  house.machine.clock.jump({ minutes: 1 });
  await house.work();
  expect(receiver.received).toHaveLength(2);
  const [first, second] = receiver.received;
  expect(first?.body).toBe(second?.body);
  expect(first?.path).toBe('/cgi-bin/webhook/send?key=abc');
  const { msgtype, markdown } = JSON.parse(first?.body ?? '') as { msgtype: string; markdown: { content: string } };
  expect(msgtype).toBe('markdown');
  expect(markdown.content).toMatch(
    /^\*\*安居 · 2 条通知\*\*\n\n导入 1（学生就学台账）.*\[查看\]\(https:\/\/anju\.example\/imports\/1\) #\d+\n\n导入 2/,
  );
  const { error } = await house.machine.database.one<{ error: string | null }>(
    sql`select error from notice_message order by message_id desc limit 1`,
  );
  expect(error).toBeNull();
});

test('a robot’s message never grows beyond what it takes: the rest is counted', async () => {
  await house.webhook({ format: 'wecom', url: `http://${receiver.host}/long`, kinds: ['imports.done'] });
  await house.tell(...Array.from({ length: 50 }, (_, at) => importDone(account, 1_000_000 + at)));
  await house.work();
  house.machine.clock.jump({ minutes: 5 });
  await house.work();
  const { markdown } = JSON.parse(only().body) as { markdown: { content: string } };
  expect(Buffer.byteLength(markdown.content)).toBeLessThanOrEqual(4096);
  expect(markdown.content).toMatch(/另有 \d+ 条，请登录查看。$/);
});

test('a DingTalk robot gets markdown at an address signed as 加签 asks', async () => {
  const secret = 'SEC0123456789abcdef';
  await house.webhook({ format: 'dingtalk', url: `http://${receiver.host}/robot/send?access_token=t`, kinds: ['imports.refused'], secret });
  await house.tell({ kind: 'imports.refused', words: { import: 3, register: 'person' }, to: { accounts: [account] } });
  await house.work();
  house.machine.clock.jump({ minutes: 5 });
  await house.work();
  const query = new URL(only().path, 'http://x').searchParams;
  const timestamp = query.get('timestamp') ?? '';
  expect(Number(timestamp)).toBe(house.machine.clock.now().getTime());
  expect(query.get('access_token')).toBe('t');
  expect(query.get('sign')).toBe(createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64'));
  expect(JSON.parse(only().body)).toEqual({
    msgtype: 'markdown',
    markdown: { title: '安居 · 导入未入库', text: expect.stringContaining('您的导入 3（搬迁人口台账）没有入库') },
  });
});

test('robots keep the night quiet, systems do not', async () => {
  await house.webhook({ format: 'wecom', url: `http://${receiver.host}/robot` });
  await house.webhook({ url: `http://${receiver.host}/system` });
  house.machine.clock.set('2026-03-02T23:00:00+08:00');
  await house.tell(importDone(account, 1));
  await house.work();
  house.machine.clock.jump({ hours: 8 });
  await house.work();
  expect(receiver.received.map(({ path }) => path)).toEqual(['/system']);
  house.machine.clock.jump({ hours: 1 });
  await house.work();
  expect(receiver.received.map(({ path }) => path)).toEqual(['/system', '/robot']);
});

test('what cannot be called is refused when it is set, and secrets lie sealed', async () => {
  const refused = (order: Parameters<NoticeHouse['webhook']>[0]) => house.webhook(order).catch((problem: { code: string }) => problem.code);
  expect(await refused({ url: 'https://127.0.0.1/x' })).toBe('webhooks.address');
  expect(await refused({ url: 'https://169.254.169.254/' })).toBe('webhooks.address');
  expect(await refused({ url: 'http://receiver.example/' })).toBe('webhooks.https');
  expect(await refused({ url: 'receiver' })).toBe('webhooks.url');
  expect(await refused({ url: 'https://receiver.example/', kinds: ['no.such'] })).toBe('webhooks.kinds');
  expect(await refused({ url: 'https://receiver.example/', area: '999999' })).toBe('areas.unknown-area');
  expect(await refused({ url: 'https://oapi.dingtalk.com/robot/send', format: 'dingtalk' })).toBe('webhooks.secret-needed');
  const { database } = house.machine;
  const found = await database.query<{ text: string }>(sql`select webhook::text as text from webhook`);
  expect(found.length).toBeGreaterThan(3);
  expect(found.filter(({ text }) => /key=abc|access_token|SEC0123|whsec/.test(text))).toEqual([]);
});

test('a test says whether it arrived, and a removed webhook has neither address nor secret', async () => {
  const { database, keys, clock } = house.machine;
  const { id } = await house.webhook({ url: `http://${receiver.host}/tried` });
  const trial = () => testWebhook({ database, keys, outgoing: house.outgoing }, id, clock.now());
  expect(await trial()).toEqual({ arrived: true, error: null });
  expect(JSON.parse(only().body)).toMatchObject({ type: 'anju.webhooks.test', subject: `webhook/${id}` });
  receiver.answer = () => ({ status: 404 });
  expect(await trial()).toEqual({ arrived: false, error: 'http 404' });
  await database.transaction((tx) => removeWebhook(tx, keys, id, clock.now()));
  await expect(trial()).rejects.toMatchObject({ code: 'webhooks.not-found' });
  const { url, secret } = await database.one<{ url: Buffer; secret: Buffer | null }>(sql`select url, secret from webhook where webhook_id = ${id}`);
  expect([keys.openText(url), secret]).toEqual(['', null]);
});
