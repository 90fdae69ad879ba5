/** What the tests of notices share: a house with some people in it, and real receivers on this machine, an HTTP server and a mail server. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import sql from 'sql-template-tag';
import { prepareStandard } from '#cli/withHouse.ts';
import { makeAccount } from '#features/accounts/accounts.ts';
import { giveGrant } from '#features/accounts/grants.ts';
import { platformActor } from '#features/audit/actor.ts';
import { type NoticeOrder, notify } from '#features/notices/notify.ts';
import { sendDue } from '#features/notices/sendDue.ts';
import { noticeSights } from '#features/noticeSights.ts';
import { spreadNotices } from '#features/notices/spread.ts';
import { makeWebhook } from '#features/notices/webhooks.ts';
import { type JumpableClock, jumpableClock } from '#platform/clock/clock.ts';
import { openKeys } from '#platform/crypto/keys.ts';
import { createTestDatabase } from '#platform/database/testDatabase.ts';
import { silentLog } from '#platform/log/log.ts';
import type { Machine } from '#platform/machine.ts';
import { openOutgoing, type Outgoing } from '#platform/outgoing/outgoing.ts';
import type { OutgoingSettings } from '#platform/settings/outgoingSettings.ts';
import { testMachine } from '../fixtures/testMachine.ts';
import { settle } from '../imports/house.ts';

/** A request that came to the receiver. */
export interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** An HTTP server that keeps what comes. */
export interface Receiver {
  readonly host: string;
  readonly received: Received[];
  /** How it answers from now on: 200 with `{"errcode":0}` when not said. */
  answer: (request: Received) => { readonly status: number; readonly body?: string };
  close(): Promise<void>;
}

