/** Bearer tokens for systems: fewer permissions than their account, an end date, shown once. */
import sql from 'sql-template-tag';
import type { Permission } from '#catalog/permissions.ts';
import type { Queryable } from '#platform/database/database.ts';
import { type Caller, grantsFor } from './caller.ts';
import { problems } from './problems.ts';
import { hashOf, newSecret } from './secrets.ts';

/** Makes a token; the prefix lets scanners of leaked secrets know it. */
export async function makeToken(
  tx: Queryable,
  caller: Caller,
  { name, permissions, days }: { name: string; permissions: readonly string[]; days: number },
  now: Date,
): Promise<{ id: number; token: string; expiresAt: string }> {
  if (!permissions.every((permission) => grantsFor(caller, permission as Permission).length > 0)) throw problems['token-permissions']();
  const token = `anju_${newSecret()}`;
  const expiresAt = new Date(now.getTime() + days * 86_400_000);
  const { token_id: id } = await tx.one<{ token_id: number }>(sql`
    insert into access_token (account_id, name, secret_hash, permissions, made_at, expires_at)
    values (${caller.account}, ${name}, ${hashOf(token)}, ${[...permissions]}, ${now}, ${expiresAt}) returning token_id`);
  return { id, token, expiresAt: expiresAt.toISOString() };
}

export interface TokenRow {
  readonly token_id: number;
  readonly name: string;
  readonly permissions: string[];
  readonly made_at: string;
  readonly expires_at: string;
  readonly used_at: string | null;
}

/** The tokens of an account that still hold. */
export function listTokens(database: Queryable, account: number, now: Date): Promise<TokenRow[]> {
  return database.query<TokenRow>(sql`
    select token_id, name, permissions, made_at, expires_at, used_at from access_token
    where account_id = ${account} and revoked_at is null and expires_at > ${now} order by token_id`);
}

/** Takes a token back. */
export async function revokeToken(tx: Queryable, account: number, id: number, now: Date): Promise<void> {
  await tx.execute(sql`update access_token set revoked_at = ${now} where token_id = ${id} and account_id = ${account} and revoked_at is null`);
}
