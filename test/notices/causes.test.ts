/** What is told already: files refused, finished or waiting for a second person, late registers, grants that end, locked names, and the house about itself. */
import sql from 'sql-template-tag';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { houseFigures, readHouseState } from '#features/alerts/houseState.ts';
import { watchHouse } from '#features/alerts/watchHouse.ts';
import { tellEndingGrants } from '#features/accounts/tellEndingGrants.ts';
import { signIn } from '#features/accounts/signIn.ts';
import type { Actor } from '#features/audit/actor.ts';
import { sealAll } from '#features/audit/seal.ts';
import { confirmImport } from '#features/imports/confirmImport.ts';
import { forgetOld } from '#features/notices/forgetOld.ts';
import { noticeTasks } from '#features/noticeTasks.ts';
import { noticeSights } from '#features/noticeSights.ts';
import { spreadNotices } from '#features/notices/spread.ts';
import { listNotices } from '#features/notices/viewNotices.ts';
import { tellLateRegisters } from '#features/warnings/tellLateRegisters.ts';
import { startJobs } from '#platform/jobs/jobs.ts';
import { householdCsv, householdHeader, idNumber, people, personCsv, send, type TestHouse } from '../imports/house.ts';
import { type NoticeHouse, openNoticeHouse } from './house.ts';

let house: NoticeHouse;
let imports: TestHouse;
let bringer: number;
let lead: number;

beforeAll(async () => {
  house = await openNoticeHouse({});
  bringer = await house.person('王芳', ['county', '522301']);
  lead = await house.person('州', ['prefecture', '522300']);
  const { machine } = house;
  const actor: Actor = { account: bringer, name: '王芳（p-1）', via: 'web', address: null, requestId: null };
  imports = { ...machine, dataFolder: machine.settings.dataFolder, actor, close: async () => {} };
});
afterAll(() => house.close());

/** What an account has not read, as kinds with their links, and reads it. */
async function news(account: number): Promise<string[]> {
  const { database, clock } = house.machine;
  await house.work();
  const { rows } = await listNotices(database, account, { show: 'unread', page: 1, size: 100 });
  await database.execute(sql`update notice_receipt set read_at = ${clock.now()} where account_id = ${account}`);
  return rows.map(({ kind, link }) => `${kind} ${link}`).reverse();
}

describe('imports', () => {
  test('what was stored is told to who brought it, in numbers', async () => {
    const report = await send(imports, `${personCsv}\nH-0001|新来|${idNumber('1991-11-11', 9)}|没有这个民族|子|1|8|P-0009`, {
      dataDate: '2026-01-01',
    });
    expect(report.state).toBe('stored');
    expect(await news(bringer)).toEqual([`imports.done /imports/${report.import}`]);
    expect(await news(lead)).toEqual([]);
    const { words } = await house.machine.database.one<{ words: object }>(sql`select words from notice order by notice_id desc limit 1`);
    expect(words).toEqual({ import: report.import, register: 'person', added: report.added, changed: report.changed, refused: 1, aside: 0 });
  });

  test('a file that cannot be read, and one that was refused', async () => {
    await send(imports, 'nothing|known\n1|2');
    expect(await news(bringer)).toEqual(['imports.unread /imports']);
    const refused = await send(imports, `${personCsv}`, { register: 'person', dataDate: '2026-01-02', covers: ['522301A009'] });
    expect(refused.state).toBe('refused');
    expect(await news(bringer)).toEqual([`imports.refused /imports/${refused.import}`]);
  });

  test('a trial tells nobody', async () => {
    await send(imports, personCsv, { dataDate: '2026-01-03', dryRun: true });
    expect(await news(bringer)).toEqual([]);
  });

  test('a full list that drops many rows: its bringer hears that it waits, the nearest other who may confirm it hears it too', async () => {
    const [, first = ''] = householdCsv.trim().split('\n');
    const many = Array.from({ length: 12 }, (_, at) =>
      first
        .replace('H-0001', `H-1${at}`)
        .replace('|1|101|', `|1|2${at + 10}|`)
        .replace(people.wang.id, idNumber('1970-01-01', 21 + at)),
    );
    await send(imports, [householdHeader, ...many].join('\n'), { dataDate: '2026-02-01' });
    await news(bringer);
    const reach = () => ['522301A001', '522301A002'];
    const whole = await send(imports, householdCsv, { dataDate: '2026-02-02', mode: 'full', statedBy: '王芳（p-1）', reach });
    expect(whole.state).toBe('waiting');
    expect(await news(bringer)).toEqual([`imports.held /imports/${whole.import}`]);
    expect(await news(lead)).toEqual([`imports.waits /imports/${whole.import}`]);
    const colleague = await house.person('同事', ['county', '522301']);
    const again = await send(imports, householdCsv, { dataDate: '2026-02-03', mode: 'full', statedBy: '王芳（p-1）', reach });
    expect(await news(colleague)).toEqual([`imports.waits /imports/${again.import}`]);
    expect(await news(lead)).toEqual([]);
    const second = { ...imports, actor: { ...imports.actor, account: colleague, name: '同事' } };
    expect((await confirmImport(second, again.import ?? 0, '同事')).state).toBe('stored');
    expect([await news(bringer), await news(colleague)]).toEqual([
      [`imports.held /imports/${again.import}`, `imports.confirmed /imports/${again.import}`],
      [],
    ]);
  });
});

