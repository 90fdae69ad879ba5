/** Who hears of an appeal: those who have to act and may see it; never the one complained about; and whoever appealed, by a number alone. */
import sql, { raw } from 'sql-template-tag';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { watchAppeals } from '#features/appeals/watchAppeals.ts';
import { noticeSights } from '#features/noticeSights.ts';
import { notify } from '#features/notices/notify.ts';
import { makeWebhook } from '#features/notices/webhooks.ts';
import { takeBack, takeBackJob } from '#features/notices/takeBack.ts';
import { type AppealHouse, openAppealHouse, type Post } from '../appeals/house.ts';
import { undoImport } from '#features/imports/undoImport.ts';
import { send } from '../imports/house.ts';
import { heard } from './heard.ts';

let house: AppealHouse;
beforeAll(async () => {
  house = await openAppealHouse();
  house.clock.set('2024-07-01T10:00:00+08:00');
});
afterAll(() => house.close());

const listen = (): Promise<Partial<Record<Post, string[]>>> => heard(house);
const watch = (moment: string) => {
  house.clock.set(moment);
  return watchAppeals(house.database, house.clock.now());
};
/** What was told to people outside since the last time: way, address and number. */
async function heardOutside(): Promise<string[]> {
  const rows = await house.database.query<{ channel: string; outside: Buffer; words: { appeal: string } }>(sql`
    with told as (select notice_id, outside from notice where outside is not null), forgotten as (
      update notice set outside = null where notice_id in (select notice_id from told))
    select receivers ->> 'outside' as channel, told.outside, words from told join notice using (notice_id) order by notice_id`);
  return rows.map(({ channel, outside, words }) => `${channel} ${house.keys.openText(outside)} ${words.appeal}`);
}

describe('on its way', () => {
  let no: string;
  test('it is told to the nearest who accept it, but for whoever took it down', async () => {
    no = (await house.take({ track: '2', nature: '6', contact: '139 0000-0001', person: 'P-0001' })).no;
    expect(await listen()).toEqual({ community: [`appeals.entered ${no}`] });
    const urgent = await house.take({ urgency: '1', content: '楼道里有很大的煤气味，请马上来人看。' }, 'street');
    expect(await listen()).toEqual({ community: [`appeals.entered-urgent ${urgent.no}`], clerk: [`appeals.entered-urgent ${urgent.no}`] });
    expect(await heardOutside()).toEqual([]);
  });

  test('to the unit to which it is given, and back to those who accept when it is returned', async () => {
    await house.move('community', no, 'accept');
    expect(await listen()).toEqual({});
    expect((await house.ask('community', 'POST', `/appeals/${no}/dispatch`, { unit: 'area:522323' })).status).toBe(422);
    expect(await listen()).toEqual({});
    await house.move('community', no, 'dispatch', { unit: 'department:教育局' });
    expect(await listen()).toEqual({ education: [`appeals.assigned ${no}`] });
    await house.move('education', no, 'return', { reason: '1', evidence: '不归我们' });
    expect(await listen()).toEqual({ community: [`appeals.returned ${no}`], clerk: [`appeals.returned ${no}`] });
    await house.move('community', no, 'dispatch', { unit: 'department:民政局' });
    await house.move('community', no, 'join', { unit: 'area:522301001' });
    expect(await listen()).toEqual({ civil: [`appeals.assigned ${no}`], street: [`appeals.joined ${no}`] });
    await house.move('street', no, 'contribute', { note: '已到现场看过。' });
    expect(await listen()).toEqual({ civil: [`appeals.contributed ${no}`] });
    await house.move('community', no, 'transfer', { unit: 'department:教育局', note: '先由教育局办' });
    expect(await listen()).toEqual({ education: [`appeals.assigned ${no}`], civil: [`appeals.passed-on ${no}`] });
    expect((await house.ask('civil', 'GET', `/appeals/${no}`)).status).toBe(404);
    await house.move('community', no, 'transfer', { unit: 'department:民政局', note: '还是民政局办' });
    expect(await listen()).toEqual({ civil: [`appeals.assigned ${no}`], education: [`appeals.passed-on ${no}`] });
  });

  test('an extension is asked of who approves, and told to who asked and to who appealed', async () => {
    await house.move('civil', no, 'extend', { until: '2024-09-10', note: '须实地测量' });
    expect(await listen()).toEqual({ county: [`appeals.extension-asked 2024-09-10 ${no}`] });
    await house.move('county', no, 'grant');
    expect(await listen()).toEqual({ civil: [`appeals.extension-granted 2024-09-10 ${no}`] });
    expect(await heardOutside()).toEqual([`sms 13900000001 ${no}`]);
  });

  test('its answer is told to who appealed and to those who call back; unsatisfied, to the unit again', async () => {
    await house.move('civil', no, 'reply', { result: '1', reply: '已解决。' });
    expect(await listen()).toEqual({ community: [`appeals.answered ${no}`], clerk: [`appeals.answered ${no}`] });
    expect(await heardOutside()).toEqual([`sms 13900000001 ${no}`]);
    await house.move('community', no, 'follow-up', { on: '2024-07-01', satisfaction: '4' });
    await house.move('community', no, 're-open', { note: '没有人来看' });
    expect(await listen()).toEqual({ civil: [`appeals.again ${no}`] });
    await house.move('civil', no, 'reply', { result: '3', reply: '按政策不补。', elsewhere: '可请求复查。' });
    await listen();
    await heardOutside();
    await house.move('community', no, 'ask-review', { note: '不服' });
    expect(await listen()).toEqual({ county: [`appeals.review-asked ${no}`], civil: [`appeals.contested ${no}`] });
    await house.move('county', no, 'review', { outcome: '1', opinion: '维持。' });
    expect(await heardOutside()).toEqual([`sms 13900000001 ${no}`]);
    await house.move('community', no, 'ask-re-review', { note: '仍不服' });
    expect(await listen()).toEqual({
      prefecture: [`appeals.review-asked ${no}`],
      secondPrefecture: [`appeals.review-asked ${no}`],
      civil: [`appeals.contested ${no}`],
    });
  });

  test('whoever left a mail address hears there, whoever left neither is left alone, and those of a merged one hear by their own number', async () => {
    const refused = await house.take({ contact: 'zhang@example.org' });
    await house.move('community', refused.no, 'refuse', { reason: '4', note: '同一件事已在办。' });
    expect(await heardOutside()).toEqual([`mail zhang@example.org ${refused.no}`]);
    const silent = await house.take({ contact: '三栋一单元找王大山' });
    await house.move('community', silent.no, 'refuse', { reason: '4', note: '同一件事已在办。' });
    expect(await heardOutside()).toEqual([]);
    const [main, second] = [await house.take({ contact: '' }), await house.take({ contact: '+8613900000009' })];
    await house.move('community', second.no, 'merge', { into: main.no });
    await house.move('community', main.no, 'refuse', { reason: '4', note: '不在这里办。' });
    expect(await heardOutside()).toEqual([`sms 13900000009 ${second.no}`]);
    await listen();
  });
});

