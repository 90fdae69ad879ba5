/** The streets and counties in which somebody dispatches: what is missed below goes there, and past them only to the prefecture. */
import { type RoleCode, roleOf, roles } from '#catalog/roles.ts';
import { holdersOf } from '#features/accounts/holders.ts';
import type { Queryable } from '#platform/database/database.ts';

const dispatchers = (Object.keys(roles) as RoleCode[]).filter((role) => roleOf(role).may.includes('work-orders.dispatch'));

/** Those of some areas that are held on a day. */
export async function heldOffices(tx: Queryable, among: readonly (string | null)[], day: string): Promise<ReadonlySet<string>> {
  const codes = [...new Set(among.filter((code) => code !== null))];
  const holders = codes.length === 0 ? [] : await holdersOf(tx, dispatchers, codes, day);
  return new Set(holders.map(({ area }) => area));
}