test('the stewards of a department hear once a day that registers are late in their area, and only when some are newly so', async () => {
  const { database } = house.machine;
  const school = await house.person('教育', ['department', '522301', '教育局']);
  const beside = await house.person('普安教育', ['department', '522323', '教育局']);
  const other = await house.person('残联', ['department', '522301', '残联']);
  const late = (register: string, settlement: string) =>
    database.execute(sql`insert into data_warning (register, settlement_code, stale_since) values (${register}, ${settlement}, '2026-02-01')`);
  const look = (day: string) => database.transaction((tx) => tellLateRegisters.tell(tx, day, house.machine.clock.now()));
  await late('pupil', '522301A001');
  await late('pupil', '522301A002');
  await look('2026-03-02');
  await look('2026-03-02');
  expect(await news(school)).toEqual(['registers.late /data-health']);
  expect([await news(beside), await news(other)]).toEqual([[], []]);
  await look('2026-03-03');
  expect(await news(school)).toEqual([]);
  await late('school', '522301A001');
  await look('2026-03-04');
  await house.work();
  const { rows } = await listNotices(database, school, { show: 'unread', page: 1, size: 10 });
  expect(rows.map(({ text }) => text.zh)).toEqual(['您负责报送的台账有 3 项逾期未报（按安置点计），其中 1 项是新增的。']);
});

test('a grant that ends within two weeks is told to its holder and to the nearest who may renew it, once', async () => {
  const { database } = house.machine;
  const holder = await house.person('网格', ['grid_worker', '522301001901']);
  const street = await house.person('街道', ['street', '522301001']);
  await database.execute(sql`update account_grant set valid_to = '2026-03-16' where account_id = ${holder}`);
  const look = (day: string) => database.transaction((tx) => tellEndingGrants.tell(tx, day, house.machine.clock.now()));
  await look('2026-03-01');
  expect([await news(holder), await news(street)]).toEqual([[], []]);
  await look('2026-03-02');
  await look('2026-03-03');
  expect([await news(holder), await news(street)]).toEqual([['grants.ends /account'], [`grants.ends-below /accounts/${holder}`]]);
});

describe('signing in', () => {
  const fail = async (login: string, times: number): Promise<void> => {
    for (let at = 0; at < times; at += 1)
      await signIn(house.machine, { login, password: 'wrong-word-5518' }, { address: '', agent: '' }).catch(() => {});
  };
  test('the first lock of a day is told to the security administrator, by number and never by what was typed', async () => {
    const security = await house.person('安全', ['security_administrator', '522300']);
    const account = await house.person('受害', ['county', '522301']);
    const { login } = await house.machine.database.one<{ login: string }>(sql`select login from account where account_id = ${account}`);
    await fail(login, 4);
    expect(await news(security)).toEqual([]);
    await fail(login, 3);
    expect(await news(security)).toEqual([`accounts.locked /accounts/${account}`]);
    await fail('typed-as-a-name-6620', 6);
    await fail('typed-as-another-6621', 6);
    expect(await news(security)).toEqual(['accounts.locked-unknown /accounts']);
    expect(
      await house.machine.database.query(sql`select 1 from notice where notice::text like '%typed-as%' or notice::text like '%wrong-word%'`),
    ).toEqual([]);
  });
});