test('before a clock is over those hear who have to act, after it the office above too, each once', async () => {
  await house.database.execute(sql`delete from appeal_clock`);
  const { no } = await house.take({ track: '3', contact: '' });
  await listen();
  await watch('2024-07-03T09:00:00+08:00');
  const soon = [`appeals.clock-soon 2024-07-03 17:30 accept ${no}`];
  expect(await listen()).toEqual({ community: soon, clerk: soon });
  expect(await watch('2024-07-03T09:05:00+08:00')).toMatchObject({ reminded: 0 });
  await watch('2024-07-03T17:40:00+08:00');
  const overdue = [`appeals.overdue accept ${no}`];
  expect(await listen()).toEqual({ community: overdue, clerk: overdue, street: [`appeals.escalated accept ${no}`] });
  expect(await watch('2024-07-03T17:45:00+08:00')).toEqual({ takenUp: 0, reminded: 0, escalated: 0, archived: 0 });
  await house.move('community', no, 'accept');
  await house.move('community', no, 'dispatch', { unit: 'department:教育局' });
  await listen();
  await watch('2024-07-30T09:00:00+08:00');
  expect(await listen()).toEqual({ education: [`appeals.overdue answer ${no}`], county: [`appeals.escalated answer ${no}`] });
});

describe('what an import brings', () => {
  const header = '诉求编号|安置点|来源渠道|性质|内容|办理类型|紧急程度|受理时间|办理时限|处理结果|办结时间';
  const bring = (dataDate: string, ...rows: string[]) => send(house, [header, ...rows].join('\n'), { register: 'appeal', dataDate });
  const clocksOf = (no: string) =>
    house.database.query<{ due_at: string; register: string; escalated: boolean }>(sql`
      select clock.due_at, appeal.due_at as register, escalated_at is not null as escalated from appeal_clock clock join appeal using (appeal_no) where appeal_no = ${no} and clock = 'answer'`);

  test('is told by place to those who assign it, an accusation where accusations are seen; its time to answer runs', async () => {
    await house.database.execute(sql`delete from appeal_clock`);
    house.clock.set('2024-08-01T10:00:00+08:00');
    const report = await bring(
      '2024-08-01',
      'GD-1|栗坪安置点|电话12345|求助|楼顶漏水到家里|12345|一般|2024-07-31 09:00|||',
      'GD-2|栗坪安置点|电话12345|咨询|如何办理居住证|12345|一般|2024-07-31 09:00|2024-08-20 17:00||',
      'GD-3|栗坪安置点|电话12345|咨询|医保怎么转|12345|一般|2024-06-03 09:00|||',
      'GD-4|栗坪安置点|电话12345|求助|电梯困人|12345|特急|2024-08-01 09:30|||',
      'GD-5|栗坪安置点|电话12345|举报|有人冒领公益性岗位的工资|12345|一般|2024-07-31 09:00|||',
      'GD-6|栗坪安置点|电话12345|咨询|如何转学|12345|一般|2024-07-30 09:00||解释疏导|2024-07-30 10:00',
    );
    expect(report).toMatchObject({ added: 6, refused: 0 });
    expect(await watch('2024-08-01T10:01:00+08:00')).toMatchObject({ takenUp: 5, escalated: 0 });
    const together = ['appeals.brought 1 3 栗坪安置点', 'appeals.brought-urgent 0 1 栗坪安置点'];
    const told = await listen();
    expect({ ...told, community: told.community?.slice().sort(), clerk: told.clerk?.slice().sort() }).toEqual({
      community: together,
      clerk: together,
      county: ['appeals.brought-one GD-5'],
    });
    expect(await watch('2024-08-01T10:06:00+08:00')).toEqual({ takenUp: 0, reminded: 0, escalated: 0, archived: 0 });
    expect(await listen()).toEqual({});
    // Seven working days, unless the file says when; what came too late is escalated by nobody.
    const [asked] = await clocksOf('GD-1');
    expect([asked?.due_at, asked?.register]).toEqual(['2024-08-09T23:59:59+08:00', '2024-08-09T23:59:59+08:00']);
    expect(Date.parse((await clocksOf('GD-2'))[0]?.due_at ?? '')).toBe(Date.parse('2024-08-20T17:00:00+08:00'));
    expect(await clocksOf('GD-3')).toMatchObject([{ escalated: true }]);
    expect(await clocksOf('GD-6')).toEqual([]);
    expect((await house.see('community', 'GD-3')).marks).toContain('overdue');
    await watch('2024-08-12T10:00:00+08:00');
    expect((await listen()).county).toEqual(['appeals.escalated answer GD-4', 'appeals.escalated answer GD-1']);
    await undoImport(house, report.import ?? 0);
    house.clock.set('2024-09-02T10:00:00+08:00');
    await watch('2024-09-02T10:00:00+08:00');
    expect(
      await house.database.query(
        sql`select appeal_no from appeal_case where appeal_no in ('GD-2', 'GD-3') union all select appeal_no from appeal_clock where appeal_no in ('GD-2', 'GD-3')`,
      ),
    ).toEqual([]);
    await listen();
  });
});

