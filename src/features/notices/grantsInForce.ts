/** Grants as notices see them: those of some roles that hold on a day, and who is a deputy for whom. */
import { isRole } from '#catalog/roles.ts';
import type { Queryable } from '#platform/database/database.ts';
import sql, { type Sql } from 'sql-template-tag';
import type { Receiver } from './receiver.ts';

/** A grant of an account that works. */
export interface GrantRow {
  readonly account_id: number;
  readonly role: string;
  readonly area_code: string;
  readonly department: string | null;
  /** Name and number of the absent person for whom it was given. */
  readonly stands_for: string | null;
  readonly absent: number | null;
}

/** Asks for the grants of some roles. */
export type GrantsOf = (roles: readonly string[]) => Promise<readonly GrantRow[]>;

/** Grants as of a day; each set of roles is asked for once. */
export function openGrants(database: Queryable, day: string): GrantsOf {
  const known = new Map<string, Promise<readonly GrantRow[]>>();
  return (roles) => {
    const key = roles.join();
    const found = known.get(key) ?? grantsInForce(database, day, sql`g.role = any(${[...roles]}::text[])`);
    known.set(key, found);
    return found;
  };
}

/** Who holds a grant for one of some absent accounts now. */
export async function findDeputies(database: Queryable, absent: readonly number[], day: string): Promise<Receiver[]> {
  const rows = await grantsInForce(database, day, sql`original.account_id = any(${[...absent]}::bigint[])`);
  return rows.flatMap(({ account_id: account, role, area_code: area, department, stands_for: standsFor }) =>
    isRole(role) ? [{ account, why: { role, area, department, permission: null, standsFor } }] : [],
  );
}

/** Some receivers, and those deputies who are not among them. */
export function withDeputies(named: readonly Receiver[], deputies: readonly Receiver[]): Receiver[] {
  const all = new Map([...deputies].reverse().map((deputy) => [deputy.account, deputy]));
  for (const receiver of named) all.set(receiver.account, receiver);
  return [...all.values()].sort((a, b) => a.account - b.account);
}

/** Grants that hold on a day, of accounts that work; those of a deputy only as long as the absent person's own. */
function grantsInForce(database: Queryable, day: string, which: Sql): Promise<GrantRow[]> {
  return database.query<GrantRow>(sql`
    select g.account_id, g.role, g.area_code, g.department, absent.name as stands_for, absent.account_id as absent
    from account_grant g join account holder on holder.account_id = g.account_id
      left join account_grant original on original.grant_id = g.stands_for
      left join account absent on absent.account_id = original.account_id
    where ${which} and g.revoked_at is null and g.valid_from <= ${day}::date and (g.valid_to is null or g.valid_to > ${day}::date)
      and holder.disabled_at is null and (holder.leaves_on is null or holder.leaves_on > ${day}::date)
      and (g.stands_for is null or (original.revoked_at is null and absent.disabled_at is null
        and (original.valid_to is null or original.valid_to > ${day}::date)))
    order by g.stands_for is not null, g.grant_id`);
}
