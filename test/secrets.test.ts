/** No secret of a person lies open anywhere: signing in in every way, tokens, resets, single sign-on and uploads, then the log and every file of the data folder are searched. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { generate } from 'otplib';
import sql from 'sql-template-tag';
import { expect, test } from 'vitest';
import { prepareStandard } from '#cli/withHouse.ts';
import { makeAccount } from '#features/accounts/accounts.ts';
import { giveGrant } from '#features/accounts/grants.ts';
import { platformActor } from '#features/audit/actor.ts';
import { notify } from '#features/notices/notify.ts';
import { type OpenHouse, openHouse } from '#main.ts';
import { jumpableClock, type JumpableClock } from '#platform/clock/clock.ts';
import { createLog } from '#platform/log/log.ts';
import { type Machine, openMachine } from '#platform/machine.ts';
import { projectPath } from '#platform/settings/projectFolder.ts';
import { csv, idNumber, personHeader, settle, type TestHouse } from './imports/house.ts';

const password = 'Quite-long-7391-sentinel';
const wrong = 'Wrong-word-5518-sentinel';
const clientSecret = 'client-secret-4417-sentinel';
const typedAsName = 'typed-as-a-name-6620-sentinel';
const inAddress = idNumber('1987-07-17', 17);
const uploaded = idNumber('1988-08-18', 19);
const phone = '13987654321';
const mailPassword = 'mail-word-8842-sentinel';
const mailAddress = 'sentinel-7715@example.com';
const robotKey = 'robot-key-2094-sentinel';
/** Where nothing listens. */
const nobodyThere = '127.0.0.1:9';

test('what people and systems show to be let in, and whom they ask for, is found in no line and no file', async () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'anju-secrets-')));
  chmodSync(folder, 0o755);
  const dataFolder = join(folder, 'data');
  const lines: string[] = [];
  const clock = jumpableClock('2024-06-30');
  const provider = spawn(process.execPath, [projectPath('test', 'fixtures', 'providerProcess.mjs')], {
    env: {
      ...process.env,
      PROVIDER_CLIENT: JSON.stringify({ client_id: 'anju', client_secret: clientSecret, redirect_uris: ['http://127.0.0.1:9/return'] }),
    },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [issuer] = (await once(provider.stdout, 'data')) as [Buffer];
  const oidc = { issuer: issuer.toString().trim(), clientId: 'anju', clientSecret, name: { zh: '统一', en: 'SSO' } };
  const outgoing = {
    relays: [nobodyThere],
    mail: { host: '127.0.0.1', port: 9, isSecure: false, mayBeOpen: true, user: 'anju', password: mailPassword, from: 'a@b.cn' },
  };
  const machine = await openMachine(
    { dataFolder, hosts: [], oidc, outgoing },
    { role: 'command', command: 'test', clock, log: createLog((line) => lines.push(line)) },
  );
  const secrets = new Set([password, wrong, clientSecret, typedAsName, inAddress, uploaded, phone, mailPassword, mailAddress, robotKey]);
  try {
    const house = await openHouse(machine, { port: 0, version: '0.0.0' });
    await doEverything(machine, clock, house, secrets, async () => {
      const gone = once(provider, 'exit');
      provider.kill();
      await gone;
    });
    await house.close();
    await machine.database.execute(sql`checkpoint`);
  } finally {
    provider.kill();
    await machine.close();
  }
  expect(secrets.size).toBeGreaterThan(25);
  expect(lines.length).toBeGreaterThan(0);
  const log = lines.join('');
  expect([...secrets].filter((secret) => log.includes(secret))).toEqual([]);
  const files = readdirSync(dataFolder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  expect(files.length).toBeGreaterThan(500);
  const found = files.flatMap(({ parentPath, name }) => {
    const bytes = readFileSync(join(parentPath, name));
    return [...secrets].filter((secret) => bytes.includes(secret)).map((secret) => `${secret} in ${name}`);
  });
  expect(found).toEqual([]);
  // What is no secret is found, so that a search that finds nothing means something.
  expect(files.some(({ parentPath, name }) => readFileSync(join(parentPath, name)).includes('admin-one'))).toBe(true);
  rmSync(folder, { recursive: true });
});

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let turn = 0; !(await holds()); turn += 1) {
    if (turn > 1000) throw new Error('it never came true');
    await pause(50);
  }
}

