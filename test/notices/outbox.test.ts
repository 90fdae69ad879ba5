/** The outbox: a notice stands or falls with its change, is made once for one matter, reaches those whom it concerns and nobody else, and says why. */
import sql from 'sql-template-tag';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { items } from '#catalog/catalog.ts';
import { roleOf } from '#catalog/roles.ts';
import { noticeText, sayWith } from '#features/notices/noticeText.ts';
import { listNotices } from '#features/notices/viewNotices.ts';
import { type Holders, notify } from '#features/notices/notify.ts';
import { idNumber } from '../imports/house.ts';
import { importDone, openNoticeHouse, type NoticeHouse } from './house.ts';

let house: NoticeHouse;
beforeAll(async () => {
  house = await openNoticeHouse({});
});
afterAll(() => house.close());
beforeEach(async () => {
  const { database } = house.machine;
  for (const table of ['notice_delivery', 'notice_receipt', 'notice']) await database.transaction((tx) => tx.raw(`delete from ${table}`));
  await database.transaction((tx) => tx.raw('delete from graphile_worker._private_jobs'));
});

const count = async (table: 'notice' | 'notice_receipt' | 'graphile_worker.jobs'): Promise<number> => {
  const { database } = house.machine;
  const rows =
    table === 'notice'
      ? await database.query(sql`select 1 from notice`)
      : table === 'notice_receipt'
        ? await database.query(sql`select 1 from notice_receipt`)
        : await database.query(sql`select 1 from graphile_worker.jobs where task_identifier = 'spread-notices'`);
  return rows.length;
};

/** Who gets a notice to holders of the right to confirm imports. */
async function reached(holders: Holders, places: readonly string[]): Promise<number[]> {
  await house.tell({ kind: 'imports.waits', words: { import: 1, register: 'person' }, to: { holders }, places });
  await house.work();
  const rows = await house.machine.database.query<{ account_id: number }>(sql`
    select account_id from notice_receipt where notice_id = (select max(notice_id) from notice) order by 1`);
  return rows.map((row) => row.account_id);
}

test('a change that is rolled back leaves neither a notice nor a job', async () => {
  const account = await house.person('王芳', ['county', '522301']);
  const work = house.machine.database.transaction(async (tx) => {
    await notify(tx, importDone(account, 1));
    throw new Error('no');
  });
  await expect(work).rejects.toThrow('no');
  expect([await count('notice'), await count('graphile_worker.jobs')]).toEqual([0, 0]);
  await house.tell(importDone(account, 1));
  expect([await count('notice'), await count('graphile_worker.jobs')]).toEqual([1, 1]);
});

test('what is one matter is told once, whoever tells it again', async () => {
  const account = await house.person('李华', ['county', '522301']);
  const ends = (day: string) => ({ kind: 'grants.ends', words: { role: 'county', day }, to: { accounts: [account] }, once: `7 ${day}` }) as const;
  expect(await house.tell(ends('2026-04-01'), ends('2026-04-01'))).toBe(1);
  expect(await house.tell(ends('2026-04-01'))).toBe(0);
  expect(await house.tell(ends('2026-05-01'))).toBe(1);
});

test('spreading twice, or two at once, gives everybody a notice once', async () => {
  const account = await house.person('赵敏', ['county', '522301']);
  await house.tell(...Array.from({ length: 30 }, (_, at) => importDone(account, at)));
  await Promise.all([house.work(), house.work()]);
  await house.work();
  expect(await count('notice_receipt')).toBe(30);
});

