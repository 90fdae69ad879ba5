/** Signing in through the provider: the identity leads to an account, and the same session is opened as by a password, where the account may have one. */
import sql from 'sql-template-tag';
import { appendAudit } from '#features/audit/appendAudit.ts';
import type { Actor } from '#features/audit/actor.ts';
import type { Queryable } from '#platform/database/database.ts';
import { findByIdentity, findByUserName, linkIdentity } from './identities.ts';
import { problems } from './problems.ts';
import type { Identity } from './provider.ts';
import { openSession, type Origin } from './sessions.ts';
import type { SignInHouse } from './signIn.ts';

/** Opens a session for whom the provider vouches. Throws `accounts.provider-unknown`, `accounts.disabled`, `accounts.provider-second-factor`. */
export function signInByProvider(
  house: SignInHouse,
  issuer: string,
  identity: Identity,
  origin: Origin,
  from: Pick<Actor, 'address' | 'requestId'>,
): Promise<{ secret: string }> {
  const { database, keys, clock } = house;
  const now = clock.now();
  return database.transaction(async (tx) => {
    const linked = await findByIdentity(tx, keys, { issuer, subject: identity.subject });
    const account = linked ?? (identity.login === undefined ? undefined : await findByUserName(tx, issuer, identity.login));
    if (account === undefined) throw problems['provider-unknown']();
    const { name, login, ...row } = await accountOf(tx, account);
    if (row.disabled_at !== null || (row.leaves_on !== null && row.leaves_on <= clock.today())) throw problems.disabled();
    if (row.has_second_factor && !identity.withSecondFactor) throw problems['provider-second-factor']();
    const actor: Actor = { account, name: `${name}（${login}）`, via: 'web', ...from };
    const object = { kind: 'account', key: account } as const;
    if (linked === undefined) {
      await linkIdentity(tx, keys, account, { issuer, subject: identity.subject }, null, now);
      await appendAudit(tx, actor, { verb: 'accounts.link', object, after: { provider: issuer } });
    }
    await tx.execute(sql`update account set signed_in_at = ${now} where account_id = ${account}`);
    const { secret } = await openSession(tx, account, origin, identity.withSecondFactor, now, true);
    await appendAudit(tx, actor, { verb: 'account.sign-in', object, after: { provider: issuer } });
    return { secret };
  });
}

interface AccountRow {
  name: string;
  login: string;
  disabled_at: string | null;
  leaves_on: string | null;
  has_second_factor: boolean;
}

const accountOf = (tx: Queryable, account: number): Promise<AccountRow> =>
  tx.one<AccountRow>(sql`
    select name, login, disabled_at, leaves_on, totp_confirmed_at is not null as has_second_factor from account where account_id = ${account} for update`);
