/** The first administrator of a new house: made at its first start with a password for one use, which is told on the terminal and nowhere else. */
import sql from 'sql-template-tag';
import { prefectureCode } from '#catalog/areas/areas.ts';
import type { Keys } from '#platform/crypto/keys.ts';
import type { Database } from '#platform/database/database.ts';
import { makeAccount } from './accounts.ts';
import { giveGrant } from './grants.ts';

/** Makes the administrator when nobody has an account; answers how to sign in, or nothing where somebody has. */
export function makeFirstAdministrator(database: Database, keys: Keys, today: string): Promise<{ login: string; password: string } | undefined> {
  return database.transaction(async (tx) => {
    const { known } = await tx.one<{ known: boolean }>(sql`select exists (select from account where not is_demo) as known`);
    if (known) return undefined;
    const { account, password } = await makeAccount(tx, keys, { login: 'admin', name: '系统管理员', madeBy: null });
    await giveGrant(tx, 'machine', account, { role: 'system_administrator', area: prefectureCode, department: null, from: today, to: null });
    return { login: 'admin', password };
  });
}
