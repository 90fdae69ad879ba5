/** Finds the accounts that a notice is for: those named, or the holders of a grant that reaches its places, with the grant as the reason. */
import { prefectureCode } from '#catalog/areas/areas.ts';
import { isRole, type RoleCode, roleOf, roles } from '#catalog/roles.ts';
import type { AreaTree } from '#features/areas/areaTree.ts';
import type { Queryable } from '#platform/database/database.ts';
import sql from 'sql-template-tag';
import type { GrantsOf } from './grantsInForce.ts';
import type { Holders } from './notify.ts';
import type { Receiver } from './receiver.ts';

/** The accounts among some that work on a day. */
export async function workingAccounts(database: Queryable, accounts: readonly number[], day: string): Promise<number[]> {
  const rows = await database.query<{ account_id: number }>(sql`
    select account_id from account where account_id = any(${[...accounts]}::bigint[]) and disabled_at is null
      and (leaves_on is null or leaves_on > ${day}::date) order by 1`);
  return rows.map(({ account_id: account }) => account);
}

/** The holders that are meant and may know of it, one line an account: where none of the nearest may, those above them. Areas that the tree does not know reach nothing. */
export async function findHolders(
  grantsOf: GrantsOf,
  tree: AreaTree,
  { permission, role, departments, isEverybody = false, except = [], knows = [] }: Holders,
  places: readonly string[],
  maySee: (account: number) => Promise<boolean>,
): Promise<Receiver[]> {
  const meant = (Object.keys(roles) as RoleCode[]).filter(
    (code) => (role === undefined || code === role) && (permission === undefined || roleOf(code).may.includes(permission)),
  );
  const rows = await grantsOf(meant);
  const above = commonPath(tree, places);
  const depthOf = (area: string): number => above.indexOf(area);
  const fitting = rows.filter(
    ({ account_id: account, area_code: area, department }) =>
      depthOf(area) >= 0 &&
      !except.includes(account) &&
      (departments ? department !== null && departments.includes(department) : department === null),
  );
  const found = new Map<number, Receiver>();
  const known = new Set(knows);
  for (const depth of [...new Set(fitting.map(({ area_code: area }) => depthOf(area)))].sort((a, b) => b - a)) {
    if (found.size > 0 && !isEverybody) break;
    for (const { account_id: account, role: code, area_code: area, department, stands_for: standsFor, absent } of fitting) {
      if (depthOf(area) !== depth || !isRole(code) || found.has(account) || !(await maySee(account))) continue;
      if (absent !== null && knows.includes(absent)) known.add(account);
      found.set(account, { account, why: { role: code, area, department, permission: permission ?? null, standsFor } });
    }
  }
  return [...found.values()].filter(({ account }) => !known.has(account));
}

/** The areas that hold all places, from the top down; the whole alone where there is no place, or one that no register names. */
export function commonPath(tree: AreaTree, places: readonly string[]): readonly string[] {
  const pathTo = (place: string): string[] => tree.pathTo(tree.nodes.has(place) ? place : prefectureCode).map(({ code }) => code);
  const [first = [], ...others] = (places.length === 0 ? [prefectureCode] : places).map(pathTo);
  return first.filter((code) => others.every((path) => path.includes(code)));
}
