/** Tells whoever appealed, where they left a phone or an address, that there is something to look up: the number and nothing else. */
import type { AppealVerb } from './appealState.ts';
import type { Keys } from '#platform/crypto/keys.ts';
import { type NoticeOrder, notify, type Receivers } from '#features/notices/notify.ts';
import type { Queryable } from '#platform/database/database.ts';
import sql from 'sql-template-tag';
import { z } from 'zod';

/** What they wait to hear. */
const heardOf: readonly AppealVerb[] = ['refuse', 'reconsider', 'grant', 'reply', 'review', 're-review'];

/** Tells the appellant, and those whose appeals were merged into this one; each by the number of their own receipt. */
export async function tellAppellant(tx: Queryable, keys: Keys, verb: AppealVerb, no: string): Promise<void> {
  if (!heardOf.includes(verb)) return;
  const told = await tx.query<{ no: string; settlement: string; contact: Buffer }>(sql`
    select appeal_no as no, appeal.settlement_code as settlement, contact from appeal join appeal_case using (appeal_no)
    where (appeal_no = ${no} or (repeat_of = ${no} and state = 'merged')) and contact is not null and code_hash is not null order by 1`);
  await notify(
    tx,
    ...told.flatMap(({ no: own, settlement, contact }): NoticeOrder[] => {
      const to = wayTo(keys, keys.openText(Buffer.from(contact)));
      return to === undefined ? [] : [{ kind: 'appeals.news', words: { appeal: own }, to, settlement }];
    }),
  );
}

const mobile = /^(?:\+?86)?(1[3-9]\d{9})$/;
const mail = z.email().max(254);

/** The way to a contact as it was written down; undefined where it is neither a mobile phone nor a mail address. */
function wayTo(keys: Keys, contact: string): Receivers | undefined {
  const written = contact.normalize('NFKC').trim();
  const phone = mobile.exec(written.replace(/[\s-]/g, ''))?.[1];
  if (phone !== undefined) return { outside: { channel: 'sms', sealed: keys.sealText(phone) } };
  return mail.safeParse(written).success ? { outside: { channel: 'mail', sealed: keys.sealText(written) } } : undefined;
}
