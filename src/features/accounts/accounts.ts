/** Accounts: made with a password for one use, changed, closed, listed. */
import sql, { empty, type Sql } from 'sql-template-tag';
import type { Keys } from '#platform/crypto/keys.ts';
import type { Queryable } from '#platform/database/database.ts';
import type { AccountRow } from './contract.ts';
import { checkPassword, fits, hashPassword, oneTimePassword, remembered } from './passwords.ts';
import { problems } from './problems.ts';
import { closeSessions } from './sessions.ts';

/** Who is to have an account. */
export interface NewAccount {
  readonly login: string;
  readonly name: string;
  readonly phone?: string | undefined;
  readonly madeBy: number | null;
  /** A password that is known beforehand, as of a demonstration; else one is drawn that must be changed. */
  readonly password?: string;
  readonly isDemo?: boolean;
}

/** A phone as it is stored, and the indexes under which it may stand: one for each version of the keys while these are changed. */
function sealedPhone(keys: Keys, phone: string | null | undefined): { sealed: Buffer | null; index: Buffer | null; indexes: readonly Buffer[] } {
  const digits = phone?.replace(/[\s-]/g, '') ?? '';
  if (digits === '') return { sealed: null, index: null, indexes: [] };
  return { sealed: keys.sealText(digits), index: keys.blindIndex('phone', digits), indexes: keys.blindIndexes('phone', digits) };
}

/** Makes an account; answers its number and the password that it begins with. */
export async function makeAccount(
  tx: Queryable,
  keys: Keys,
  { login, name, phone, madeBy, password, isDemo = false }: NewAccount,
): Promise<{ account: number; password: string }> {
  const first = password ?? oneTimePassword();
  const { sealed, index, indexes } = sealedPhone(keys, phone);
  await refuseTaken(tx, indexes);
  const made = await tx.maybe<{ account_id: number }>(sql`
    insert into account (login, name, phone, phone_index, password_hash, password_set_at, must_change, is_demo, made_by)
    values (${login}, ${name}, ${sealed}, ${index}, ${await hashPassword(first)}, now(), ${password === undefined}, ${isDemo}, ${madeBy})
    on conflict (login) do nothing returning account_id`);
  if (!made) throw problems['login-taken']({ login });
  return { account: made.account_id, password: first };
}

async function refuseTaken(tx: Queryable, indexes: readonly Buffer[], but?: number): Promise<void> {
  const taken = await tx.query(sql`
    select 1 from account where phone_index = any(${indexes}::bytea[]) and account_id is distinct from ${but ?? null}::bigint limit 1`);
  if (taken.length > 0) throw problems['phone-taken']();
}

/** What of an account changes; what is left out stays. */
export interface AccountChange {
  readonly name?: string | undefined;
  readonly phone?: string | null | undefined;
  readonly leavesOn?: string | null | undefined;
  readonly disabled?: boolean | undefined;
}

/** Changes an account; one that is closed loses its sessions at once. */
export async function changeAccount(
  tx: Queryable,
  keys: Keys,
  account: number,
  { name, phone, leavesOn, disabled }: AccountChange,
  now: Date,
): Promise<void> {
  if (phone !== undefined) {
    const { sealed, index, indexes } = sealedPhone(keys, phone);
    await refuseTaken(tx, indexes, account);
    await tx.execute(sql`update account set phone = ${sealed}, phone_index = ${index} where account_id = ${account}`);
  }
  const touched = await tx.execute(sql`
    update account set account_id = account_id
      ${name === undefined ? empty : sql`, name = ${name}`}
      ${leavesOn === undefined ? empty : sql`, leaves_on = ${leavesOn}::date`}
      ${disabled === undefined ? empty : sql`, disabled_at = ${disabled ? now : null}`}
    where account_id = ${account}`);
  if (touched === 0) throw problems['not-found']();
  if (disabled) await closeSessions(tx, account, now);
}

