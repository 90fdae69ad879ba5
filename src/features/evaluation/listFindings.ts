/** Lists the findings of a day that are not normal, as stored or evaluated aside. */
import { items } from '#catalog/catalog.ts';
import type { SubjectKind } from '#catalog/items/item.ts';
import type { Transaction } from '#platform/database/database.ts';
import sql from 'sql-template-tag';

export interface FindingRow {
  readonly item: string;
  readonly subject_kind: SubjectKind;
  readonly subject_key: string;
  readonly level: string;
}

/** Findings of a month as evaluated, in the order of item and subject. */
export async function listFindings(tx: Transaction, month: string, item?: string): Promise<FindingRow[]> {
  const rows = await tx.query<{ item_code: string; subject_key: string; level: string }>(sql`
    select item_code, subject_key, level from finding
    where month = ${month}::date and (${item ?? null}::text is null or item_code = ${item ?? null})
    order by item_code, subject_key`);
  const kindOf = new Map(items.map((entry) => [entry.code as string, entry.subject]));
  return rows.map((row) => ({
    item: row.item_code,
    subject_kind: kindOf.get(row.item_code) ?? 'person',
    subject_key: row.subject_key,
    level: row.level,
  }));
}
