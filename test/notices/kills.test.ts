/** The server is killed while it sends: between the answer of a receiver and its own note of it, and at any other moment; and while it evaluates and dispatches what it then tells. Every notice that was committed arrives, and once as the receiver sees it by its id. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import sql from 'sql-template-tag';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { items } from '#catalog/catalog.ts';
import { platformActor } from '#features/audit/actor.ts';
import { notify } from '#features/notices/notify.ts';
import { systemClock } from '#platform/clock/clock.ts';
import { projectPath } from '#platform/settings/projectFolder.ts';
import { householdHeader, idNumber, personHeader, send, type TestHouse } from '../imports/house.ts';
import { importDone, type NoticeHouse, openNoticeHouse, openReceiver, type Receiver } from './house.ts';

/** Fifty kills of a whole process. */
const [sending, dispatching] = [6, 44];
let receiver: Receiver;
let house: NoticeHouse;
let account: number;

beforeAll(async () => {
  // Built anew where the sources are newer.
  execFileSync(projectPath('anju'), ['--version']);
  receiver = await openReceiver();
  house = await openNoticeHouse({ relays: [receiver.host] });
  account = await house.person('来源', ['county', '522301']);
  await house.webhook({ url: `http://${receiver.host}/events` });
});
afterAll(async () => {
  await house?.close();
  await receiver.close();
});

/** A server of its own on the same database and keys: the built program, which is up in half the time. */
function startServer(): ChildProcess {
  return spawn(process.execPath, [projectPath('dist', 'cli', 'main.js'), 'start', '--port', '0', '--json'], {
    cwd: projectPath(),
    env: {
      ...process.env,
      ANJU_DATABASE_URL: house.machine.database.url,
      ANJU_DATA: house.machine.settings.dataFolder,
      ANJU_RELAYS: receiver.host,
    },
    stdio: 'ignore',
  });
}

/** Lets a server do all that is left. */
async function finish(): Promise<void> {
  receiver.answer = () => ({ status: 200 });
  const last = startServer();
  await vi.waitFor(
    async () => {
      const { open } = await house.machine.database.one<{ open: number }>(sql`
        select (select count(*) from evaluation_request)::integer + (select count(*) from notice where spread_at is null)::integer
          + (select count(*) from notice_delivery where message_id is null)::integer + (select count(*) from notice_message where state = 'due')::integer as open`);
      expect(open).toBe(0);
    },
    { timeout: 90_000, interval: 200 },
  );
  last.kill('SIGTERM');
  await once(last, 'exit');
}

test(`${sending} kills in the middle of sending lose nothing and double nothing`, async () => {
  let number = 0;
  const commit = async (): Promise<void> => {
    await house.machine.database.transaction(async (tx) => {
      for (let at = 0; at < 5; at += 1) await notify(tx, importDone(account, ++number));
    });
  };
  for (let kill = 0; kill < sending; kill += 1) {
    const server = startServer();
    await commit();
    const target = receiver.received.length + 1 + (kill % 3);
    const ended = once(server, 'exit');
    // Killed the moment a request has come, before its answer can be noted.
    receiver.answer = () => {
      if (receiver.received.length >= target) server.kill('SIGKILL');
      return { status: 200 };
    };
    await ended;
    expect(server.signalCode).toBe('SIGKILL');
    await commit();
  }
  await finish();
  const committed = await house.machine.database.query<{ uid: string; number: number }>(sql`
    select uid, (words ->> 'import')::integer as number from notice where kind = 'imports.done' order by notice_id`);
  expect(committed.map((one) => one.number)).toEqual(Array.from({ length: number }, (_, at) => at + 1));
  const ids = receiver.received.map(({ body }) => (JSON.parse(body) as { id: string }).id);
  // At least once …
  expect(new Set(ids)).toEqual(new Set(committed.map(({ uid }) => uid)));
  // … sometimes twice, which is why the id is there …
  expect(ids.length).toBeGreaterThan(committed.length);
  // … and once after deduplication: what came twice under one id is the same.
  const bodies = new Map<string, Set<string>>();
  for (const { body } of receiver.received) {
    const { id } = JSON.parse(body) as { id: string };
    bodies.set(id, (bodies.get(id) ?? new Set()).add(body));
  }
  expect([...bodies.values()].filter((texts) => texts.size > 1)).toEqual([]);
  const { count } = await house.machine.database.one<{ count: number }>(
    sql`select count(*)::integer as count from notice_receipt where account_id = ${account}`,
  );
  expect(count).toBe(number);
}, 240_000);

