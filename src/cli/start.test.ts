/** The commands as a person or a program calls them: start and its guests, signals, exit codes, answers as JSON. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, describe, expect, test } from 'vitest';
import { projectPath } from '#platform/settings/projectFolder.ts';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'anju-cli-')));
chmodSync(folder, 0o755);
const data = join(folder, 'data');
const main = ['--conditions=source', '--import', 'tsx', projectPath('src', 'cli', 'main.ts')];
const env = { ...process.env, ANJU_DATABASE_URL: '', ANJU_DATA: data };
const running: ChildProcess[] = [];

afterAll(async () => {
  for (const child of running.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null)) {
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
  rmSync(folder, { recursive: true, force: true });
});

interface Ended {
  code: number | null;
  out: string;
  err: string;
}

async function anju(...args: string[]): Promise<Ended> {
  const child = spawn(process.execPath, [...main, ...args], { cwd: projectPath(), env, stdio: ['ignore', 'pipe', 'pipe'] });
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close') as Promise<[number | null]>]);
  return { code, out, err };
}

/** A start that is up; answers its address. */
async function start(): Promise<{ child: ChildProcess; address: string }> {
  const child = spawn(process.execPath, [...main, 'start', '--port', '0', '--json'], {
    cwd: projectPath(),
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  running.push(child);
  let said = '';
  for await (const chunk of child.stdout as AsyncIterable<Buffer>) {
    said += chunk;
    if (said.includes('}')) break;
  }
  return { child, address: (JSON.parse(said) as { address: string }).address };
}

describe('start', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)('serves, tells a second one who holds the folder, has guests, and ends cleanly on %s', async (signal) => {
    const { child, address } = await start();
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(await (await fetch(`${address}/readyz`)).text()).toBe('ready\n');
    expect(await (await fetch(`${address}/api/openapi.json`)).json()).toMatchObject({ openapi: '3.1.0' });
    const second = await anju('start', '--port', '0', '--json');
    expect(second.code).toBe(3);
    expect(JSON.parse(second.out).problem).toMatchObject({ code: 'embedded.held', params: { pid: child.pid, command: 'anju start' } });
    const guest = await anju('doctor', '--json');
    expect(guest.err).toBe('');
    expect(JSON.parse(guest.out).checks.find(({ name }: { name: string }) => name === 'server').ok).toBe(true);
    const began = Date.now();
    child.kill(signal);
    const [code] = (await once(child, 'exit')) as [number | null];
    expect(code).toBe(0);
    // Nobody who stays connected is waited for, which would take 72 seconds.
    expect(Date.now() - began).toBeLessThan(45_000);
    expect(spawnSync('pgrep', ['-f', `postgres -D ${data}`]).stdout.toString()).toBe('');
    expect(existsSync(join(data, 'server', 'cluster', 'postmaster.pid'))).toBe(false);
  });

  test('listens beyond this machine by https or behind a named proxy alone, and never as a demonstration', async () => {
    const refused = async (settings: NodeJS.ProcessEnv, ...args: string[]): Promise<string> => {
      const child = spawn(process.execPath, [...main, 'start', '--port', '0', '--json', '--data', join(folder, 'open'), ...args], {
        cwd: projectPath(),
        env: { ...env, ANJU_LISTEN: '0.0.0.0', ...settings },
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      const [said, [code]] = await Promise.all([text(child.stdout), once(child, 'close') as Promise<[number | null]>]);
      return `${code} ${JSON.parse(said).problem.code}`;
    };
    expect(await refused({})).toBe('1 start.open-without-tls');
    expect(await refused({ ANJU_PROXIES: '10.0.0.1' }, '--demo')).toBe('1 start.demo-outside');
    expect(await refused({ ANJU_OIDC_ISSUER: 'http://sign-in.example' })).toBe('1 settings.oidc-issuer');
    expect(existsSync(join(folder, 'open'))).toBe(false);
  });

  test('a port that is taken is said', async () => {
    const { child, address } = await start();
    const other = await anju('start', '--port', new URL(address).port, '--data', join(folder, 'other'), '--json');
    expect([other.code, JSON.parse(other.out).problem.code]).toEqual([3, 'start.port-taken']);
    child.kill('SIGTERM');
    await once(child, 'exit');
  });
});

describe('exit codes', () => {
  test('2 on wrong usage, in both languages', async () => {
    for (const args of [['nonsense'], ['dump'], ['dump', 'a', '--nonsense'], ['start', '--port', 'x']]) {
      const { code, err } = await anju(...args);
      expect(code, args.join(' ')).toBe(2);
      expect(err).toMatch(/用法不对 · Wrong usage\n.*(没有|缺少|不能是)/);
    }
  });

  test('2 on a file that is not there, a format that is none, a day that is none', async () => {
    const wrong: [string[], string][] = [
      [['import', 'nofile.csv'], '没有这个文件或文件夹：nofile.csv · there is no such file or folder: nofile.csv'],
      [['findings', '--format', 'json'], 'Allowed choices are csv'],
      [['findings', '--as-of', '2024-02-30'], '没有 2024-02-30 这一天 · there is no day 2024-02-30'],
      [['evaluate', '--as-of', '2099-01-01'], '评估日不能晚于今天'],
    ];
    for (const [args, said] of wrong) {
      const { code, err } = await anju(...args);
      expect([code, err], args.join(' ')).toEqual([2, expect.stringContaining(said)]);
    }
    expect((await anju('sample', '--help')).out).toContain('至少 1000 · number of people, at least 1,000');
  });

  test('0 on help, which every command has', async () => {
    const { code, out } = await anju('--help');
    expect(code).toBe(0);
    expect(out).toMatch(/start .*启动服务.*start the server/);
    expect((await anju('restore', '--help')).out).toContain('--replace');
  });

  test('1 when what was given is refused', async () => {
    const { code, out } = await anju('restore', join(folder, 'none.anju'), '--json');
    expect([code, JSON.parse(out).problem.code]).toEqual([1, 'dump.not-a-dump']);
  });

  test('a reader who stops early does not leave the database running', async () => {
    const child = spawnSync('bash', ['-c', '"$0" "$@" | head -n 1', process.execPath, ...main, 'doctor'], { cwd: projectPath(), env });
    expect(child.stdout.toString()).toMatch(/^✓/);
    expect(spawnSync('pgrep', ['-f', `postgres -D ${data}`]).stdout.toString()).toBe('');
  });

  test('3 when something broke, such as a server that is not there', async () => {
    const child = spawnSync(process.execPath, [...main, 'doctor', '--json'], {
      cwd: projectPath(),
      env: { ...env, ANJU_DATABASE_URL: 'postgres://user:secret@127.0.0.1:1/anju' },
    });
    expect(child.status).toBe(3);
    expect(JSON.parse(child.stdout.toString()).problem).toMatchObject({ code: 'database.not-reached', params: { server: '127.0.0.1:1/anju' } });
    expect(child.stdout.toString() + child.stderr.toString()).not.toContain('secret');
  });
});