/** Adds to the secrets all those that come into being on the way. */
async function doEverything(
  machine: Machine,
  clock: JumpableClock,
  open: OpenHouse,
  secrets: Set<string>,
  stopProvider: () => Promise<unknown>,
): Promise<void> {
  const call = (method: string, path: string, cookie = '', body?: object, bearer?: string): Promise<Response> =>
    fetch(`${open.address}/api/v1${path}`, {
      method,
      redirect: 'manual',
      headers: { cookie, ...(body && { 'content-type': 'application/json' }), ...(bearer && { authorization: `Bearer ${bearer}` }) },
      ...(body && { body: JSON.stringify(body) }),
    });
  const keep = (secret: string): string => {
    secrets.add(secret);
    return secret;
  };
  const enter = async (login: string, word: string, code?: string): Promise<string> => {
    const answer = await call('POST', '/session', '', { login, password: word, ...(code && { code: keep(code) }) });
    const secret = /^anju=([^;]+)/.exec(answer.headers.get('set-cookie') ?? '')?.[1];
    return secret === undefined ? '' : `anju=${keep(secret)}`;
  };
  await prepareStandard(machine);
  const imports: TestHouse = { ...machine, clock, dataFolder: machine.settings.dataFolder, actor: platformActor };
  await settle(imports);
  const made = async (login: string, role: string): Promise<number> =>
    machine.database.transaction(async (tx) => {
      const { account } = await makeAccount(tx, machine.keys, { login, name: login, madeBy: null, password, ...(role === 'county' && { phone }) });
      await giveGrant(tx, 'machine', account, {
        role,
        area: role === 'county' ? '522301' : '522300',
        department: null,
        from: '2024-01-01',
        to: null,
      });
      return account;
    });
  const account = await made('li', 'county');
  const admin = await made('admin-one', 'system_administrator');
  await machine.database.execute(sql`update account set totp_confirmed_at = now() where account_id = ${admin}`);

  // A password, right, wrong, and in the wrong field; by phone as well.
  const cookie = await enter('li', password);
  expect(cookie).not.toBe('');
  expect(await enter(phone, password)).not.toBe('');
  await enter('li', wrong);
  await enter(typedAsName, wrong);

  // A second factor with its recovery codes.
  const { secret } = (await (await call('POST', '/me/second-factor', cookie)).json()) as { secret: string };
  const code = (): Promise<string> => generate({ secret: keep(secret), epoch: Math.floor(clock.now().getTime() / 1000) });
  const { codes } = (await (await call('PUT', '/me/second-factor', cookie, { code: await code() })).json()) as { codes: string[] };
  for (const one of codes) keep(one);
  clock.jump({ minutes: 2 });
  const six = await code();
  const second = await call('POST', '/session', '', { login: 'li', password, code: six });
  expect(second.status).toBe(200);
  expect(await enter('li', password, codes[0])).not.toBe('');

  // A token for a system, made and used.
  const { token } = (await (await call('POST', '/me/tokens', cookie, { name: '大屏', permissions: ['households.read'], days: 1 })).json()) as {
    token: string;
  };
  expect((await call('GET', `/households?q=${inAddress}`, '', undefined, keep(token))).status).toBe(200);
  expect((await call('GET', '/households', '', undefined, keep('anju_forged-token-1903-sentinel'))).status).toBe(401);

  // Numbers of people in addresses: found, not found, wrong, and broken.
  for (const path of [
    `/households?q=${inAddress}`,
    `/households/${inAddress}`,
    `/warnings?q=${inAddress}`,
    `/nowhere?id=${inAddress}&phone=${phone}`,
  ])
    await call('GET', path, cookie);
  await call('POST', `/imports/rows?id=${inAddress}`, cookie, { register: 'person', rows: [{ id_no: uploaded, name: '新来' }] });

  // An upload.
  const form = new FormData();
  form.set('dataDate', '2024-05-01');
  form.set(
    'file',
    new Blob([new Uint8Array(csv(`${personHeader}|联系电话\nH-0002|新来|${uploaded}|汉族|子|1|8|P-0031|${phone}`))]),
    `${uploaded}.csv`,
  );
  const begun = await fetch(`${open.address}/api/v1/imports`, { method: 'POST', headers: { cookie }, body: form });
  expect(begun.status).toBe(202);
  const { upload } = (await begun.json()) as { upload: string };
  await until(async () => {
    const { phase } = (await (await call('GET', `/imports/uploads/${upload}`, cookie)).json()) as { phase: string };
    return phase === 'done' || phase === 'failed';
  });

  // A password that the administrator sets, and the own one changed.
  const { secret: session } = await machine.database.transaction(async (tx) => {
    const { openSession } = await import('#features/accounts/sessions.ts');
    return openSession(tx, admin, { address: '127.0.0.1', agent: 'test' }, true, clock.now());
  });
  const reset = await call('POST', `/accounts/${account}/password`, `anju=${keep(session)}`);
  const { password: first } = (await reset.json()) as { password: string };
  expect(first).toMatch(/-/);
  const again = await enter('li', keep(first), codes[1]);
  expect((await call('PUT', '/me/password', again, { current: first, next: keep('Another-long-8264-sentinel') })).status).toBe(204);

  // An address for notices whose mail server is gone, and webhooks whose receivers are.
  expect((await call('POST', '/notices/preferences/mail', again, { address: mailAddress })).status).toBe(422);
  const hook = { name: '接收', kinds: ['imports.done'], area: '522300', url: `http://${nobodyThere}/send?key=${robotKey}` };
  const system = await call('POST', '/webhooks', `anju=${session}`, { ...hook, format: 'cloudevents' });
  keep(((await system.json()) as { secret: string }).secret);
  const robot = await call('POST', '/webhooks', `anju=${session}`, { ...hook, format: 'dingtalk', secret: keep('SEC-3318-sentinel') });
  const { id: robotId } = (await robot.json()) as { id: number };
  expect(await (await call('POST', `/webhooks/${robotId}/test`, `anju=${session}`)).json()).toEqual({ arrived: false, error: 'ECONNREFUSED' });
  await machine.database.transaction((tx) =>
    notify(tx, {
      kind: 'imports.done',
      words: { import: 1, register: 'person', added: 0, changed: 0, refused: 0, aside: 0 },
      to: { accounts: [account] },
    }),
  );
  await until(async () => (await machine.database.query(sql`select 1 from notice_message where error is not null`)).length > 0);

  // Single sign-on: an attempt that is begun, an answer that is forged, and a provider that is gone.
  const started = await call('GET', '/session/provider');
  expect(started.status).toBe(303);
  const attempt = /^anju-attempt=([^;]+)/.exec(started.headers.get('set-cookie') ?? '')?.[1] ?? '';
  const state = new URL(started.headers.get('location') ?? '').searchParams.get('state') ?? '';
  await call(
    'GET',
    `/session/provider/return?code=${keep('code-of-provider-3307-sentinel')}&state=${keep(state)}&iss=x`,
    `anju-attempt=${keep(attempt)}`,
  );
  const other = await call('GET', '/session/provider');
  const known = new URL(other.headers.get('location') ?? '').searchParams.get('state') ?? '';
  await stopProvider();
  const kept = /^anju-attempt=([^;]+)/.exec(other.headers.get('set-cookie') ?? '')?.[1] ?? '';
  const { issuer = '' } = machine.settings.oidc ?? {};
  const down = await call(
    'GET',
    `/session/provider/return?code=code-of-provider-3307-sentinel&state=${keep(known)}&iss=${encodeURIComponent(issuer)}`,
    `anju-attempt=${kept}`,
  );
  expect(down.status).toBe(500);
}