describe('while orders are dispatched', () => {
  const perRound = 4;
  const all = Array.from({ length: dispatching * perRound }, (_, at) => ({
    no: `K-${String(at).padStart(4, '0')}`,
    id: idNumber('1980-05-05', at + 1),
    at,
  }));
  const today = systemClock.today();
  let imports: TestHouse;
  let clerk: number;

  beforeAll(async () => {
    const { machine } = house;
    const { database, clock } = machine;
    clock.set(today);
    imports = { ...machine, dataFolder: machine.settings.dataFolder, actor: platformActor, close: async () => {} };
    clerk = await house.person('社区', ['community', '522301001901']);
    // The servers above have evaluated already: the items are past their silent period all the same.
    await database.execute(sql`
      insert into item_switch (item_code, on_from) select code, date '2023-01-01' from unnest(${items.map(({ code }) => code)}::text[]) as code
      on conflict (item_code) do update set on_from = excluded.on_from`);
    const homes = all.map(
      ({ no, id, at }) => `${no}|韦安|${id}|兴义市|某乡某村|栗坪安置点|栗坪社区|1栋|1|${200 + at}|2018-05-01|2018|1|1|1|1|13900000001|1`,
    );
    await send(imports, [householdHeader, ...homes].join('\n'), { dataDate: '2024-06-01' });
    const members = all.map(({ no, id }) => `${no}|韦安|${id}|汉族|本人|1|8|${no}`);
    await send(imports, [personHeader, ...members].join('\n'), { dataDate: '2024-06-01' });
    await house.webhook({ url: `http://${receiver.host}/orders`, kinds: orderKinds });
  });

  const orderKinds = ['work-orders.assigned', 'work-orders.assigned-several', 'work-orders.assigned-red'];
  const toldOfOrders = (): typeof receiver.received => receiver.received.filter(({ path }) => path === '/orders');

  /** Where the server is killed: before it opens an order, before it gives one to somebody, before it tells of it; each in the transaction of the evaluation. */
  const moments = ['work_order', 'work_order_event', 'notice'] as const;

  /** Kills a server when it is about to write to a table. */
  const killBefore = (table: (typeof moments)[number]): Promise<ChildProcess> =>
    house.machine.database.transaction(async (tx) => {
      await tx.raw(`lock table ${table} in share mode`);
      const server = startServer();
      const ended = once(server, 'exit');
      const stands = async (): Promise<void> =>
        expect(await tx.maybe(sql`select 1 from pg_locks where relation = ${table}::regclass and not granted`)).toBeDefined();
      await vi.waitFor(stands, { timeout: 60_000, interval: 20 });
      server.kill('SIGKILL');
      await ended;
      return server;
    });

  /** Kills a server when it has told somebody outside of an order, before it can note that. */
  const killWhenTold = async (): Promise<ChildProcess> => {
    const before = toldOfOrders().length;
    const server = startServer();
    receiver.answer = () => {
      if (toldOfOrders().length > before) server.kill('SIGKILL');
      return { status: 200 };
    };
    await once(server, 'exit');
    return server;
  };

  test(`${dispatching} kills lose no order and double none, and each is told once`, async () => {
    const { database } = house.machine;
    for (let kill = 0; kill < dispatching; kill += 1) {
      const some = all.slice(kill * perRound, (kill + 1) * perRound);
      await send(
        imports,
        ['证件号码|就业状态|失业日期|求职意愿|确认方式|确认日期', ...some.map(({ id }) => `${id}|2|2024-06-20|1|1|${today}`)].join('\n'),
        { register: 'employment', dataDate: today },
      );
      receiver.answer = () => ({ status: 200 });
      const moment = moments[Math.floor((kill % 8) / 2)];
      const server = await (moment === undefined ? killWhenTold() : killBefore(moment));
      expect(server.signalCode).toBe('SIGKILL');
    }
    await finish();
    const [orders] = await database.query(sql`
      select count(*)::integer as orders, (count(*) filter (where owner_account = ${clerk}))::integer as given,
        (select count(*)::integer from work_order_event join work_order using (order_id) where verb = 'assign' and household_no like 'K-%') as assigned
      from work_order where household_no like 'K-%'`);
    expect(orders).toEqual({ orders: all.length, given: all.length, assigned: all.length });
    const told = await database.query<{ uid: string; count: number }>(sql`
      select uid, coalesce((words ->> 'count')::integer, 1) as count from notice where kind = any(${orderKinds}::text[]) and receivers @> jsonb_build_object('accounts', jsonb_build_array(${clerk}::bigint))`);
    expect(told.reduce((sum, { count }) => sum + count, 0)).toBe(all.length);
    const ids = toldOfOrders().map(({ body }) => (JSON.parse(body) as { id: string }).id);
    expect(new Set(ids)).toEqual(new Set(told.map(({ uid }) => uid)));
    const [receipts] = await database.query(sql`
      select count(*)::integer as count from notice_receipt join notice using (notice_id) where account_id = ${clerk} and kind = any(${orderKinds}::text[])`);
    expect(receipts).toEqual({ count: told.length });
  }, 480_000);
});
