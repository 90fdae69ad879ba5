/** The handle of somebody who did not ask: for telling nobody of what they may not see. */
import type { Permission } from '#catalog/permissions.ts';
import { isRole, roleOf } from '#catalog/roles.ts';
import { type ScopedDatabase, scoped } from '#features/areas/scope.ts';
import type { Database } from '#platform/database/database.ts';
import type { Grant } from './caller.ts';
import { heldGrants } from './findCaller.ts';
import { partiesOf } from './partiesOf.ts';
import { reachOf } from './reach.ts';

/** Bound to where an account reaches with a permission on a day, its own posts and those that it stands in for taken together. */
export async function handleOf(database: Database, account: number, permission: Permission, day: string): Promise<ScopedDatabase> {
  const held = await heldGrants(database, account, day);
  const grants = held.flatMap(({ role, area, department }): Grant[] => (isRole(role) ? [{ role, area, department }] : []));
  const reach = (one: Permission) =>
    reachOf(
      database,
      grants.filter(({ role }) => roleOf(role).may.includes(one)),
    );
  const all = await reachOf(database, grants);
  const absent = held.flatMap(({ stands_for: other }) => (other === null ? [] : [`account:${other}`]));
  const self = [...partiesOf({ account, grants }, all), ...absent];
  return scoped(database, await reach(permission), { self, accusations: (await reach('appeals.accusations')).settlements });
}
