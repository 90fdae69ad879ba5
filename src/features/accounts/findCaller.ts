/** Finds who stands behind a cookie or a bearer token: one statement a request brings session or token, account and grants. */
import sql, { raw, type Sql } from 'sql-template-tag';
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
  acts_for: number | null;
  acts_for_name: string | null;
  grants: { role: string; area: string; department: string | null }[];
}

const holds = (grant: string, day: string): Sql => sql`${raw(grant)}.revoked_at is null
    and ${raw(grant)}.valid_from <= ${day}::date and (${raw(grant)}.valid_to is null or ${raw(grant)}.valid_to > ${day}::date)`;

/** The grants of an account that hold on a day, as JSON: its own, or those of the absent person for whom it acts, as long as that person's own hold. */
const grantsOf = (day: string, actsFor: Sql): Sql => sql`(
  select coalesce(json_agg(json_build_object('role', role, 'area', area_code, 'department', department) order by grant_id), '[]')
  from account_grant where account_grant.account_id = account.account_id and ${holds('account_grant', day)}
    and case when ${actsFor} is null then stands_for is null else exists (
      select from account_grant original join account absent on absent.account_id = original.account_id
      where original.grant_id = account_grant.stands_for and original.account_id = ${actsFor} and absent.disabled_at is null
        and ${holds('original', day)}) end) as grants`;

/** A grant of an account, and the absent account whose it is. */
interface HeldGrant {
  readonly role: string;
  readonly area: string;
  readonly department: string | null;
  readonly stands_for: number | null;
}

/** All grants of an account that hold on a day: its own, and those of absent persons as long as their own hold. */
export function heldGrants(database: Queryable, account: number, day: string): Promise<HeldGrant[]> {
  return database.query<HeldGrant>(sql`
    select held.role, held.area_code as area, held.department, original.account_id as stands_for
    from account_grant held left join account_grant original on original.grant_id = held.stands_for left join account absent on absent.account_id = original.account_id
    where held.account_id = ${account} and ${holds('held', day)} and (held.stands_for is null or (absent.disabled_at is null and ${holds('original', day)}))
    order by held.grant_id`);
}

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
      must_change, password_set_at, is_demo, seen_at, acts_for, (select absent.name from account absent where absent.account_id = acts_for) as acts_for_name,
      ${grantsOf(day, sql`session.acts_for`)}
    from session join account using (account_id)
    where secret_hash = ${hashOf(secret)} and closed_at is null and ${works(day)}
      and seen_at > ${now}::timestamptz - make_interval(mins => ${idleMinutes}) and opened_at > ${now}::timestamptz - make_interval(hours => ${absoluteHours})`);
  return row && { caller: callerOf(row, 'web', now), seenAt: new Date(row.seen_at ?? now) };
}

/** The caller with a bearer token. */
export async function callerOfToken(database: Queryable, secret: string, now: Date, day: string): Promise<Caller | undefined> {
  const row = await database.maybe<KeyRow>(sql`
    select token_id as key, account.account_id, login, account.name, permissions as only, true as with_second_factor, false as by_provider, true as has_second_factor,
      false as must_change, null::timestamptz as password_set_at, is_demo, null::timestamptz as seen_at, null::bigint as acts_for, null::text as acts_for_name,
      ${grantsOf(day, sql`null::bigint`)}
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
    ...(row.acts_for !== null && { actsFor: { account: row.acts_for, name: row.acts_for_name ?? '' } }),
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
