/** Identities with the provider of single sign-on: linked with an account by an administrator, or by the first sign-in where the user name is declared to be the same. */
import sql from 'sql-template-tag';
import { isRole, roleOf } from '#catalog/roles.ts';
import type { Keys } from '#platform/crypto/keys.ts';
import type { Queryable } from '#platform/database/database.ts';
import { problems } from './problems.ts';

/** The domain of the blind index of a provider's name for a person. */
const domain = 'oidc-subject';

/** A person as a provider names them. */
export interface ProviderSubject {
  readonly issuer: string;
  readonly subject: string;
}

/** The account of an identity. */
export async function findByIdentity(tx: Queryable, keys: Keys, { issuer, subject }: ProviderSubject): Promise<number | undefined> {
  const row = await tx.maybe<{ account_id: number }>(sql`
    select account_id from provider_identity where issuer = ${issuer} and subject_index = any(${keys.blindIndexes(domain, subject)}::bytea[])`);
  return row?.account_id;
}

/** Links an account; what it was linked with at this provider before is forgotten. Grants nothing. */
export async function linkIdentity(
  tx: Queryable,
  keys: Keys,
  account: number,
  { issuer, subject }: ProviderSubject,
  linkedBy: number | null,
  now: Date,
): Promise<void> {
  const known = await tx.maybe<{ is_demo: boolean }>(sql`select is_demo from account where account_id = ${account} for update`);
  if (!known || known.is_demo) throw problems['not-found']();
  const holder = await findByIdentity(tx, keys, { issuer, subject });
  if (holder !== undefined && holder !== account) throw problems['identity-taken']();
  const linked = await tx.execute(sql`
    insert into provider_identity (account_id, issuer, subject, subject_index, linked_at, linked_by)
    values (${account}, ${issuer}, ${keys.sealText(subject)}, ${keys.blindIndex(domain, subject)}, ${now}, ${linkedBy})
    on conflict (account_id, issuer) do update
      set subject = excluded.subject, subject_index = excluded.subject_index, linked_at = excluded.linked_at, linked_by = excluded.linked_by`);
  if (linked === 0) throw problems['identity-taken']();
}

/** Takes the link of an account away, and ends what it had opened. */
export async function unlinkIdentity(tx: Queryable, account: number, now: Date): Promise<void> {
  const gone = await tx.execute(sql`delete from provider_identity where account_id = ${account}`);
  if (gone === 0) throw problems['not-found']();
  await tx.execute(sql`update session set closed_at = ${now} where account_id = ${account} and by_provider and closed_at is null`);
}

/** The account that a first sign-in may link by its user name: one that is linked with nobody yet and keeps no house. Administrators are linked by hand alone. */
export async function findByUserName(tx: Queryable, issuer: string, login: string): Promise<number | undefined> {
  const name = login.normalize('NFKC').trim().toLowerCase();
  const row = await tx.maybe<{ account_id: number; roles: string[] }>(sql`
    select account_id, array(select role from account_grant where account_grant.account_id = account.account_id and revoked_at is null) as roles
    from account where login = ${name} and not is_demo
      and not exists (select from provider_identity where provider_identity.account_id = account.account_id and issuer = ${issuer})`);
  const administers = row?.roles.some((role) => isRole(role) && roleOf(role).administers === true) ?? false;
  return administers ? undefined : row?.account_id;
}