describe('what an import brings again', () => {
  const header = '诉求编号|安置点|来源渠道|性质|内容|办理类型|紧急程度|受理时间|办理时限';
  const bring = (dataDate: string, rest: string) =>
    send(house, `${header}\nGD-9|栗坪安置点|电话12345|求助|水管爆裂|12345|一般|2024-10-08 09:00|${rest}`, { register: 'appeal', dataDate });
  const clock = () =>
    house.database.query<{ due: string; warned: boolean; escalated: boolean }>(sql`
      select to_char(due_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as due, warned_at is not null as warned, escalated_at is not null as escalated
      from appeal_clock where appeal_no = 'GD-9' and clock = 'answer' order by round`);

  test('moves the end of a clock that runs by it, and leaves one that people extended here', async () => {
    house.clock.set('2024-10-08T10:00:00+08:00');
    await bring('2024-10-08', '2024-10-11 17:00');
    await watch('2024-10-08T10:05:00+08:00');
    await watch('2024-10-11T16:30:00+08:00');
    expect(await clock()).toEqual([{ due: '2024-10-11 17:00', warned: true, escalated: false }]);
    expect(await bring('2024-10-11', '2024-10-18 17:00')).toMatchObject({ changed: 1 });
    await watch('2024-10-11T16:40:00+08:00');
    expect(await clock()).toEqual([{ due: '2024-10-18 17:00', warned: false, escalated: false }]);
    expect((await watch('2024-10-12T10:00:00+08:00')).escalated).toBe(0);
    await house.move('community', 'GD-9', 'dispatch', { unit: 'area:522301A001' });
    await house.move('community', 'GD-9', 'extend', { until: '2024-10-25', note: '等配件' });
    await house.move('county', 'GD-9', 'grant');
    expect(await clock()).toMatchObject([{ due: '2024-10-25 17:30' }]);
    await watch('2024-10-12T10:10:00+08:00');
    expect(await clock()).toMatchObject([{ due: '2024-10-25 17:30' }]);
    house.clock.set('2024-10-14T09:00:00+08:00');
    expect(await bring('2024-10-14', '2024-10-10 17:00')).toMatchObject({ changed: 1 });
    await watch('2024-10-14T10:00:00+08:00');
    expect(await clock()).toEqual([{ due: '2024-10-10 17:00', warned: true, escalated: true }]);
    await listen();
  });

  test('an empty end follows the limits that were set and the holidays of the county', async () => {
    const dueOf = async (no: string, kind: string): Promise<string> => {
      const rest = `${no}|栗坪安置点|电话12345|${kind}|2024-11-04 09:00`;
      expect(
        await send(house, `诉求编号|安置点|来源渠道|性质|内容|办理类型|紧急程度|受理时间\n${rest}`, { register: 'appeal', dataDate: '2024-11-04' }),
      ).toMatchObject({ added: 1 });
      const { due } = await house.database.one<{ due: string }>(sql`
        select to_char(due_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as due from appeal where appeal_no = ${no}`);
      return due;
    };
    house.clock.set('2024-11-04T10:00:00+08:00');
    expect(await dueOf('GD-20', '求助|路灯不亮|12345|一般')).toBe('2024-11-13 23:59');
    const limits = { 'answer-help': '2wd', 'answer-internal': '9d', 'answer-urgent': '12h' };
    expect((await house.ask('prefecture', 'PUT', '/settings', { appealLimits: limits })).status).toBe(200);
    expect(await dueOf('GD-21', '求助|路灯不亮|12345|一般')).toBe('2024-11-06 23:59');
    expect((await house.ask('county', 'PUT', '/calendar/local', { county: '522301', day: '2024-11-05', name: '县庆' })).status).toBe(200);
    expect(await dueOf('GD-22', '求助|路灯不亮|12345|一般')).toBe('2024-11-07 23:59');
    expect(await dueOf('GD-23', '求助|路灯不亮|内部|一般')).toBe('2024-11-13 23:59');
    expect(await dueOf('GD-24', '求助|路灯不亮|12345|紧急')).toBe('2024-11-04 21:00');
    await house.database.execute(sql`delete from setting where name = 'appeal_limits'`);
    await house.database.execute(sql`delete from local_day`);
    for (const table of ['appeal_clock', 'appeal']) await house.database.execute(sql`delete from ${raw(table)} where appeal_no like 'GD-%'`);
    await listen();
  });
});

