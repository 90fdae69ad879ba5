/** The embedded server through its bad days: killed parents and servers, second owners, other users, long paths, full disks. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import sql from 'sql-template-tag';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Database, openDatabase } from '../database/database.ts';
import { projectPath } from '../settings/projectFolder.ts';
import { type EmbeddedUse, useEmbedded } from './embedded.ts';
import { isRunning, markProcess } from './processes.ts';
import { canEnter, isRoot } from './serverUser.ts';

const nobody = 65534;
let folder: string;
const children: ChildProcess[] = [];
const uses: EmbeddedUse[] = [];

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'anju-embedded-')));
  chmodSync(folder, 0o755);
});
afterEach(async () => {
  for (const use of uses.splice(0)) await use.leave();
  for (const child of children.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
  // Nothing of a test may go on running; a server started by another process counts as well.
  const left = spawnSync('pgrep', ['-af', folder]).stdout.toString();
  rmSync(folder, { recursive: true, force: true });
  expect(left).toBe('');
});

interface Answer {
  url: string;
  serverPid: number;
  problem?: { code: string; zh: string; params: Record<string, unknown> };
}

/** Another process that holds the data folder. */
async function hold(dataFolder: string, role: 'start' | 'command', uid?: number): Promise<{ child: ChildProcess; answer: Answer }> {
  const file = projectPath('test', 'fixtures', 'holdDatabase.ts');
  const user = uid === undefined ? {} : { uid, gid: uid };
  const child = spawn(process.execPath, ['--conditions=source', '--import', 'tsx', file, dataFolder, role], {
    ...user,
    cwd: projectPath(),
    env: { PATH: process.env.PATH, HOME: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const [line] = (await once(createInterface({ input: child.stdout as NodeJS.ReadableStream }), 'line')) as [string];
  return { child, answer: JSON.parse(line) as Answer };
}

async function use(dataFolder: string, role: 'start' | 'command'): Promise<EmbeddedUse> {
  const joined = await useEmbedded({ dataFolder, role, command: 'test' });
  uses.push(joined);
  return joined;
}

async function on<T>(url: string, work: (database: Database) => Promise<T>): Promise<T> {
  const database = openDatabase(url, 1);
  return await work(database).finally(() => database.close());
}

const runs = (pid: number): boolean => isRunning(markProcess(pid));

describe('owners and guests', () => {
  test('a second start is told who holds the folder; a command is a guest; the last one out stops the server', async () => {
    const data = join(folder, 'data');
    const { child, answer } = await hold(data, 'start');
    const second = await hold(data, 'start');
    expect(second.answer.problem).toMatchObject({ code: 'embedded.held', params: { folder: data, pid: child.pid, command: 'hold start' } });
    const guest = await use(data, 'command');
    expect(guest.serverPid()).toBe(answer.serverPid);
    child.kill('SIGTERM');
    await once(child, 'exit');
    expect(await on(guest.url, (database) => database.one(sql`select 1 as fine`))).toEqual({ fine: 1 });
    await guest.leave();
    expect(runs(answer.serverPid)).toBe(false);
    expect(existsSync(join(data, 'server', 'cluster', 'postmaster.pid'))).toBe(false);
  });

  test('three that come at once share one server', async () => {
    const data = join(folder, 'data');
    const held = await Promise.all(Array.from({ length: 3 }, () => hold(data, 'command')));
    expect(held.map(({ answer }) => answer.problem)).toEqual([undefined, undefined, undefined]);
    expect(new Set(held.map(({ answer }) => answer.serverPid)).size).toBe(1);
  });
});

describe('crashes', () => {
  test('kill -9 of the owner: the next one takes the server over with everything that was committed', async () => {
    const data = join(folder, 'data');
    const { child, answer } = await hold(data, 'start');
    await on(answer.url, (database) => database.execute(sql`create table kept as select 7 as n`));
    child.kill('SIGKILL');
    await once(child, 'exit');
    const next = await use(data, 'start');
    expect(next.serverPid()).toBe(answer.serverPid);
    expect(await on(next.url, (database) => database.one(sql`select n from kept`))).toEqual({ n: 7 });
    await next.leave();
    expect(runs(answer.serverPid)).toBe(false);
  });

  test('kill -9 of the server: the owner starts it again at the same address', async () => {
    const start = await use(join(folder, 'data'), 'start');
    const database = openDatabase(start.url, 1);
    await database.execute(sql`create table kept as select 7 as n`);
    const before = start.serverPid();
    process.kill(before, 'SIGKILL');
    await vi.waitFor(() => expect(start.serverPid()).not.toBe(before), 30_000);
    await vi.waitFor(async () => expect(await database.one(sql`select n from kept`)).toEqual({ n: 7 }), { timeout: 30_000 });
    await database.close();
  });

  test('kill -9 of both: the next start recovers', async () => {
    const data = join(folder, 'data');
    const { child, answer } = await hold(data, 'start');
    await on(answer.url, (database) => database.execute(sql`create table kept as select 7 as n`));
    child.kill('SIGKILL');
    process.kill(answer.serverPid, 'SIGKILL');
    await once(child, 'exit');
    const next = await use(data, 'start');
    expect(await on(next.url, (database) => database.one(sql`select n from kept`))).toEqual({ n: 7 });
  });

  test('a first start that was killed half-way leaves nothing in the way, nor does a note that names another program', async () => {
    const data = join(folder, 'data');
    mkdirSync(join(data, 'server', 'cluster.unfinished', 'base'), { recursive: true });
    writeFileSync(join(data, 'turn.lock'), JSON.stringify({ pid: 4_000_000, started: '1' }));
    const first = await use(data, 'command');
    await first.leave();
    writeFileSync(join(data, 'server', 'cluster', 'postmaster.pid'), `${process.pid}\n${data}\n1\n5432\n${data}\n\n0 0\nready\n`);
    const second = await use(data, 'command');
    expect(await on(second.url, (database) => database.one(sql`select 1 as fine`))).toEqual({ fine: 1 });
  });
});

describe('places and users', () => {
  test('a path too long for a socket gets a short one elsewhere', async () => {
    const data = join(folder, 'a'.repeat(60), 'b'.repeat(60));
    const joined = await use(data, 'command');
    const socket = new URL(joined.url).searchParams.get('host') ?? '';
    expect(socket.length).toBeLessThan(80);
    expect(statSync(socket).mode & 0o777).toBe(0o700);
    expect(await on(joined.url, (database) => database.one(sql`select 1 as fine`))).toEqual({ fine: 1 });
    await joined.leave();
    rmSync(socket, { recursive: true });
    expect(await on((await use(data, 'command')).url, (database) => database.one(sql`select 1 as fine`))).toEqual({ fine: 1 });
  });

  test('only the owner reads the password and the rows', async () => {
    const data = join(folder, 'data');
    await use(data, 'command');
    expect(statSync(join(data, 'server', 'password')).mode & 0o777).toBe(0o600);
    expect(statSync(join(data, 'server', 'cluster')).mode & 0o777).toBe(0o700);
    expect(statSync(join(data, 'server', 'cluster')).uid).toBe(isRoot() ? nobody : process.getuid?.());
  });

  test.runIf(isRoot())('root: a folder that the server user cannot enter keeps its database under /var/lib', async () => {
    const home = join(folder, 'home');
    mkdirSync(home, { mode: 0o700 });
    const data = join(home, 'data');
    const joined = await use(data, 'command');
    expect(lstatSync(join(data, 'server')).isSymbolicLink()).toBe(true);
    const server = realpathSync(join(data, 'server'));
    expect(server).toMatch(/^\/var\/lib\/anju\/server-/);
    expect(readFileSync(join(server, 'belongs-to'), 'utf8').trim()).toBe(data);
    expect(await on(joined.url, (database) => database.one(sql`select 1 as fine`))).toEqual({ fine: 1 });
    await joined.leave();
    rmSync(server, { recursive: true });
  });

  test.runIf(isRoot())('an ordinary user runs the server as itself; another one is told whose it is', async (context) => {
    context.skip(!canEnter({ uid: nobody, gid: nobody }, projectPath()), 'the project lies where an ordinary user cannot read it');
    const data = join(folder, 'data');
    mkdirSync(data);
    chownSync(data, 1234, 1234);
    const { child, answer } = await hold(data, 'start', nobody);
    expect(answer.problem).toMatchObject({ code: 'embedded.no-rights' });
    await once(child, 'exit');
    chownSync(data, nobody, nobody);
    const own = await hold(data, 'start', nobody);
    expect(own.answer.problem).toBeUndefined();
    expect(statSync(join(data, 'server', 'cluster')).uid).toBe(nobody);
    own.child.kill('SIGTERM');
    await once(own.child, 'exit');
    chmodSync(data, 0o777);
    chmodSync(join(data, 'users'), 0o777);
    chmodSync(join(data, 'server'), 0o777);
    const other = await hold(data, 'start', 1234);
    expect(other.answer.problem).toMatchObject({ code: 'embedded.other-owner', params: { owner: nobody, user: 1234 } });
  });

  test('a database of another version is refused by name', async () => {
    const data = join(folder, 'data');
    await (await use(data, 'command')).leave();
    writeFileSync(join(data, 'server', 'cluster', 'PG_VERSION'), '14\n');
    await expect(use(data, 'command')).rejects.toMatchObject({ code: 'embedded.other-version', params: { found: '14', ours: '18' } });
  });
});

describe('a full disk', () => {
  const mount = (size: string): boolean => {
    mkdirSync(join(folder, 'disk'), { recursive: true });
    return isRoot() && spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size},mode=755`, 'tmpfs', join(folder, 'disk')]).status === 0;
  };
  afterEach(() => void spawnSync('umount', ['-l', join(folder, 'disk')]));

  test('is said before anything is made', async (context) => {
    context.skip(!mount('40m'), 'this machine may not mount a small disk');
    await expect(use(join(folder, 'disk', 'data'), 'command')).rejects.toMatchObject({ code: 'embedded.disk-full' });
    expect(existsSync(join(folder, 'disk', 'data', 'server', 'cluster'))).toBe(false);
  });

  test('is said when a standing database cannot start', async (context) => {
    context.skip(!mount('220m'), 'this machine may not mount a small disk');
    const data = join(folder, 'disk', 'data');
    await (await use(data, 'command')).leave();
    spawnSync('dd', ['if=/dev/zero', `of=${join(folder, 'disk', 'filling')}`, 'bs=64k']);
    await expect(use(data, 'command')).rejects.toMatchObject({ code: 'embedded.disk-full', params: { free: 0 } });
    rmSync(join(folder, 'disk', 'filling'));
    expect(await on((await use(data, 'command')).url, (database) => database.one(sql`select 1 as fine`))).toEqual({ fine: 1 });
    for (const one of uses.splice(0)) await one.leave();
  });
});
