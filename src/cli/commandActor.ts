/** Who calls a command: the user of the system, as the audit log names them. */
import { userInfo } from 'node:os';
import type { Actor } from '#features/audit/actor.ts';

/** The user that the process runs as; a user without a name by its number. */
export function commandActor(): Actor {
  return { account: null, name: userName(), via: 'command', address: null, requestId: null };
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return `uid ${process.getuid?.() ?? '?'}`;
  }
}
