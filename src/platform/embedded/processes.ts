/** Tells whether a process that was written down earlier still runs, and is still the same one. */
import { readFileSync } from 'node:fs';

/** A process as it is written into files: its number, and (where the system tells) when it started. */
export interface ProcessMark {
  readonly pid: number;
  readonly started: string;
}

/** The mark of a running process. */
export function markProcess(pid: number): ProcessMark {
  return { pid, started: readStat(pid)?.started ?? '' };
}

/** Whether the marked process still runs: a number that was given to another process since does not count. */
export function isRunning({ pid, started }: ProcessMark): boolean {
  if (!exists(pid)) return false;
  const stat = readStat(pid);
  if (stat === undefined) return true;
  return stat.state !== 'Z' && (started === '' || stat.started === started);
}

/** The command line of a running process; empty where the system does not tell. */
export function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    return '';
  }
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function readStat(pid: number): { state: string; started: string } | undefined {
  try {
    // The name in parentheses may hold spaces: fields are counted after its end.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return { state: fields[0] ?? '', started: fields[19] ?? '' };
  } catch {
    return undefined;
  }
}
