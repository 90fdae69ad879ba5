/** Who holds a post on a day, for giving out work: people who still work, each with the deputy who stands in for them. */
import type { RoleCode } from '#catalog/roles.ts';
import type { Queryable } from '#platform/database/database.ts';
import sql, { type Sql } from 'sql-template-tag';

/** Somebody who holds a post. */
export interface Holder {
  readonly account: number;
  readonly name: string;
  readonly role: RoleCode;
  readonly area: string;
  readonly department: string | null;
  /** Who stands in for them that day. */
  readonly deputy: string | null;
}

/** All holders of these roles in these areas on a day, in the order of their accounts. */
export async function holdersOf(database: Queryable, roles: readonly RoleCode[], areas: readonly string[], day: string): Promise<Holder[]> {
  return database.query<Holder>(sql`
    select account.account_id as account, account.name, held.role, held.area_code as area, held.department,
      (select stand_in.name from account_grant deputy join account stand_in on stand_in.account_id = deputy.account_id
        where deputy.stands_for = held.grant_id and ${holds('deputy', day)} and stand_in.disabled_at is null order by deputy.grant_id limit 1) as deputy
    from account_grant held join account using (account_id)
    where held.role = any(${roles}::text[]) and held.area_code = any(${areas}::text[]) and held.stands_for is null and ${holds('held', day)}
      and account.disabled_at is null and (account.leaves_on is null or account.leaves_on > ${day}::date)
    order by account.account_id, held.grant_id`);
}

const holds = (grant: 'held' | 'deputy', day: string): Sql => {
  const which = { held: sql`held.`, deputy: sql`deputy.` }[grant];
  return sql`${which}revoked_at is null and ${which}valid_from <= ${day}::date and (${which}valid_to is null or ${which}valid_to > ${day}::date)`;
};

/** The phone of an account, sealed; null where there is none. */
export async function sealedPhoneOf(database: Queryable, account: number): Promise<Uint8Array | null> {
  return (await database.maybe<{ phone: Uint8Array | null }>(sql`select phone from account where account_id = ${account}`))?.phone ?? null;
}
