/** Residents without an account: the check, telling us something, following it, and that nothing of the house can be learnt. */
import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Receipt } from '#features/appeals/contract.ts';
import type { Captcha, ResidentAppeal } from '#features/appeals/publicContract.ts';
import { type AppealHouse, openAppealHouse } from './house.ts';

let house: AppealHouse;
beforeAll(async () => {
  house = await openAppealHouse();
  house.clock.set('2024-07-01T10:00:00+08:00');
});
afterAll(() => house.close());

const said = { settlement: '522301A001', nature: '2', content: '楼下的路灯坏了一个月，晚上看不见路。' };
const tell = async (more: object = {}) =>
  house.ask<Receipt & { code: string }>(null, 'POST', '/public/appeals', { ...said, captcha: await house.passed(), ...more });
const told = async (more: object = {}): Promise<Receipt> => {
  const { status, body } = await tell(more);
  expect([status, body]).toEqual([200, expect.anything()]);
  return body;
};

test('a resident tells us something without a name and follows it', async () => {
  const receipt = await told();
  const { rows } = {
    rows: await house.database.query<{ channel: string; anonymous: boolean; track: string; entered_by: string | null }>(sql`
    select channel, anonymous, track, entered_by from appeal where appeal_no = ${receipt.no}`),
  };
  expect(rows).toEqual([{ channel: '5', anonymous: true, track: '3', entered_by: null }]);
  const followed = await house.follow({ no: receipt.no.toLowerCase(), code: receipt.code.replaceAll('-', ' ').toLowerCase() });
  expect(followed).toMatchObject({ state: 'received', content: said.content, unit: null, reply: null });
  expect(followed.may.map(({ verb }) => verb)).toEqual(['withdraw']);
  const left = await house.ask<ResidentAppeal>(null, 'POST', '/public/appeals/withdraw', { no: receipt.no, code: receipt.code, note: '已经修好了' });
  expect(left).toMatchObject({ status: 200, body: { state: 'withdrawn', result: { zh: '撤回' } } });
});

test('the code is nowhere kept as it is, and a new one at the counter ends the old', async () => {
  const receipt = await told({ content: '自来水每天下午停两个小时，没有通知。' });
  const { kept } = await house.database.one<{ kept: string }>(
    sql`select appeal_case::text || (select string_agg(e::text, '') from audit_entry e) as kept from appeal_case where appeal_no = ${receipt.no}`,
  );
  for (const code of [receipt.code, receipt.code.replaceAll('-', '')]) {
    expect(kept).not.toContain(code);
    expect(kept).not.toContain(Buffer.from(code).toString('hex'));
  }
  const replaced = await house.ask<Receipt>('clerk', 'POST', `/appeals/${receipt.no}/code`, { proof: '核对身份证，本人到场' });
  expect(replaced.status).toBe(200);
  expect(await house.ask(null, 'POST', '/public/appeals/follow', { no: receipt.no, code: receipt.code })).toMatchObject({ status: 404 });
  expect((await house.follow({ no: receipt.no, code: replaced.body.code })).no).toBe(receipt.no);
  expect(await house.database.one(sql`select purpose from audit_entry where verb = 'appeals.replace-code' and object_key = ${receipt.no}`)).toEqual({
    purpose: '核对身份证，本人到场',
  });
});

test('an unknown number and a wrong code get the same answer', async () => {
  const { no, code } = await told({ content: '小区里的健身器材松动，孩子容易摔。' });
  const ask = async (key: object): Promise<string> => {
    const { status, body } = await house.ask<object>(null, 'POST', '/public/appeals/follow', key);
    return JSON.stringify([status, { ...body, requestId: '' }]);
  };
  const wrong = await ask({ no, code: 'ABCD-EFGH-JKMN' });
  expect(wrong).toContain('appeals.no-such-receipt');
  expect(await ask({ no: 'SQ999999999', code })).toBe(wrong);
  expect(await ask({ no: '%', code: '' })).toBe(wrong);
});

