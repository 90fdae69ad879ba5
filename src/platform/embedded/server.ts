/** One PostgreSQL server process: is it running, start it, stop it. */
import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Binaries } from './binaries.ts';
import { spawnProblem } from './cluster.ts';
import { configure } from './configuration.ts';
import { commandLine, isRunning, markProcess, type ProcessMark } from './processes.ts';
import { problems } from './problems.ts';
import { findSocketFolder, freeMegabytes, type ServerHome } from './serverHome.ts';

const largestLog = 5 * 1024 * 1024;
const stopSeconds = 60;
/** A server that finds no room for its last checkpoint tries for ever. */
const stopSecondsOnFullDisk = 5;
const leastFreeToStop = 32;

/** A running server. */
export interface RunningServer extends ProcessMark {
  readonly socketFolder: string;
}

/** The server that runs on this home's cluster, whoever started it. */
export function findRunning(home: ServerHome): RunningServer | undefined {
  const note = readNote(home);
  if (note === undefined) return undefined;
  const command = commandLine(note.pid);
  const isPostgres = command === '' || command.includes(home.cluster);
  const mark = markProcess(note.pid);
  return isPostgres && isRunning(mark) ? { ...mark, socketFolder: note.socketFolder } : undefined;
}

/** Starts the server and waits until it takes connections; after a crash it first recovers what was committed. */
export async function startServer(home: ServerHome, binaries: Binaries, durable: boolean): Promise<RunningServer> {
  for (let attempt = 0; ; attempt += 1) {
    const started = await tryStart(home, binaries, durable);
    if (typeof started !== 'string') return started;
    // Sessions of a server that was killed take a moment to notice; until then the memory is in use.
    if (!/is still in use|already exists/.test(started) || attempt >= 100) throw startProblem(home, started);
    await wait(200);
  }
}

/** Stops the server: open transactions are rolled back, what was committed is safe. One that cannot end in order is ended at once, and recovers at its next start. */
export async function stopServer(home: ServerHome): Promise<void> {
  const server = findRunning(home);
  if (server === undefined) return;
  const seconds = freeMegabytes(home.folder) < leastFreeToStop ? stopSecondsOnFullDisk : stopSeconds;
  process.kill(server.pid, 'SIGINT');
  if (await endsWithin(server, seconds)) return;
  process.kill(server.pid, 'SIGQUIT');
  if (!(await endsWithin(server, stopSeconds))) throw problems['did-not-stop']({ pid: server.pid, seconds: stopSeconds });
}

async function endsWithin(server: ProcessMark, seconds: number): Promise<boolean> {
  const deadline = Date.now() + seconds * 1000;
  while (isRunning(server)) {
    if (Date.now() > deadline) return false;
    await wait(10);
  }
  return true;
}

/** Answers the running server, or what the log said when it ended. */
async function tryStart(home: ServerHome, binaries: Binaries, durable: boolean): Promise<RunningServer | string> {
  dropForeignNote(home);
  const socketFolder = findSocketFolder(home);
  const settings = configure({ socketFolder, durable }).flatMap((setting) => ['-c', setting]);
  const { log, from } = openLog(home);
  const child = spawn(binaries.postgres, ['-D', home.cluster, ...settings], {
    ...home.user,
    cwd: '/',
    env: { PATH: process.env.PATH, HOME: home.folder, LC_ALL: 'C' },
    stdio: ['ignore', log, log],
    detached: true,
  });
  closeSync(log);
  child.unref();
  const failure = new Promise<Error>((resolve) => child.once('error', resolve));
  let hasEnded = false;
  child.once('exit', () => {
    hasEnded = true;
  });
  if (child.pid === undefined) throw spawnProblem(home, await failure);
  while (!hasEnded) {
    const note = readNote(home);
    if (note?.pid === child.pid && note.isReady) return { ...markProcess(child.pid), socketFolder };
    await wait(10);
  }
  return readFileSync(home.log).subarray(from).toString('utf8');
}

interface Note {
  readonly pid: number;
  readonly socketFolder: string;
  readonly isReady: boolean;
}

/** PostgreSQL's own note about its running process: line 1 the process, line 5 the socket folder, line 8 the state. */
function readNote(home: ServerHome): Note | undefined {
  try {
    const lines = readFileSync(join(home.cluster, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Number(lines[0]);
    return Number.isInteger(pid) && pid > 0 ? { pid, socketFolder: lines[4] ?? '', isReady: lines[7]?.trim() === 'ready' } : undefined;
  } catch {
    return undefined;
  }
}

/** A note whose number now belongs to some other program would stop PostgreSQL from starting. */
function dropForeignNote(home: ServerHome): void {
  const note = readNote(home);
  if (note === undefined || findRunning(home) !== undefined) return;
  if (isRunning(markProcess(note.pid))) rmSync(join(home.cluster, 'postmaster.pid'));
}

function openLog({ log }: ServerHome): { log: number; from: number } {
  if (existsSync(log) && statSync(log).size > largestLog) renameSync(log, `${log}.1`);
  const file = openSync(log, 'a', 0o600);
  return { log: file, from: statSync(log).size };
}

function startProblem(home: ServerHome, output: string): Error {
  if (/No space left/.test(output)) return problems['disk-full']({ folder: home.folder, free: freeMegabytes(home.folder) });
  if (/Permission denied|has (invalid|wrong)/.test(output))
    return problems['no-rights']({ folder: home.cluster, reason: lastLines(output, 2), reasonEn: lastLines(output, 2) });
  return problems['did-not-start']({ log: home.log, tail: lastLines(output, 6) });
}

function lastLines(text: string, count: number): string {
  return text.trim().split('\n').slice(-count).join('\n');
}
