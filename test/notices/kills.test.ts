/** The server is killed while it sends: between the answer of a receiver and its own note of it, and at any other moment. Every notice that was committed arrives, and once as the receiver sees it by its id. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { notify } from '#features/notices/notify.ts';
import { projectPath } from '#platform/settings/projectFolder.ts';
import { importDone, type NoticeHouse, openNoticeHouse, openReceiver, type Receiver } from './house.ts';

const kills = 6;
let receiver: Receiver;
let house: NoticeHouse;
let account: number;

beforeAll(async () => {
  receiver = await openReceiver();
  house = await openNoticeHouse({ relays: [receiver.host] });
  account = await house.person('来源', ['county', '522301']);
  await house.webhook({ url: `http://${receiver.host}/events` });
}, 60_000);
afterAll(async () => {
  await house?.close();
  await receiver.close();
});

/** A server of its own on the same database and keys. */
function startServer(): ChildProcess {
  const main = ['--conditions=source', '--import', 'tsx', projectPath('src', 'cli', 'main.ts')];
  return spawn(process.execPath, [...main, 'start', '--port', '0', '--json'], {
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

test(`${kills} kills in the middle of sending lose nothing and double nothing`, async () => {
  let number = 0;
  const commit = async (): Promise<void> => {
    await house.machine.database.transaction(async (tx) => {
      for (let at = 0; at < 5; at += 1) await notify(tx, importDone(account, ++number));
    });
  };
  for (let kill = 0; kill < kills; kill += 1) {
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
  receiver.answer = () => ({ status: 200 });
  const last = startServer();
  await vi.waitFor(
    async () => {
      const { open } = await house.machine.database.one<{ open: number }>(sql`
        select (select count(*) from notice where spread_at is null)::integer + (select count(*) from notice_delivery where message_id is null)::integer
          + (select count(*) from notice_message where state = 'due')::integer as open`);
      expect(open).toBe(0);
    },
    { timeout: 90_000, interval: 200 },
  );
  last.kill('SIGTERM');
  await once(last, 'exit');
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
