/** The door for every room that has something to tell: the notice is written in the transaction of the change that causes it, and stands or falls with it. */
import { type NoticeKindName, noticeKindOf, type NoticeWords } from '#catalog/notices/noticeKinds.ts';
import type { Permission } from '#catalog/permissions.ts';
import type { RoleCode } from '#catalog/roles.ts';
import { maskOpenNumbers } from '#derive/maskOpenNumbers.ts';
import type { Queryable } from '#platform/database/database.ts';
import { queueJob } from '#platform/jobs/jobs.ts';
import sql from 'sql-template-tag';

/** Those who hold a grant that reaches all places of the notice: the nearest above them, or everybody above. */
export interface Holders {
  /** The permission that their role must have; that of the kind when neither it nor a role is named. */
  readonly permission?: Permission;
  readonly role?: RoleCode;
  /** Only grants of these departments; without them only grants of no department. */
  readonly departments?: readonly string[];
  /** Not the nearest level alone. */
  readonly isEverybody?: boolean;
  /** Accounts that are not meant, as the one who caused it: the next above is told in their stead. */
  readonly except?: readonly number[];
  /** Accounts that know already: neither they nor their deputies are told, and nobody above them in their stead. */
  readonly knows?: readonly number[];
}

/** Who is told: accounts by their numbers (with whoever is a deputy for one of them now, where it is about their duty; without who caused it), or holders. Somebody outside has no account: an address, sealed with the keys of the house. */
export type Receivers =
  | { readonly accounts: readonly number[]; readonly andDeputies?: boolean; readonly except?: readonly number[] }
  | { readonly holders: Holders }
  | { readonly outside: { readonly channel: 'mail' | 'sms'; readonly sealed: Buffer } };

interface Order<Kind extends NoticeKindName> {
  readonly kind: Kind;
  /** Values of the sentence: numbers, days, counts, codes of things. Never anything of a person. */
  readonly words: NoticeWords<Kind>;
  readonly to: Receivers;
  /** Areas that it is about; without any it belongs to the whole. */
  readonly places?: readonly string[];
  /** The settlement, where it is about one. */
  readonly settlement?: string | null;
  /** What it is about; where a room holds things of this kind back, only those are told who may see this one. */
  readonly object?: { readonly kind: string; readonly key: string | number };
  /** What makes it one matter: a second notice of the kind with the same text is not made. */
  readonly once?: string;
}

/** A notice of any kind, its words held to the kind. */
export type NoticeOrder = { [Kind in NoticeKindName]: Order<Kind> }[NoticeKindName];

/** Name of the job that finds the receivers of new notices. */
export const spreadJob = 'spread-notices';

/** Tells people. Answers how many notices were made: fewer where one of them was made before. */
export async function notify(tx: Queryable, ...orders: readonly NoticeOrder[]): Promise<number> {
  if (orders.length === 0) return 0;
  const rows = orders.map(({ kind, words, to, places = [], settlement, object, once }) => ({
    kind,
    words: maskOpenNumbers(words),
    receivers: receiversOf(kind, to),
    outside: 'outside' in to ? to.outside.sealed.toString('hex') : null,
    places: places.length > 0 ? places : settlement ? [settlement] : [],
    settlement_code: settlement ?? null,
    object_kind: object?.kind ?? null,
    object_key: object === undefined ? null : String(object.key),
    once: once ?? null,
  }));
  const made = await tx.execute(sql`
    insert into notice (kind, words, receivers, outside, places, settlement_code, object_kind, object_key, once)
    select kind, words, receivers, decode(outside, 'hex'), places, settlement_code, object_kind, object_key, once
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as one (kind text, words jsonb, receivers jsonb, outside text, places text[],
      settlement_code text, object_kind text, object_key text, once text)
    on conflict (kind, once) do nothing`);
  // Without a key: two transactions that both tell something must not wait for each other.
  if (made > 0) await queueJob(tx, spreadJob, {}, { queue: spreadJob });
  return made;
}

function receiversOf(kind: NoticeKindName, to: Receivers): object {
  if ('accounts' in to) return to;
  if ('outside' in to) return { outside: to.outside.channel };
  const { permission = to.holders.role === undefined ? noticeKindOf(kind).concerns : undefined } = to.holders;
  if (permission === undefined && to.holders.role === undefined) throw new Error(`the kind ${kind} concerns no permission: name one, or a role`);
  return { holders: { ...to.holders, ...(permission && { permission }) } };
}
