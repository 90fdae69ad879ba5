/** The system user that PostgreSQL runs as: ourselves, or an unprivileged one when we are root, which PostgreSQL refuses. */
import { spawnSync } from 'node:child_process';
import { problems } from './problems.ts';
import { systemReason } from '#platform/problems/systemReason.ts';

/** User and group of the child process; empty when it runs as we do. */
export interface ServerUser {
  readonly uid?: number;
  readonly gid?: number;
}

const nobody = 65534;

/** Whether this process is root. */
export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** The user to run the server as; as root, the one that owns the existing database folder, else an unprivileged one. */
export function chooseServerUser(owner?: { uid: number; gid: number }): ServerUser {
  if (!isRoot()) return {};
  return owner !== undefined && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : { uid: nobody, gid: nobody };
}

/** Whether the server user can enter the folder; asked of the system itself, since rights are more than mode bits. */
export function canEnter(user: ServerUser, folder: string): boolean {
  const { status, error } = spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], { ...user, cwd: '/', stdio: 'ignore' });
  if (error !== undefined) throw switchProblem(user, error);
  return status === 0;
}

/** The problem to show when a child could not be started as that user. */
export function switchProblem(user: ServerUser, error: Error): Error {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (user.uid === undefined || !['EPERM', 'EINVAL'].includes(code)) return error;
  return problems['no-switch-user']({ user: user.uid, ...systemReason(error) }, { cause: error });
}
