/** Finds who stands behind a cookie or a bearer token: one statement a request brings session or token, account and grants. */
import sql, { type Sql } from 'sql-template-tag';
import type { RoleCode } from '#catalog/roles.ts';
import { isRole, roleOf } from '#catalog/roles.ts';
import type { Queryable } from '#platform/database/database.ts';
import type { Caller, Grant, Owed } from './caller.ts';
import { longestUse } from './passwords.ts';
import { hashOf } from './secrets.ts';
import { absoluteHours, idleMinutes } from './sessions.ts';

interface KeyRow {
  key: number;
  account_id: number;
  login: string;
  name: string;
  only: string[] | null;
  with_second_factor: boolean;
  has_second_factor: boolean;
  by_provider: boolean;
  must_change: boolean;
  password_set_at: string | null;
  is_demo: boolean;
  seen_at: string | null;
  grants: { role: string; area: string; department: string | null }[];
}

/** The grants of an account that hold on a day, as JSON. */
const grantsOf = (day: string): Sql => sql`(
  select coalesce(json_agg(json_build_object('role', role, 'area', area_code, 'department', department) order by grant_id), '[]')
  from account_grant where account_grant.account_id = account.account_id and revoked_at is null
    and valid_from <= ${day}::date and (valid_to is null or valid_to > ${day}::date)) as grants`;

const works = (day: string): Sql => sql`account.disabled_at is null and (account.leaves_on is null or account.leaves_on > ${day}::date)`;

/** The caller with the session of a cookie, while it has neither been idle nor open for too long; `seenAt` is when it was noticed last. */
export async function callerOfSession(
  database: Queryable,
  secret: string,
  now: Date,
  day: string,
): Promise<{ caller: Caller; seenAt: Date } | undefined> {
  const row = await database.maybe<KeyRow>(sql`
    select session_id as key, account.account_id, login, name, null::text[] as only, with_second_factor, by_provider,
      totp_confirmed_at is not null as has_second_factor,
      must_change, password_set_at, is_demo, seen_at, ${grantsOf(day)}
    from session join account using (account_id)
    where secret_hash = ${hashOf(secret)} and closed_at is null and ${works(day)}
      and seen_at > ${now}::timestamptz - make_interval(mins => ${idleMinutes}) and opened_at > ${now}::timestamptz - make_interval(hours => ${absoluteHours})`);
  return row && { caller: callerOf(row, 'web', now), seenAt: new Date(row.seen_at ?? now) };
}

/** The caller with a bearer token. */
export async function callerOfToken(database: Queryable, secret: string, now: Date, day: string): Promise<Caller | undefined> {
  const row = await database.maybe<KeyRow>(sql`
    select token_id as key, account.account_id, login, account.name, permissions as only, true as with_second_factor, false as by_provider, true as has_second_factor,
      false as must_change, null::timestamptz as password_set_at, is_demo, null::timestamptz as seen_at, ${grantsOf(day)}
    from access_token join account using (account_id)
    where secret_hash = ${hashOf(secret)} and revoked_at is null and expires_at > ${now} and ${works(day)}`);
  return row && callerOf(row, 'token', now);
}

function callerOf(row: KeyRow, via: Caller['via'], now: Date): Caller {
  const grants = row.grants.filter((grant): grant is Grant & { role: RoleCode } => isRole(grant.role));
  return {
    account: row.account_id,
    login: row.login,
    name: row.name,
    via,
    key: row.key,
    grants,
    only: row.only,
    owes: via === 'web' && !row.is_demo ? owedBy(row, grants, now) : null,
  };
}

const day = 86_400_000;

/** Administrators and those who lead an area need a second factor; everybody needs a password that is theirs and not too old. */
function owedBy(row: KeyRow, grants: readonly Grant[], now: Date): Owed | null {
  const isOld = row.password_set_at !== null && now.getTime() - Date.parse(row.password_set_at) > longestUse * day;
  const needsSecond = grants.some(({ role }) => roleOf(role).administers === true);
  // Whom the provider vouches for has shown the password to the provider, and perhaps a second factor.
  if (row.by_provider) return needsSecond && !row.with_second_factor ? 'second-factor' : null;
  if (row.must_change || isOld) return 'password';
  return needsSecond && !row.has_second_factor ? 'second-factor' : null;
}