export async function openReceiver(): Promise<Receiver> {
  const received: Received[] = [];
  const server = createServer((request, reply) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (part: string) => {
      body += part;
    });
    request.on('end', () => {
      const one = { path: request.url ?? '', headers: request.headers, body };
      received.push(one);
      const { status, body: text = '{"errcode":0,"errmsg":"ok"}' } = receiver.answer(one);
      reply.writeHead(status, { 'content-type': 'application/json' }).end(text);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const receiver: Receiver = {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    answer: () => ({ status: 200 }),
    close: () => new Promise((done) => server.close(() => done())),
  };
  return receiver;
}

/** A letter as it came, headers and text still encoded. */
export interface ReceivedLetter {
  readonly to: readonly string[];
  readonly raw: string;
}

/** A mail server that keeps what comes. */
export interface MailReceiver {
  readonly port: number;
  readonly letters: ReceivedLetter[];
  /** The answer to a receiver's address; 0 = taken. */
  refuse: (to: string) => number;
  close(): Promise<void>;
}

export async function openMailReceiver(): Promise<MailReceiver> {
  const letters: ReceivedLetter[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _session, done) => {
      const code = mail.refuse(address);
      done(code === 0 ? null : Object.assign(new Error('refused'), { responseCode: code }));
    },
    onData: (stream, session, done) => {
      let raw = '';
      stream.setEncoding('utf8');
      stream.on('data', (part: string) => {
        raw += part;
      });
      stream.on('end', () => {
        letters.push({ to: session.envelope.rcptTo.map(({ address }) => address), raw });
        done();
      });
    },
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', () => done()));
  const mail: MailReceiver = {
    port: (server.server.address() as AddressInfo).port,
    letters,
    refuse: () => 0,
    close: () => new Promise((done) => server.close(() => done())),
  };
  return mail;
}

/** The text of a letter, its encoding taken off. */
export function textOf({ raw }: ReceivedLetter): string {
  const [head = '', ...body] = raw.split('\r\n\r\n');
  const text = body.join('\r\n\r\n');
  if (/content-transfer-encoding: base64/i.test(head)) return Buffer.from(text, 'base64').toString('utf8');
  if (!/content-transfer-encoding: quoted-printable/i.test(head)) return text;
  const bytes = text.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** A header of a letter. */
export const headerOf = ({ raw }: ReceivedLetter, name: string): string =>
  new RegExp(`^${name}: (.*(?:\\r\\n[ \\t].*)*)`, 'im').exec(raw)?.[1]?.replace(/\r\n\s+/g, ' ') ?? '';

/** A grant in short. */
export type GrantText = readonly [role: string, area: string, department?: string];

export interface NoticeHouse {
  readonly machine: Machine & { readonly clock: JumpableClock };
  readonly outgoing: Outgoing;
  /** Makes an account with grants; answers its number. */
  person(name: string, ...grants: readonly GrantText[]): Promise<number>;
  /** Gives an account a confirmed address and its wishes. */
  prefers(
    account: number,
    wishes?: { mail?: string; mailWhen?: string; smsWhen?: string; phone?: string; muted?: string[]; digestAt?: string },
  ): Promise<void>;
  tell(...orders: readonly NoticeOrder[]): Promise<number>;
  /** Does what the jobs do: finds receivers, then sends what is due now. */
  work(): Promise<void>;
  webhook(order: { format?: 'cloudevents' | 'wecom' | 'dingtalk'; url: string; kinds?: readonly string[]; area?: string; secret?: string }): Promise<{
    id: number;
    secret: string | null;
  }>;
  close(): Promise<void>;
}

/** Opens a house in the morning of a day; two counties, three settlements with communities and buildings. */
export async function openNoticeHouse(settings: OutgoingSettings, start = '2026-03-02'): Promise<NoticeHouse> {
  const one = await createTestDatabase(8);
  const folder = mkdtempSync(join(tmpdir(), 'anju-notices-'));
  const clock = jumpableClock(start);
  const { database } = one;
  const machine = {
    ...testMachine({ dataFolder: folder, database, keys: openKeys(folder), clock, log: silentLog }, { outgoing: settings }),
    clock,
  };
  await prepareStandard(machine);
  await settle({ ...machine, dataFolder: folder, actor: platformActor });
  const outgoing = openOutgoing(settings);
  const moment = () => ({ now: clock.now(), day: clock.today() });
  let made = 0;
  return {
    machine,
    outgoing,
    person: (name, ...grants) =>
      database.transaction(async (tx) => {
        const { account } = await makeAccount(tx, machine.keys, { login: `p-${++made}`, name, madeBy: null, password: 'Quite-long-7391' });
        for (const [role, area, department = null] of grants)
          await giveGrant(tx, 'machine', account, { role, area, department, from: '2000-01-01', to: null });
        return account;
      }),
    prefers: async (account, { mail, mailWhen = 'at-once', smsWhen = 'off', phone, muted = [], digestAt = '08:30' } = {}) => {
      await database.execute(sql`
        insert into notice_preference (account_id, mail, mail_confirmed_at, mail_when, sms_when, muted, digest_at)
        values (${account}, ${mail === undefined ? null : machine.keys.sealText(mail)}, ${mail === undefined ? null : clock.now()}, ${mailWhen}, ${smsWhen}, ${muted}, ${digestAt})`);
      if (phone !== undefined)
        await database.execute(sql`
          update account set phone = ${machine.keys.sealText(phone)}, phone_index = ${machine.keys.blindIndex('phone', phone)} where account_id = ${account}`);
    },
    tell: (...orders) => database.transaction((tx) => notify(tx, ...orders)),
    work: async () => {
      await spreadNotices({ database, sights: noticeSights, ...moment() });
      await sendDue({ database, keys: machine.keys, outgoing, ...moment() });
    },
    webhook: ({ format = 'cloudevents', url, kinds = ['imports.done'], area = '522300', secret }) =>
      database.transaction((tx) =>
        makeWebhook(
          tx,
          machine.keys,
          { name: '接收', format, url, kinds: [...kinds], area, ...(secret !== undefined && { secret }) },
          { relays: outgoing.relays, madeBy: null, now: clock.now() },
        ),
      ),
    close: async () => {
      await one.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What a notice about an import says, in short. */
export const importDone = (account: number, number: number): NoticeOrder => ({
  kind: 'imports.done',
  words: { import: number, register: 'person', added: 1, changed: 0, refused: 0, aside: 0 },
  to: { accounts: [account] },
  object: { kind: 'import', key: number },
});
