/** The story of a bad day: the import and then the database are killed half-way; nothing half is in, the file goes in again, and the evaluation that it asked for happens. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import pg from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { turnOfImports } from '#features/imports/importHouse.ts';
import { type EmbeddedUse, useEmbedded } from '#platform/embedded/embedded.ts';
import { projectPath } from '#platform/settings/projectFolder.ts';
import { csv, settlementCsv } from '../imports/house.ts';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'anju-kills-')));
chmodSync(folder, 0o755);
const dataFolder = join(folder, 'data');
const sheet = join(folder, 'settlements.csv');
let use: EmbeddedUse;

beforeAll(async () => {
  writeFileSync(sheet, csv(settlementCsv));
  use = await useEmbedded({ dataFolder, role: 'command', command: 'test' });
  expect(await ended(anju('import', sheet, '--dry-run', '--json'))).toMatchObject({ code: 0 });
});
afterAll(async () => {
  await use.leave();
  rmSync(folder, { recursive: true });
});

function anju(...args: string[]): ChildProcess {
  const main = ['--conditions=source', '--import', 'tsx', projectPath('src', 'cli', 'main.ts')];
  return spawn(process.execPath, [...main, ...args], {
    cwd: projectPath(),
    env: { ...process.env, ANJU_DATABASE_URL: '', ANJU_DATA: dataFolder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

async function ended(child: ChildProcess): Promise<{ code: number | null; out: string; err: string }> {
  if (!child.stdout || !child.stderr) throw new Error('no output');
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close') as Promise<[number | null]>]);
  return { code, out, err };
}

async function connect(): Promise<pg.Client> {
  const client = new pg.Client(use.url);
  client.on('error', () => {});
  await client.connect();
  return client;
}

async function count(query: string): Promise<number> {
  const client = await connect();
  const { rows } = await client.query<{ n: number }>(`select count(*)::int as n from ${query}`).finally(() => client.end());
  return rows[0]?.n ?? -1;
}

/** An import that has staged its rows and waits for its turn, inside its transaction. */
async function halfWay(): Promise<{ child: ChildProcess; holder: pg.Client }> {
  const holder = await connect();
  await holder.query('select pg_advisory_lock($1)', [turnOfImports]);
  const child = anju('import', sheet, '--json');
  await vi.waitFor(async () => expect(await count("pg_locks where locktype = 'advisory' and not granted")).toBe(1), {
    timeout: 60_000,
    interval: 50,
  });
  return { child, holder };
}

test('a killed import leaves nothing', async () => {
  const { child, holder } = await halfWay();
  child.kill('SIGKILL');
  await once(child, 'exit');
  await holder.end();
  expect([await count('settlement'), await count('import_run'), await count('evaluation_request')]).toEqual([0, 0, 0]);
});

test('a killed database is said without a trace, and the next import starts it again and is whole', async () => {
  const { child } = await halfWay();
  const end = ended(child);
  process.kill(use.serverPid(), 'SIGKILL');
  const { code, out, err } = await end;
  expect([code, JSON.parse(out).problem.code]).toEqual([3, 'database.lost']);
  expect(err).not.toContain('    at ');
  const again = await ended(anju('import', sheet, '--json'));
  expect([again.code, JSON.parse(again.out)[0].added]).toEqual([0, 3]);
  expect([await count('settlement'), await count('import_run')]).toEqual([3, 1]);
});

test('an evaluation that a killed process had begun happens at the next start', async () => {
  const client = await connect();
  await client.query("update graphile_worker._private_jobs set locked_at = now(), locked_by = 'gone', attempts = 1");
  await client.end();
  const child = anju('start', '--port', '0', '--json');
  await vi.waitFor(async () => expect(await count('evaluation_request')).toBe(0), { timeout: 60_000, interval: 100 });
  expect(await count('evaluated_month')).toBe(3);
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
});
