/** Giving and taking back grants: never a role, an area or a department that the giver does not hold. */
import sql from 'sql-template-tag';
import { registers } from '#catalog/catalog.ts';
import { isRole, type RoleCode, roleOf } from '#catalog/roles.ts';
import { readAreaTree } from '#features/areas/areaTree.ts';
import type { Queryable } from '#platform/database/database.ts';
import { type Caller, grantsFor } from './caller.ts';
import { problems } from './problems.ts';

/** What is to be given. */
export interface GrantOrder {
  readonly role: string;
  readonly area: string;
  readonly department: string | null;
  readonly from: string;
  readonly to: string | null;
}

/** Departments that report registers, to choose from. */
export const departments: readonly string[] = [...new Set(Object.values(registers).flatMap((register) => register.departments))].sort();

/** Who gives: a person with grants, or the machine itself (a command of its administrator). */
export type Giver = Caller | 'machine';

/** Gives a grant; answers its number. */
export async function giveGrant(tx: Queryable, giver: Giver, account: number, order: GrantOrder): Promise<number> {
  const role = await checkOrder(tx, order);
  if (giver !== 'machine') await checkGiver(tx, giver, account, role, order);
  await keepAdministratorsApart(tx, account, role);
  const { grant_id: id } = await tx.one<{ grant_id: number }>(sql`
    insert into account_grant (account_id, role, area_code, department, valid_from, valid_to, given_by)
    values (${account}, ${role}, ${order.area}, ${order.department}, ${order.from}::date, ${order.to}::date, ${giver === 'machine' ? null : giver.account})
    returning grant_id`);
  return id;
}

/** A grant that somebody holds. */
export interface HeldGrant extends GrantOrder {
  readonly id: number;
  readonly role: RoleCode;
}

/** Passes a grant of one account on to another, as it is or for the time of an absence (`standsFor`); the giver could give it themself. */
export async function passGrant(
  tx: Queryable,
  giver: Giver,
  account: number,
  { role, area, department, from, to }: Omit<HeldGrant, 'id'>,
  standsFor: number | null,
): Promise<void> {
  if (giver !== 'machine') await checkGiver(tx, giver, account, role, { role, area, department, from, to });
  await keepAdministratorsApart(tx, account, role);
  await tx.execute(sql`
    insert into account_grant (account_id, role, area_code, department, valid_from, valid_to, given_by, stands_for)
    values (${account}, ${role}, ${area}, ${department}, ${from}::date, ${to}::date, ${giver === 'machine' ? null : giver.account}, ${standsFor})`);
}

/** Whether the giver could give every one of the grants. */
export async function mayGiveAll(tx: Queryable, giver: Giver, grants: readonly Pick<HeldGrant, 'role' | 'area' | 'department'>[]): Promise<boolean> {
  if (giver === 'machine') return true;
  for (const { role, area, department } of grants) if (!(await mayGive(tx, giver, role, area, department))) return false;
  return true;
}

/** Takes a grant back; only who could give it may. */
export async function revokeGrant(tx: Queryable, giver: Giver, id: number): Promise<number> {
  const grant = await tx.maybe<{ account_id: number; role: string; area_code: string; department: string | null }>(sql`
    select account_id, role, area_code, department from account_grant where grant_id = ${id} and revoked_at is null for update`);
  if (!grant || !isRole(grant.role)) throw problems['grant-not-found']();
  if (giver !== 'machine' && !(await mayGive(tx, giver, grant.role, grant.area_code, grant.department))) throw problems['grant-not-found']();
  await tx.execute(
    sql`update account_grant set revoked_at = now(), revoked_by = ${giver === 'machine' ? null : giver.account} where grant_id = ${id}`,
  );
  return grant.account_id;
}

async function checkOrder(tx: Queryable, { role: code, area, department, from, to }: GrantOrder): Promise<RoleCode> {
  if (!isRole(code)) throw problems['role-unknown']({ role: code });
  const role = roleOf(code);
  const { level } = (await readAreaTree(tx)).get(area);
  if (!role.levels.includes(level)) throw problems['grant-level']({ zh: role.zh, en: role.en });
  const named = department !== null && departments.includes(department);
  if (role.ofDepartment ? !named : department !== null)
    throw problems['grant-department']({ departments: role.ofDepartment ? departments.join('、') : '-' });
  if (to !== null && to <= from) throw problems['grant-dates']();
  return code;
}

async function checkGiver(tx: Queryable, giver: Caller, account: number, role: RoleCode, { area, department }: GrantOrder): Promise<void> {
  if (account === giver.account) throw problems['grant-own']();
  if (await mayGive(tx, giver, role, area, department)) return;
  throw problems['grant-beyond']();
}

/** A grant of the giver covers the order: its role gives the role, its area holds the area, and it is of the same department or of none. */
async function mayGive(tx: Queryable, giver: Caller, role: RoleCode, area: string, department: string | null): Promise<boolean> {
  const above = (await readAreaTree(tx)).pathTo(area).map(({ code }) => code);
  if (await isFirstAdministrator(tx, giver, role)) return true;
  return grantsFor(giver, 'grants.change').some(
    (grant) =>
      roleOf(grant.role).gives.includes(role) && above.includes(grant.area) && (grant.department === null || grant.department === department),
  );
}

/** In a new house the system administrator names the first of the other two administrators; from then on they are not his to give. */
async function isFirstAdministrator(tx: Queryable, giver: Caller, role: RoleCode): Promise<boolean> {
  const gives = grantsFor(giver, 'grants.change').some((grant) => roleOf(grant.role).namesFirst?.includes(role));
  if (!gives) return false;
  const { held } = await tx.one<{ held: boolean }>(sql`
    select exists (select from account_grant join account using (account_id)
      where role = ${role} and revoked_at is null and (valid_to is null or valid_to > current_date) and disabled_at is null) as held`);
  return !held;
}

async function keepAdministratorsApart(tx: Queryable, account: number, role: RoleCode): Promise<void> {
  // Two grants to one account at the same time wait for each other here.
  const known = await tx.maybe(sql`select 1 from account where account_id = ${account} for update`);
  if (!known) throw problems['not-found']();
  const held = await tx.query<{ role: string }>(sql`
    select distinct role from account_grant where account_id = ${account} and revoked_at is null and (valid_to is null or valid_to > current_date)`);
  const others = held.map((grant) => grant.role).filter((other) => other !== role);
  const isApart =
    roleOf(role).administers === true ? others.length === 0 : !others.some((other) => isRole(other) && roleOf(other).administers === true);
  if (!isApart) throw problems['grant-apart']();
}
