/** Signing in: name or phone with a password, then the one-time code where the account has a second factor. Failures lock the name for longer and longer, whether or not somebody has it. */
import sql from 'sql-template-tag';
import type { Clock } from '#platform/clock/clock.ts';
import type { Keys } from '#platform/crypto/keys.ts';
import type { Database, Queryable } from '#platform/database/database.ts';
import { AnjuProblem } from '#platform/problems/problem.ts';
import { stepOf } from './oneTimeCodes.ts';
import { noteFailure, refuseLocked } from './failures.ts';
import { fits } from './passwords.ts';
import { problems } from './problems.ts';
import { hashOf } from './secrets.ts';
import { openSession, type Origin } from './sessions.ts';

/** What somebody types to come in. */
export interface Credentials {
  /** User name or phone. */
  readonly login: string;
  readonly password: string;
  /** Six digits, or a recovery code. */
  readonly code?: string | undefined;
}

interface AccountRow {
  account_id: number;
  login: string;
  password_hash: string | null;
  totp_secret: Buffer | null;
  totp_confirmed_at: string | null;
  totp_last_step: number | null;
  disabled_at: string | null;
  leaves_on: string | null;
}

export interface SignInHouse {
  readonly database: Database;
  readonly keys: Keys;
  readonly clock: Clock;
}

/** Opens a session; its secret goes into the cookie. Throws what is wrong, the same for an unknown name and a wrong password. */
export async function signIn(house: SignInHouse, credentials: Credentials, origin: Origin): Promise<{ secret: string; account: number }> {
  const { database, keys, clock } = house;
  const name = plainName(credentials.login);
  const nameIndex = keys.blindIndex('sign-in', name);
  const now = clock.now();
  await refuseLocked(database, nameIndex, now);
  const account = await findAccount(database, keys, name);
  if (!(await fits(account?.password_hash ?? null, credentials.password)) || account === undefined) {
    await noteFailure(database, nameIndex, clock, account?.account_id);
    throw problems.wrong();
  }
  if (account.disabled_at !== null || (account.leaves_on !== null && account.leaves_on <= clock.today())) throw problems.disabled();
  const hasSecondFactor = account.totp_confirmed_at !== null;
  return database.transaction(async (tx) => {
    if (hasSecondFactor) await checkSecondFactor(tx, house, account, credentials.code, nameIndex);
    await tx.execute(sql`delete from sign_in_failure where name_index = ${nameIndex}`);
    await tx.execute(sql`update account set signed_in_at = ${now} where account_id = ${account.account_id}`);
    const { secret } = await openSession(tx, account.account_id, origin, hasSecondFactor, now);
    return { secret, account: account.account_id };
  });
}

const plainName = (typed: string): string => typed.normalize('NFKC').trim().toLowerCase();

/** The user name that somebody meant, where there is such an account. What is typed into the field of the name may be a password, and is told to nobody. */
export async function userNameMeant({ database, keys }: SignInHouse, typed: string): Promise<string | undefined> {
  return (await findAccount(database, keys, plainName(typed)))?.login;
}

/** Does something that asks for the own password again: wrong ones count as failures to sign in do, so that a session in foreign hands cannot try them all. */
export async function guardPassword<T>({ database, keys, clock }: SignInHouse, login: string, work: () => Promise<T>): Promise<T> {
  const nameIndex = keys.blindIndex('sign-in', login);
  await refuseLocked(database, nameIndex, clock.now());
  return work().catch(async (problem: unknown) => {
    if (problem instanceof AnjuProblem && problem.code === problems.wrong.data().code)
      await noteFailure(database, nameIndex, clock, (await findAccount(database, keys, login))?.account_id);
    throw problem;
  });
}

async function findAccount(database: Queryable, keys: Keys, name: string): Promise<AccountRow | undefined> {
  const digits = name.replace(/[\s-]/g, '');
  return database.maybe<AccountRow>(sql`
    select account_id, login, password_hash, totp_secret, totp_confirmed_at, totp_last_step, disabled_at, leaves_on
    from account where login = ${name} or (${/^\d{7,12}$/.test(digits)} and phone_index = any(${keys.blindIndexes('phone', digits)}::bytea[]))
    order by login = ${name} desc limit 1`);
}

async function checkSecondFactor(
  tx: Queryable,
  { keys, clock, database }: SignInHouse,
  account: AccountRow,
  given: string | undefined,
  nameIndex: Buffer,
): Promise<void> {
  const code = given?.trim().toLowerCase() ?? '';
  if (code === '') throw problems['code-needed']();
  if (account.totp_secret !== null) {
    const step = await stepOf(keys.openText(account.totp_secret), code, clock.now(), account.totp_last_step);
    // Only one of two sign-ins with the same code gets through.
    const taken =
      step !== undefined &&
      (await tx.execute(sql`
      update account set totp_last_step = ${step} where account_id = ${account.account_id} and (totp_last_step is null or totp_last_step < ${step})`));
    if (taken === 1) return;
  }
  const used = await tx.execute(sql`
    update recovery_code set used_at = ${clock.now()} where account_id = ${account.account_id} and code_hash = ${hashOf(code)} and used_at is null`);
  if (used === 1) return;
  await noteFailure(database, nameIndex, clock, account.account_id);
  throw problems['code-wrong']();
}
