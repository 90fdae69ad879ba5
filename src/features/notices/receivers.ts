/** Finds the accounts that a notice is for: those named, or the holders of a grant that reaches its places, with the grant as the reason. */
import { prefectureCode } from '#catalog/areas/areas.ts';
import type { Permission } from '#catalog/permissions.ts';
import { isRole, type RoleCode, roleOf, roles } from '#catalog/roles.ts';
import type { AreaTree } from '#features/areas/areaTree.ts';
import type { Queryable } from '#platform/database/database.ts';
import sql from 'sql-template-tag';
import type { Holders } from './notify.ts';

/** The grant through which somebody is told. */
export interface Why {
  readonly role: RoleCode;
  readonly area: string;
  readonly department: string | null;
  readonly permission: Permission | null;
  /** Name of the absent person whose deputy they are. */
  readonly standsFor: string | null;
}

/** Somebody who is told. */
export interface Receiver {
  readonly account: number;
  /** null = named one by one. */
  readonly why: Why | null;
}

/** What a notice says about its receivers, as it is kept. */
export interface KeptReceivers {
  readonly accounts?: readonly number[];
  readonly holders?: Holders;
  readonly outside?: 'mail' | 'sms';
}

interface GrantRow {
  account_id: number;
  role: string;
  area_code: string;
  department: string | null;
  stands_for: string | null;
}

/** The accounts among some that work on a day. */
export async function workingAccounts(database: Queryable, accounts: readonly number[], day: string): Promise<number[]> {
  const rows = await database.query<{ account_id: number }>(sql`
    select account_id from account where account_id = any(${[...accounts]}::bigint[]) and disabled_at is null
      and (leaves_on is null or leaves_on > ${day}::date) order by 1`);
  return rows.map(({ account_id: account }) => account);
}

/** The holders that are meant, one line an account. Areas that the tree does not know reach nothing. */
export async function findHolders(
  database: Queryable,
  tree: AreaTree,
  { permission, role, departments, isEverybody = false, except = [] }: Holders,
  places: readonly string[],
  day: string,
): Promise<Receiver[]> {
  const meant = (Object.keys(roles) as RoleCode[]).filter(
    (code) => (role === undefined || code === role) && (permission === undefined || roleOf(code).may.includes(permission)),
  );
  const rows = await grantsInForce(database, meant, day);
  const above = commonPath(tree, places);
  const depthOf = (area: string): number => above.indexOf(area);
  const fitting = rows.filter(
    ({ account_id: account, area_code: area, department }) =>
      depthOf(area) >= 0 &&
      !except.includes(account) &&
      (departments ? department !== null && departments.includes(department) : department === null),
  );
  const nearest = Math.max(-1, ...fitting.map(({ area_code: area }) => depthOf(area)));
  const found = new Map<number, Receiver>();
  for (const { account_id: account, role: code, area_code: area, department, stands_for: standsFor } of fitting) {
    if (!isRole(code) || found.has(account) || (!isEverybody && depthOf(area) < nearest)) continue;
    found.set(account, { account, why: { role: code, area, department, permission: permission ?? null, standsFor } });
  }
  return [...found.values()];
}

/** The areas that hold all places, from the top down; the whole alone where there is no place, or one that no register names. */
export function commonPath(tree: AreaTree, places: readonly string[]): readonly string[] {
  const pathTo = (place: string): string[] => tree.pathTo(tree.nodes.has(place) ? place : prefectureCode).map(({ code }) => code);
  const [first = [], ...others] = (places.length === 0 ? [prefectureCode] : places).map(pathTo);
  return first.filter((code) => others.every((path) => path.includes(code)));
}

/** Grants of some roles that hold on a day, of accounts that work; those of a deputy only as long as the absent person's own. */
function grantsInForce(database: Queryable, meant: readonly string[], day: string): Promise<GrantRow[]> {
  return database.query<GrantRow>(sql`
    select g.account_id, g.role, g.area_code, g.department, absent.name as stands_for
    from account_grant g join account holder on holder.account_id = g.account_id
      left join account_grant original on original.grant_id = g.stands_for
      left join account absent on absent.account_id = original.account_id
    where g.role = any(${[...meant]}::text[]) and g.revoked_at is null and g.valid_from <= ${day}::date and (g.valid_to is null or g.valid_to > ${day}::date)
      and holder.disabled_at is null and (holder.leaves_on is null or holder.leaves_on > ${day}::date)
      and (g.stands_for is null or (original.revoked_at is null and absent.disabled_at is null
        and (original.valid_to is null or original.valid_to > ${day}::date)))
    order by g.stands_for is not null, g.grant_id`);
}
