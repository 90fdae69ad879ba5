/** Makes the database folder once: all of it or nothing, so that a first start killed half-way leaves no trace. */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Binaries } from './binaries.ts';
import { problems } from './problems.ts';
import { freeMegabytes, giveToServer, type ServerHome } from './serverHome.ts';
import { switchProblem } from './serverUser.ts';

/** The role that owns everything in the embedded server. */
export const superuser = 'anju';

const leastFreeMegabytes = 150;

/** Makes the cluster when it is missing, and checks that these programs can open it. */
export async function prepareCluster(home: ServerHome, binaries: Binaries): Promise<void> {
  if (!existsSync(home.cluster)) await makeCluster(home, binaries);
  const found = readFileSync(join(home.cluster, 'PG_VERSION'), 'utf8').trim();
  if (found !== binaries.majorVersion) throw problems['other-version']({ folder: home.cluster, found, ours: binaries.majorVersion });
  if (!existsSync(home.password)) throw problems['password-lost']({ file: home.password });
}

async function makeCluster(home: ServerHome, binaries: Binaries): Promise<void> {
  const free = freeMegabytes(home.folder);
  if (free < leastFreeMegabytes) throw problems['disk-full']({ folder: home.folder, free });
  const unfinished = `${home.cluster}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  giveToServer(unfinished, home.user);
  const password = randomBytes(24).toString('base64url');
  const lent = join(home.folder, 'password.lent');
  writeFileSync(lent, password, { mode: 0o600 });
  if (home.user.uid !== undefined) chownSync(lent, home.user.uid, home.user.gid ?? home.user.uid);
  const flags = ['--encoding=UTF8', '--locale=C', `--username=${superuser}`, '--auth=scram-sha-256', `--pwfile=${lent}`];
  const { code, output } = await runInitdb(home, binaries.initdb, [...flags, `--pgdata=${unfinished}`]).finally(() => rmSync(lent));
  if (code !== 0) {
    rmSync(unfinished, { recursive: true, force: true });
    if (/No space left/.test(output)) throw problems['disk-full']({ folder: home.folder, free: freeMegabytes(home.folder) });
    throw problems['did-not-start']({ log: 'initdb', tail: output.trim() });
  }
  writeFileSync(home.password, password, { mode: 0o600 });
  renameSync(unfinished, home.cluster);
}

function runInitdb(home: ServerHome, initdb: string, args: string[]): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(initdb, args, {
      ...home.user,
      cwd: '/',
      env: { PATH: process.env.PATH, HOME: home.folder, LC_ALL: 'C' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text));
    child.on('error', (error) => reject(spawnProblem(home, error)));
    child.on('close', (code) => resolve({ code, output }));
  });
}

/** A program that lies there and still is "not found" was made for another C library (Alpine's musl). */
export function spawnProblem(home: ServerHome, error: Error): Error {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return problems['unsupported-platform']({ platform: `${process.platform}-${process.arch}` }, { cause: error });
  return switchProblem(home.user, error);
}