describe('holders of a grant', () => {
  let lead: number;
  let county: number;
  let other: number;
  let street: number;
  let closed: number;
  beforeAll(async () => {
    lead = await house.person('州', ['prefecture', '522300']);
    county = await house.person('兴义', ['county', '522301']);
    other = await house.person('普安', ['county', '522323']);
    street = await house.person('街道', ['street', '522301001']);
    closed = await house.person('停用', ['street', '522301001']);
    await house.machine.database.execute(sql`update account set disabled_at = now() where account_id = ${closed}`);
    // Those of earlier tests hold the same role.
    await house.machine.database.execute(
      sql`update account_grant set revoked_at = now() where account_id <> all(${[lead, county, other, street]}::bigint[])`,
    );
  });

  test('the nearest above the place, without the one who caused it, else the next above', async () => {
    expect(await reached({}, ['522301A001'])).toEqual([street]);
    expect(await reached({ except: [street] }, ['522301A001'])).toEqual([county]);
    expect(await reached({}, ['522323A001'])).toEqual([other]);
    expect(await reached({}, ['522301A001', '522323A001'])).toEqual([lead]);
    expect(await reached({}, [])).toEqual([lead]);
    expect(await reached({}, ['no-such-place'])).toEqual([lead]);
  });

  test('everybody above where that is asked for, and never anybody beside', async () => {
    expect(await reached({ isEverybody: true }, ['522301A001'])).toEqual([lead, county, street]);
  });

  test('a department is told through its own grants alone', async () => {
    const school = await house.person('教育', ['department', '522301', '教育局']);
    expect(await reached({ permission: 'imports.create', departments: ['教育局'] }, ['522301A001'])).toEqual([school]);
    expect(await reached({ permission: 'imports.create', departments: ['医保局'] }, ['522301A001'])).toEqual([]);
    expect(await reached({ permission: 'imports.create', departments: ['教育局'] }, ['522323A001'])).toEqual([]);
  });

  test('a deputy is told as long as the absent person’s grant holds, and reads for whom', async () => {
    const { database } = house.machine;
    const deputy = await house.person('代理');
    await database.execute(sql`
      insert into account_grant (account_id, role, area_code, valid_from, valid_to, stands_for)
      select ${deputy}, role, area_code, '2026-03-01', '2026-04-01', grant_id from account_grant where account_id = ${county} and revoked_at is null`);
    expect(await reached({ except: [street] }, ['522301A001'])).toEqual([county, deputy]);
    const { rows } = await listNotices(database, deputy, { show: 'all', page: 1, size: 10 });
    expect(rows[0]?.why).toEqual({
      zh: `收到的原因：您是兴义市的“${roleOf('county').zh}”（代 兴义），有权限“复核全量名单”。`,
      en: 'Why you get this: you are county (for 兴义) in Xingyi and may confirm full lists.',
    });
    await database.execute(sql`update account_grant set revoked_at = now() where account_id = ${county}`);
    expect(await reached({ except: [street] }, ['522301A001'])).toEqual([lead]);
    await database.execute(sql`update account_grant set revoked_at = null where account_id = ${county}`);
  });

  test('somebody who is named for a duty is told together with their deputy', async () => {
    const { database } = house.machine;
    const deputy = await house.person('代班');
    await database.execute(sql`
      insert into account_grant (account_id, role, area_code, valid_from, valid_to, stands_for)
      select ${deputy}, role, area_code, '2026-03-01', '2026-03-03', grant_id from account_grant where account_id = ${street} and revoked_at is null`);
    const told = async (andDeputies: boolean): Promise<[number, string | undefined][]> => {
      await house.tell({ kind: 'webhooks.test', words: {}, to: { accounts: [street], andDeputies } });
      await house.work();
      const rows = await database.query<{ account_id: number; why: { standsFor: string } | null }>(sql`
        select account_id, why from notice_receipt where notice_id = (select max(notice_id) from notice) order by 1`);
      return rows.map(({ account_id: account, why }) => [account, why?.standsFor]);
    };
    expect(await told(false)).toEqual([[street, undefined]]);
    expect(await told(true)).toEqual([
      [street, undefined],
      [deputy, '街道'],
    ]);
    await database.execute(sql`update account_grant set revoked_at = now() where account_id = ${deputy}`);
  });

  test('a grant that is over or not yet begun reaches nobody', async () => {
    const late = await house.person('将来', ['street', '522301001']);
    await house.machine.database.execute(sql`update account_grant set valid_from = '2026-03-03' where account_id = ${late}`);
    expect(await reached({}, ['522301A001'])).toEqual([street]);
    house.machine.clock.set('2026-03-03');
    expect(await reached({}, ['522301A001'])).toEqual([street, late]);
    await house.machine.database.execute(sql`update account_grant set valid_to = '2026-03-03' where account_id = ${late}`);
    expect(await reached({}, ['522301A001'])).toEqual([street]);
    house.machine.clock.set('2026-03-02');
  });
});

test('what a notice says holds no number of a person, and an item about health is named in neutral words', async () => {
  const number = idNumber('1980-01-01', 1);
  const account = await house.person('孙丽', ['county', '522301']);
  await house.tell({ kind: 'alerts.jobs-failed', words: { task: number, attempts: 1 }, to: { accounts: [account] } });
  await house.work();
  const { rows } = await listNotices(house.machine.database, account, { show: 'all', page: 1, size: 10 });
  expect(rows[0]?.text.zh).toMatch(/^后台任务 522\*+\d{3}[\dX] 已失败/);
  expect(JSON.stringify(rows)).not.toContain(number);
  const words = { item: 'E01', warning: '2026-E01-000007', register: 'person' };
  expect(sayWith('{item} {warning} {register}', words, 'zh')).toBe('健康服务事项 2026-E00-000007 搬迁人口台账');
  expect(sayWith('{item} {other}', { item: 'C01' }, 'zh')).toBe(`${itemsByCode('C01')} {other}`);
  const said = noticeText({ kind: 'imports.done', words: { import: 1, register: 'person', added: 2, changed: 3, refused: 4, aside: 5 } });
  expect(said.text.zh).toBe('您的导入 1（搬迁人口台账）已完成：新增 2，变更 3，退回 4，待匹配 5。');
  expect(said.link).toBe('/imports/1');
});

const itemsByCode = (code: string): string | undefined => items.find((item) => item.code === code)?.zh;
