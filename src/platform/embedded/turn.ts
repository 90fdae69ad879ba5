/** Lets one process at a time start or stop the database of a data folder. */
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { isRunning, markProcess, type ProcessMark } from './processes.ts';
import { problems } from './problems.ts';

const patienceMinutes = 10;

/** Runs the work while no other process runs its own on the same folder. A holder that died gives way. */
export async function takeTurn<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const lock = join(folder, 'turn.lock');
  const mine = `${lock}.${process.pid}.${Math.random().toString(36).slice(2)}`;
  const mark = JSON.stringify(markProcess(process.pid));
  const deadline = Date.now() + patienceMinutes * 60_000;
  writeFileSync(mine, mark, { mode: 0o600 });
  try {
    while (!take(mine, lock)) {
      const holder = readHolder(lock);
      if (holder !== undefined && !isRunning(holder)) removeStale(lock, holder);
      else if (Date.now() > deadline) throw problems.busy({ pid: holder?.pid ?? 0, folder, minutes: patienceMinutes });
      else await wait(30);
    }
  } finally {
    rmSync(mine, { force: true });
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

/** A link is made whole or not at all, so that nobody ever reads half a lock. */
function take(mine: string, lock: string): boolean {
  try {
    linkSync(mine, lock);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function readHolder(lock: string): ProcessMark | undefined {
  try {
    return JSON.parse(readFileSync(lock, 'utf8')) as ProcessMark;
  } catch {
    return undefined;
  }
}

/** Two waiters may see the same dead holder: the one that moved a newer lock away puts it back. */
function removeStale(lock: string, dead: ProcessMark): void {
  const aside = `${lock}.stale.${process.pid}`;
  try {
    renameSync(lock, aside);
  } catch {
    return;
  }
  const moved = readHolder(aside);
  if (moved !== undefined && (moved.pid !== dead.pid || moved.started !== dead.started)) take(aside, lock);
  rmSync(aside, { force: true });
}
