/** The second factor of an account: offered, confirmed with a first code, taken away. */
import sql from 'sql-template-tag';
import type { Keys } from '#platform/crypto/keys.ts';
import type { Queryable } from '#platform/database/database.ts';
import { newRecoveryCodes, newTotpSecret, stepOf, totpAddress } from './oneTimeCodes.ts';
import { problems } from './problems.ts';
import { hashOf } from './secrets.ts';

/** Makes a secret for the app on the phone; it counts once a code from it was given. */
export async function offerSecondFactor(tx: Queryable, keys: Keys, account: number): Promise<{ secret: string; address: string }> {
  const secret = newTotpSecret();
  const row = await tx.maybe<{ login: string }>(sql`
    update account set totp_secret = ${keys.sealText(secret)}, totp_last_step = null where account_id = ${account} and totp_confirmed_at is null returning login`);
  if (!row) throw problems['second-factor-stands']();
  return { secret, address: totpAddress(row.login, secret) };
}

/** Confirms it with a code; answers the recovery codes, which are shown this once. */
export async function confirmSecondFactor(tx: Queryable, keys: Keys, account: number, session: number, code: string, now: Date): Promise<string[]> {
  const { totp_secret: sealed } = await tx.one<{ totp_secret: Buffer | null }>(sql`
    select totp_secret from account where account_id = ${account} and totp_confirmed_at is null for update`);
  const step = sealed === null ? undefined : await stepOf(keys.openText(sealed), code, now, null);
  if (step === undefined) throw problems['code-wrong']();
  await tx.execute(sql`update account set totp_confirmed_at = ${now}, totp_last_step = ${step} where account_id = ${account}`);
  await tx.execute(sql`update session set with_second_factor = true where session_id = ${session}`);
  return renewRecoveryCodes(tx, account);
}

/** Replaces the recovery codes. */
export async function renewRecoveryCodes(tx: Queryable, account: number): Promise<string[]> {
  const codes = newRecoveryCodes();
  await tx.execute(sql`delete from recovery_code where account_id = ${account}`);
  await tx.execute(sql`insert into recovery_code (account_id, code_hash) select ${account}, unnest(${codes.map(hashOf)}::bytea[])`);
  return codes;
}

/** Takes the second factor away, as when the phone was lost. */
export async function removeSecondFactor(tx: Queryable, account: number): Promise<void> {
  await tx.execute(sql`update account set totp_secret = null, totp_confirmed_at = null, totp_last_step = null where account_id = ${account}`);
  await tx.execute(sql`delete from recovery_code where account_id = ${account}`);
}
