/** The address for letters: a code is sent to it, and only who reads it there can confirm the address. */
import { randomInt } from 'node:crypto';
import type { Keys } from '#platform/crypto/keys.ts';
import type { Database, Queryable } from '#platform/database/database.ts';
import type { Outgoing } from '#platform/outgoing/outgoing.ts';
import { SendFailure } from '#platform/outgoing/sendFailure.ts';
import sql from 'sql-template-tag';
import { problems } from './problems.ts';

const codeMinutes = 30;
const mostTries = 5;
const secondsBetween = 60;

const markOf = (keys: Keys, account: number, address: string, code: string): Buffer => keys.blindIndex('mail-code', `${account} ${address} ${code}`);

/** Sends a code to an address, which replaces the one that was there before. `tell` writes the audit entry. */
export async function offerMail(
  { database, keys, outgoing }: { readonly database: Database; readonly keys: Keys; readonly outgoing: Outgoing },
  account: number,
  address: string,
  now: Date,
  tell: (tx: Queryable) => Promise<void>,
): Promise<void> {
  const { mail } = outgoing;
  if (mail === undefined) throw problems['mail-off']();
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  await database.transaction(async (tx) => {
    const last = await tx.maybe<{ at: string | null }>(
      sql`select mail_code_at as at from notice_preference where account_id = ${account} for update`,
    );
    if (last?.at != null && now.getTime() - Date.parse(last.at) < secondsBetween * 1000) throw problems['code-too-soon']({ seconds: secondsBetween });
    await tx.execute(sql`
      insert into notice_preference (account_id, mail, mail_code, mail_code_at) values (${account}, ${keys.sealText(address)}, ${markOf(keys, account, address, code)}, ${now})
      on conflict (account_id) do update set mail = excluded.mail, mail_confirmed_at = null, mail_code = excluded.mail_code, mail_code_at = excluded.mail_code_at, mail_code_tries = 0`);
    await tell(tx);
  });
  const letter = {
    id: `code-${account}-${now.getTime()}`,
    to: address,
    subject: '安居：确认您的邮箱 · Anju: confirm your address',
    text: `确认码 ${code}，${codeMinutes} 分钟内有效。如非本人操作，请忽略。\n\nThe code is ${code}; it holds for ${codeMinutes} minutes. If you did not ask for it, do nothing.\n`,
  };
  await mail.send(letter).catch((error: unknown) => {
    if (error instanceof SendFailure) throw problems['mail-failed']({ code: error.code }, { cause: error });
    throw error;
  });
}

/** Confirms the address with the code. */
export async function confirmMail(
  database: Database,
  keys: Keys,
  account: number,
  code: string,
  now: Date,
  tell: (tx: Queryable) => Promise<void>,
): Promise<void> {
  // A wrong try counts although the request is refused.
  const row = await database.maybe<{ mail: Buffer; mail_code: Buffer }>(sql`
    update notice_preference set mail_code_tries = mail_code_tries + 1
    where account_id = ${account} and mail_code is not null and mail_code_tries < ${mostTries}
      and mail_code_at > ${now}::timestamptz - make_interval(mins => ${codeMinutes}) returning mail, mail_code`);
  if (!row?.mail_code.equals(markOf(keys, account, keys.openText(row.mail), code))) throw problems['code-wrong']();
  await database.transaction(async (tx) => {
    await tx.execute(sql`update notice_preference set mail_confirmed_at = ${now}, mail_code = null where account_id = ${account}`);
    await tell(tx);
  });
}

/** Forgets the address. */
export async function forgetMail(tx: Queryable, account: number): Promise<void> {
  await tx.execute(sql`update notice_preference set mail = null, mail_confirmed_at = null, mail_code = null where account_id = ${account}`);
}