/** Gives an account a new password for one use, ends its sessions and its locks; answers the password. */
export async function resetPassword(tx: Queryable, keys: Keys, account: number, now: Date): Promise<string> {
  const password = oneTimePassword();
  const row = await tx.maybe<{ login: string }>(sql`
    update account set password_hash = ${await hashPassword(password)}, password_set_at = ${now}, must_change = true where account_id = ${account} returning login`);
  if (!row) throw problems['not-found']();
  await tx.execute(sql`delete from sign_in_failure where name_index = ${keys.blindIndex('sign-in', row.login)}`);
  await closeSessions(tx, account, now);
  return password;
}

/** Ends all sessions of an account; answers how many there were. */
export async function signOutEverywhere(tx: Queryable, account: number, now: Date): Promise<number> {
  const known = await tx.maybe(sql`select 1 from account where account_id = ${account}`);
  if (!known) throw problems['not-found']();
  return closeSessions(tx, account, now);
}

/** Changes the own password; every other session of the account ends. */
export async function changePassword(
  tx: Queryable,
  { account, session, current, next, now }: { account: number; session: number; current: string; next: string; now: Date },
): Promise<void> {
  const row = await tx.one<{ login: string; password_hash: string | null; password_set_at: string | null }>(sql`
    select login, password_hash, password_set_at from account where account_id = ${account} for update`);
  if (!(await fits(row.password_hash, current))) throw problems.wrong();
  checkPassword(next, row.login);
  const former = await tx.query<{ password_hash: string }>(sql`
    select password_hash from former_password where account_id = ${account} order by set_at desc limit ${remembered - 1}`);
  for (const hash of [row.password_hash, ...former.map((one) => one.password_hash)]) {
    if (await fits(hash, next)) throw problems['password-used']({ count: remembered });
  }
  await tx.execute(sql`
    insert into former_password (account_id, set_at, password_hash) values (${account}, ${row.password_set_at ?? now}, ${row.password_hash})
    on conflict do nothing`);
  await tx.execute(sql`
    update account set password_hash = ${await hashPassword(next)}, password_set_at = ${now}, must_change = false where account_id = ${account}`);
  await closeSessions(tx, account, now, session);
}

interface ListRow {
  account_id: number;
  login: string;
  name: string;
  has_phone: boolean;
  has_second_factor: boolean;
  has_identity: boolean;
  must_change: boolean;
  made_at: string;
  signed_in_at: string | null;
  leaves_on: string | null;
  disabled_at: string | null;
  grants: AccountRow['grants'];
}

const shown = sql`
  account_id, login, name, phone is not null as has_phone, totp_confirmed_at is not null as has_second_factor,
  exists (select from provider_identity where provider_identity.account_id = account.account_id) as has_identity, must_change, made_at, signed_in_at, leaves_on, disabled_at,
  (select coalesce(json_agg(json_build_object('id', grant_id, 'role', role, 'area', area_code, 'department', department, 'from', valid_from, 'to', valid_to,
      'standsFor', (select absent.name from account_grant original join account absent using (account_id) where original.grant_id = account_grant.stands_for),
      'givenBy', (select giver.name from account giver where giver.account_id = given_by)) order by grant_id), '[]')
    from account_grant where account_grant.account_id = account.account_id and revoked_at is null) as grants`;

/** A page of accounts in the order of their names; `only` holds it to some of them. */
export async function listAccounts(
  database: Queryable,
  { q, page, size }: { q?: string | undefined; page: number; size: number },
  only: Sql = sql`true`,
): Promise<{ total: number; rows: AccountRow[] }> {
  const where = q ? sql`(login ^@ ${q.toLowerCase()} or name ^@ ${q}) and ${only}` : only;
  const { total } = await database.one<{ total: number }>(sql`select count(*)::integer as total from account where ${where}`);
  const rows = await database.query<ListRow>(sql`
    select ${shown} from account where ${where} order by login limit ${size} offset ${(page - 1) * size}`);
  return { total, rows: rows.map(accountShown) };
}

const accountShown = (row: ListRow): AccountRow => ({
  account: row.account_id,
  login: row.login,
  name: row.name,
  hasPhone: row.has_phone,
  hasSecondFactor: row.has_second_factor,
  hasIdentity: row.has_identity,
  mustChange: row.must_change,
  madeAt: row.made_at,
  signedInAt: row.signed_in_at,
  leavesOn: row.leaves_on,
  disabledAt: row.disabled_at,
  grants: row.grants,
});
