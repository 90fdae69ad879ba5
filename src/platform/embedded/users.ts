/** Who uses the database of a data folder right now: one small file for each process. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRunning, markProcess, type ProcessMark } from './processes.ts';

/** `start` owns the folder alone; a `command` is a guest for its own duration. */
export type UserRole = 'start' | 'command';

/** A process that uses the database. */
export interface DatabaseUser extends ProcessMark {
  readonly role: UserRole;
  readonly command: string;
  readonly since: string;
}

/** The other processes that use the database; files of those that died are swept away. */
export function listOtherUsers(dataFolder: string): DatabaseUser[] {
  const folder = usersFolder(dataFolder);
  const users: DatabaseUser[] = [];
  for (const name of readdirSync(folder)) {
    const file = join(folder, name);
    const user = readUser(file);
    if (user === undefined || !isRunning(user)) rmSync(file, { force: true });
    else if (user.pid !== process.pid) users.push(user);
  }
  return users;
}

/** Writes this process down as a user. */
export function signIn(dataFolder: string, role: UserRole, command: string): void {
  const user: DatabaseUser = { ...markProcess(process.pid), role, command, since: new Date().toISOString() };
  writeFileSync(ownFile(dataFolder), JSON.stringify(user), { mode: 0o600 });
}

/** Takes this process off the list. */
export function signOut(dataFolder: string): void {
  rmSync(ownFile(dataFolder), { force: true });
}

function usersFolder(dataFolder: string): string {
  const folder = join(dataFolder, 'users');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}

function ownFile(dataFolder: string): string {
  return join(usersFolder(dataFolder), `${process.pid}.json`);
}

function readUser(file: string): DatabaseUser | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as DatabaseUser;
  } catch {
    return undefined;
  }
}
