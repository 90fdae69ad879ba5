/** Accounts to try the demonstration with, one a role; they exist only while `start --demo` runs, which listens to this machine alone. */
import sql from 'sql-template-tag';
import { type RoleCode, roleOf, roles } from '#catalog/roles.ts';
import { prefectureCode } from '#catalog/areas/areas.ts';
import type { Keys } from '#platform/crypto/keys.ts';
import type { Database, Queryable } from '#platform/database/database.ts';
import { makeAccount } from './accounts.ts';
import { giveGrant } from './grants.ts';

/** Everybody knows it: it opens made-up data on one's own machine. */
const password = 'Anju-demo-2024';

const loginOf = (role: RoleCode): string => role.replaceAll('_', '-');

/** Makes the accounts of the demonstration where they are missing and opens those that stand; without demonstration all of them are closed. */
export async function settleDemoAccounts(database: Database, keys: Keys, isDemo: boolean, today: string): Promise<void> {
  await database.transaction(async (tx) => {
    if (!isDemo) {
      await tx.execute(sql`update account set disabled_at = now() where is_demo and disabled_at is null`);
      return;
    }
    const places = await placesOf(tx);
    if (!places) return;
    for (const role of Object.keys(roles) as RoleCode[]) {
      const known = await tx.maybe(sql`select 1 from account where login = ${loginOf(role)}`);
      if (known) continue;
      const { zh, ofDepartment, levels } = roleOf(role);
      const { account } = await makeAccount(tx, keys, { login: loginOf(role), name: `${zh}（演示）`, madeBy: null, password, isDemo: true });
      const area = places[levels.find((level) => places[level] !== undefined) ?? 'prefecture'] ?? prefectureCode;
      const department = ofDepartment ? (role === 'insurer' ? '保险承办机构' : '人社局') : null;
      await giveGrant(tx, 'machine', account, { role, area, department, from: today, to: null });
    }
    await tx.execute(sql`update account set disabled_at = null where is_demo`);
  });
}

/** A building with people in it and the areas above: everybody of the demonstration works in one line. */
async function placesOf(tx: Queryable): Promise<Readonly<Record<string, string>> | undefined> {
  const row = await tx.maybe<{ building: string; community: string; settlement: string; street: string; county: string }>(sql`
    select building.building_code as building, building.community_code as community, building.settlement_code as settlement,
      settlement.street_code as street, coalesce(street.county_code, settlement.county_code) as county
    from building join settlement using (settlement_code)
      join street_community street on street.area_code = settlement.street_code and street.level = 'street'
      join street_community community on community.area_code = building.community_code and community.level = 'community'
    where exists (select from household where household.building_code = building.building_code)
    order by building.building_code limit 1`);
  return row && { prefecture: prefectureCode, ...row };
}

/** The accounts as the sign-in page offers them. */
export async function demoAccounts(database: Queryable): Promise<{ login: string; password: string; zh: string; en: string }[]> {
  const rows = await database.query<{ login: string }>(sql`select login from account where is_demo and disabled_at is null`);
  const known = new Set(rows.map(({ login }) => login));
  return (Object.keys(roles) as RoleCode[])
    .filter((role) => known.has(loginOf(role)))
    .map((role) => ({ login: loginOf(role), password, zh: roleOf(role).zh, en: roleOf(role).en }));
}
