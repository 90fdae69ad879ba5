/** Sessions: opened by signing in, noticed while they are used, closed by signing out or from any other session of the same person. */
import sql from 'sql-template-tag';
import type { Queryable } from '#platform/database/database.ts';
import { hashOf, newSecret } from './secrets.ts';

/** Minutes without a request after which a session is over. */
export const idleMinutes = 30;
/** Hours after which it is over whatever happens. */
export const absoluteHours = 12;
/** The cookie of a session; the prefix makes browsers refuse it for another host or path, where it may be secure. */
export const cookieName = (isSecure: boolean): string => (isSecure ? '__Host-anju' : 'anju');

/** Where somebody signs in from. */
export interface Origin {
  readonly address: string;
  readonly agent: string;
}

/** Opens a session; the secret is told this once. `byProvider`: single sign-on vouched for the person, not a password of ours. */
export async function openSession(
  tx: Queryable,
  account: number,
  origin: Origin,
  withSecondFactor: boolean,
  now: Date,
  byProvider = false,
): Promise<{ secret: string; id: number }> {
  const secret = newSecret();
  const { session_id: id } = await tx.one<{ session_id: number }>(sql`
    insert into session (secret_hash, account_id, opened_at, seen_at, address, agent, with_second_factor, by_provider)
    values (${hashOf(secret)}, ${account}, ${now}, ${now}, ${origin.address}, ${origin.agent.slice(0, 200)}, ${withSecondFactor}, ${byProvider})
    returning session_id`);
  return { secret, id };
}

/** Notes that a session is in use; once a minute is enough. */
export async function noteSeen(database: Queryable, id: number, seenAt: Date, now: Date): Promise<void> {
  if (now.getTime() - seenAt.getTime() < 60_000) return;
  await database.execute(sql`update session set seen_at = ${now} where session_id = ${id}`);
}

export interface SessionRow {
  readonly session_id: number;
  readonly opened_at: string;
  readonly seen_at: string;
  readonly address: string | null;
  readonly agent: string | null;
}

/** The open sessions of an account, the one used last first. */
export function listSessions(database: Queryable, account: number, now: Date): Promise<SessionRow[]> {
  return database.query<SessionRow>(sql`
    select session_id, opened_at, seen_at, address, agent from session
    where account_id = ${account} and closed_at is null
      and seen_at > ${now}::timestamptz - make_interval(mins => ${idleMinutes}) and opened_at > ${now}::timestamptz - make_interval(hours => ${absoluteHours})
    order by seen_at desc`);
}

/** Closes one session of an account; does nothing where it is closed or another person's. Answers whether single sign-on had opened it. */
export async function closeSession(database: Queryable, account: number, id: number, now: Date): Promise<boolean> {
  const closed = await database.maybe<{ by_provider: boolean }>(sql`
    update session set closed_at = ${now} where session_id = ${id} and account_id = ${account} and closed_at is null returning by_provider`);
  return closed?.by_provider === true;
}

/** Closes all sessions of an account but one. */
export async function closeSessions(database: Queryable, account: number, now: Date, but?: number): Promise<number> {
  return database.execute(sql`
    update session set closed_at = ${now} where account_id = ${account} and closed_at is null and session_id is distinct from ${but ?? null}::bigint`);
}
