/** Tells the audit log what is done, in the transaction that does it: the entry stands or falls with what it tells. */
import type { AuditObject, AuditVerb } from '#catalog/auditVerbs.ts';
import type { Queryable } from '#platform/database/database.ts';
import sql from 'sql-template-tag';
import type { Actor } from './actor.ts';
import { maskOpenNumbers } from '#derive/maskOpenNumbers.ts';

/** Values of an entry: counts, names of things, settings. Nothing of a person but what a number of a household says. */
export type AuditValues = Readonly<Record<string, unknown>>;

/** What is done to what, and why. */
export interface AuditAct {
  readonly verb: AuditVerb;
  readonly object: { readonly kind: AuditObject; readonly key?: string | number | null };
  /** Where it belongs to one settlement. */
  readonly settlement?: string | null;
  readonly purpose?: string;
  readonly before?: AuditValues;
  readonly after?: AuditValues;
}

/** Appends an entry; answers its number. Open identity numbers and phones in any of its texts are masked. */
export async function appendAudit(tx: Queryable, actor: Actor, { verb, object, settlement, purpose, before, after }: AuditAct): Promise<number> {
  const { entry_id: entry } = await tx.one<{ entry_id: number }>(sql`
    insert into audit_entry (account, name, via, address, request_id, verb, object_kind, object_key, settlement_code, purpose, before, after)
    values (${actor.account}, ${maskOpenNumbers(actor.name)}, ${actor.via}, ${actor.address}, ${actor.requestId}, ${verb}, ${object.kind},
      ${object.key === undefined || object.key === null ? null : maskOpenNumbers(String(object.key))}, ${settlement ?? null},
      ${purpose === undefined ? null : maskOpenNumbers(purpose)}, ${jsonOf(before)}::jsonb, ${jsonOf(after)}::jsonb)
    returning entry_id`);
  return entry;
}

const jsonOf = (values: AuditValues | undefined): string | null => (values === undefined ? null : JSON.stringify(maskOpenNumbers(values)));