test('without a right answer nothing is taken down, and an answer serves once', async () => {
  const before = await count();
  const { token, answer } = await house.passed();
  const wrong = await house.ask(null, 'POST', '/public/appeals', { ...said, captcha: { token, answer: String((Number(answer) + 1) % 10) } });
  expect(wrong).toMatchObject({ status: 422, body: { code: 'appeals.captcha-wrong' } });
  expect(await house.ask(null, 'POST', '/public/appeals', { ...said, captcha: { token, answer } })).toMatchObject({ status: 422 });
  expect(await house.ask(null, 'POST', '/public/appeals', { ...said, captcha: { token: 'made-up', answer } })).toMatchObject({ status: 422 });
  const late = await house.passed();
  house.clock.jump({ minutes: 16 });
  expect(await house.ask(null, 'POST', '/public/appeals', { ...said, captcha: late })).toMatchObject({ status: 422 });
  expect(await count()).toBe(before);
});

test('the picture is drawn and holds no digit as text', async () => {
  const { status, body } = await house.ask<Captcha>(null, 'GET', '/public/captcha');
  expect(status).toBe(200);
  const picture = await house.app.inject({ url: `/api/v1${body.picture}` });
  expect(picture.headers['content-type']).toContain('image/svg+xml');
  expect(picture.body).toMatch(/^<svg [^>]+><rect [^>]+\/><path [^>]+\/><path [^>]+\/><\/svg>$/);
  expect((await house.app.inject({ url: '/api/v1/public/captcha/picture?token=AAAA' })).statusCode).toBe(404);
});

test('what is too long, empty or of no settlement is refused', async () => {
  for (const more of [{ content: '' }, { content: '长'.repeat(2001) }, { nature: '9' }, { extra: 1 }, { settlement: '522301A999' }])
    expect((await tell(more)).status, JSON.stringify(more).slice(0, 40)).toBe(422);
  const huge = await house.ask<{ code: string }>(null, 'POST', '/public/appeals', {
    ...said,
    content: '大'.repeat(20_000),
    captcha: await house.passed(),
  });
  expect(huge.body.code).toBe('http.too-large');
});

test('what is merged goes on with the one into which it was merged, and its own words stay', async () => {
  const [first, second] = [
    await told({ content: '三栋电梯坏了半个月没人修。' }),
    await told({ content: '三栋电梯坏了，半个月都没有人来修！', name: '李小花' }),
  ];
  await house.move('community', second.no, 'merge', { into: first.no });
  await house.move('community', first.no, 'accept');
  await house.move('community', first.no, 'dispatch', { unit: 'area:522301A001' });
  await house.move('community', first.no, 'reply', { result: '1', reply: '电梯已修好。' });
  const followed = await house.follow(second);
  expect(followed).toMatchObject({ state: 'answered', mergedInto: true, reply: '电梯已修好。', content: '三栋电梯坏了，半个月都没有人来修！' });
  expect(JSON.stringify(followed)).not.toContain(first.no);
  const { rows } = { rows: await house.database.query<{ repeat_of: string }>(sql`select repeat_of from appeal where appeal_no = ${second.no}`) };
  expect(rows).toEqual([{ repeat_of: first.no }]);
  expect((await house.see('community', second.no)).appellant).toBe('李小花');
  expect((await house.see('community', first.no)).mergedAppeals).toEqual([second.no]);
});

test('who is refused learns why and where to turn', async () => {
  const receipt = await told({ content: '老板欠我三个月工资不给，仲裁正在进行。' });
  await house.move('community', receipt.no, 'refuse', { reason: '1', note: '劳动仲裁正在进行，由仲裁委处理。' });
  expect(await house.follow(receipt)).toMatchObject({
    state: 'refused',
    told: '劳动仲裁正在进行，由仲裁委处理。',
    elsewhere: { zh: expect.stringContaining('12348') },
  });
});

test('an address has so many at once', async () => {
  let refused = 0;
  for (let turn = 0; turn < 25 && refused === 0; turn += 1) {
    const { status } = await tell({ content: '' });
    if (status === 429) refused = turn;
  }
  expect(refused).toBeGreaterThan(0);
});

const count = async (): Promise<number> => (await house.database.one<{ n: number }>(sql`select count(*)::integer as n from appeal`)).n;