describe('the house about itself', () => {
  test('a job that keeps failing is told once a day to those who run the house, and counted', async () => {
    const { database, clock } = house.machine;
    const administrator = await house.person('系统', ['system_administrator', '522300']);
    // The imports before have queued some of these.
    await database.transaction((tx) => tx.raw('delete from graphile_worker._private_jobs'));
    await database.execute(sql`select graphile_worker.add_job('evaluate-requested')`);
    await database.execute(sql`update graphile_worker._private_jobs set attempts = 3, last_error = 'x', run_at = now() + interval '1 hour'
      where task_id = (select id from graphile_worker._private_tasks where identifier = 'evaluate-requested')`);
    expect(await watchHouse(database, clock.today())).toBe(1);
    expect(await watchHouse(database, clock.today())).toBe(0);
    expect(await news(administrator)).toEqual(['alerts.jobs-failed /alerts']);
    expect((await readHouseState(database)).failedTasks).toEqual([{ task: 'evaluate-requested', jobs: 1, attempts: 3, nextAt: expect.any(String) }]);
    expect(await houseFigures(database)).toMatchObject({ anju_jobs_failed: 1, anju_registers_late: 3 });
  });

  test('audit entries that nobody chains are told, and no more once they are chained', async () => {
    const { database } = house.machine;
    const auditor = await house.person('审计', ['audit_administrator', '522300']);
    // An old entry, as a sealer that stopped would leave it; the log itself lets nobody change one.
    await database.execute(sql`
      insert into audit_entry (at, name, via, verb, object_kind) values (now() - interval '6 minutes', 'anju', 'job', 'evaluation.run', 'day')`);
    expect((await readHouseState(database)).unsealedLong).toBe(1);
    expect(await watchHouse(database, '2026-03-05')).toBeGreaterThan(0);
    expect(await news(auditor)).toContain('alerts.seal-behind /alerts');
    await sealAll(database, 'sha256');
    expect(await readHouseState(database)).toMatchObject({ unsealed: 0, unsealedLong: 0 });
    expect(await watchHouse(database, '2026-03-06')).toBe(1);
  });

  test('the jobs do by themselves what the tests do by hand, with what a lost wake-up left behind', async () => {
    const { machine, outgoing } = house;
    const { database } = machine;
    const account = await house.person('等待', ['county', '522301']);
    await house.tell({ kind: 'imports.unread', words: {}, to: { accounts: [account] } });
    const jobs = await startJobs(database, noticeTasks({ ...machine, outgoing }));
    const unread = async (): Promise<number> => (await listNotices(database, account, { show: 'unread', page: 1, size: 10 })).unread;
    await expect.poll(unread, { timeout: 50_000 }).toBe(1);
    await database.transaction((tx) =>
      tx.raw(
        "delete from graphile_worker._private_jobs where task_id = (select id from graphile_worker._private_tasks where identifier = 'spread-notices')",
      ),
    );
    await database.execute(
      sql`insert into notice (kind, words, receivers, places) values ('imports.unread', '{}', ${JSON.stringify({ accounts: [account] })}, '{}')`,
    );
    await noticeTasks({ ...machine, outgoing })['watch-house']?.({});
    expect(await unread()).toBe(2);
    await jobs.stop();
  });
});

test('what is older than half a year is forgotten, but for what still waits to be sent', async () => {
  const { database, clock } = house.machine;
  const { id } = await house.webhook({ url: 'https://receiver.example/', kinds: ['imports.unread'] });
  await house.tell({ kind: 'imports.unread', words: {}, to: { accounts: [bringer] } });
  await spreadNotices({ database, sights: noticeSights, now: clock.now(), day: clock.today() });
  const { waiting } = await database.one<{ waiting: number }>(sql`select count(*)::integer as waiting from notice_delivery where webhook_id = ${id}`);
  expect(waiting).toBe(1);
  await database.transaction((tx) => forgetOld(tx, new Date(Date.now() + 190 * 86_400_000)));
  const left = await database.query<{ kind: string }>(sql`select kind from notice where spread_at is not null`);
  expect(left.map(({ kind }) => kind)).toEqual(['imports.unread']);
});