describe('who may not know', () => {
  test('an appeal about the community is told above it, at each step', async () => {
    await house.database.execute(sql`delete from appeal_clock`);
    const { no } = await house.take({ nature: '3', content: '社区办事推来推去，跑了四次。', against: 'area:522301A001', contact: '' }, 'county');
    expect(await listen()).toEqual({ street: [`appeals.entered ${no}`] });
    await house.move('street', no, 'accept');
    await house.move('street', no, 'dispatch', { unit: 'area:522301001' });
    expect(await listen()).toEqual({});
    await house.move('street', no, 'reply', { result: '1', reply: '已解决。' });
    expect(await listen()).toEqual({ county: [`appeals.answered ${no}`] });
  });

  test('nor is it told to somebody of the community who holds another post as well, or stands in for its clerk', async () => {
    const hearer = async (role: string, area: string, standsFor: number | null): Promise<void> => {
      await house.database.execute(sql`
        insert into account_grant (account_id, role, area_code, valid_from, stands_for)
        values (${house.accounts.street}, ${role}, ${area}, '2024-01-01', (select grant_id from account_grant where account_id = ${standsFor}))`);
    };
    const leave = () => house.database.execute(sql`delete from account_grant where account_id = ${house.accounts.street} and role <> 'street'`);
    for (const standsFor of [null, house.accounts.clerk]) {
      await hearer('community', '522301A001', standsFor);
      const { no } = await house.take({ nature: '3', content: '社区又不开门。', against: 'area:522301A001', contact: '' }, 'prefecture');
      expect(await listen()).toEqual({ county: [`appeals.entered ${no}`] });
      await leave();
    }
  });

  test('an accusation is told only where accusations are seen', async () => {
    const { no } = await house.take({ nature: '4', content: '有人冒领公益性岗位的工资，请查。', contact: '' }, 'prefecture');
    expect(await listen()).toEqual({ county: [`appeals.entered ${no}`] });
  });

  test('a missed clock goes past the office that is complained about', async () => {
    await house.database.execute(sql`delete from appeal_clock`);
    house.clock.set('2024-08-05T10:00:00+08:00');
    const { no } = await house.take({ nature: '3', content: '县里一直不回复。', against: 'area:522301', contact: '' }, 'street');
    await listen();
    await house.move('community', no, 'accept');
    await watch('2024-09-20T10:00:00+08:00');
    expect(await listen()).toEqual({
      community: [`appeals.overdue answer ${no}`],
      clerk: [`appeals.overdue answer ${no}`],
      prefecture: [`appeals.escalated answer ${no}`],
      secondPrefecture: [`appeals.escalated answer ${no}`],
    });
  });

  test('whoever is named as complained about later keeps no trace of it, and the others keep theirs', async () => {
    const { no } = await house.take({ contact: '' });
    await house.move('community', no, 'accept');
    await house.move('community', no, 'dispatch', { unit: 'department:教育局' });
    expect((await listen()).education).toEqual([`appeals.assigned ${no}`]);
    await house.move('education', no, 'return', { reason: '1', evidence: '不归我们' });
    await listen();
    await house.move('community', no, 'shield', { party: 'department:教育局' });
    const jobs = await house.database.query(sql`select 1 from graphile_worker.jobs where task_identifier = ${takeBackJob}`);
    expect(jobs).toHaveLength(1);
    const told = (): Promise<{ account: number }[]> =>
      house.database.query(sql`select account_id as account from notice_receipt join notice using (notice_id) where object_key = ${no} order by 1`);
    const before = await told();
    expect(before).toContainEqual({ account: house.accounts.education });
    expect(await takeBack({ database: house.database, sights: noticeSights, day: house.clock.today() }, { kind: 'appeal', key: no })).toBe(1);
    expect(await told()).toEqual(before.filter(({ account }) => account !== house.accounts.education));
  });

  test('nor does the unit from which it was taken, once it is the one complained about', async () => {
    const { no } = await house.take({ contact: '' });
    await house.move('community', no, 'accept');
    await house.move('community', no, 'dispatch', { unit: 'department:教育局' });
    await listen();
    await house.move('community', no, 'transfer', { unit: 'department:民政局', note: '诉求人反映教育局' });
    await house.move('community', no, 'shield', { party: 'department:教育局' });
    expect(await listen()).toEqual({ civil: [`appeals.assigned ${no}`] });
  });

  test('a notice that does not say which appeal it is about reaches nobody', async () => {
    const to = { accounts: [house.accounts.county] };
    await house.database.transaction((tx) => notify(tx, { kind: 'appeals.entered', words: { appeal: 'SQ000000001' }, to }));
    expect(await listen()).toEqual({});
  });

  test('what is told of appeals goes to no system and no robot, and says nothing but numbers and places', async () => {
    const order = { name: '群', format: 'cloudevents', url: 'https://receiver.example/', kinds: ['appeals.entered'], area: '522300' } as const;
    const made = { relays: [], madeBy: null, now: house.clock.now() };
    const refused = house.database.transaction((tx) => makeWebhook(tx, house.keys, { ...order, kinds: [...order.kinds] }, made));
    await expect(refused).rejects.toMatchObject({ code: 'webhooks.kinds' });
    await house.database.execute(sql`
      insert into webhook (name, format, url, host, kinds, area_code, made_at) values ('旧', 'cloudevents', ${house.keys.sealText(order.url)}, 'receiver.example', ${[...order.kinds]}, '522300', now())`);
    await house.take({ contact: '' });
    expect(Object.keys(await listen())).toEqual(['community']);
    expect(await house.database.query(sql`select 1 from notice_delivery where webhook_id is not null`)).toEqual([]);
    const kinds = await house.database.query<{ kind: string; said: string }>(sql`
      select distinct kind, words::text as said from notice where kind like 'appeals.%' and words - 'appeal' - 'day' - 'due' - 'clock' - 'place' - 'count' - 'late' <> '{}'`);
    expect(kinds).toEqual([]);
    const { count } = await house.database.one<{ count: number }>(sql`
      select count(*)::integer as count from notice where kind like 'appeals.%' and (notice::text like '%王大山%' or notice::text like '%139000%')`);
    expect(count).toBe(0);
  });
});
