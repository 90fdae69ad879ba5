/** Gives a value its new blind index in all rows that carry it at once, sealed anew beside: so a value never stands under two indexes, and whatever compares rows goes on being right. */
import sql, { raw } from 'sql-template-tag';
import type { Keys } from '../crypto/keys.ts';
import type { Transaction } from '../database/database.ts';
import { openedText } from './openedText.ts';
import type { SealedColumn } from './sealedData.ts';

/** One value: the form of its index that stands in rows, the form that it gets, and the value sealed anew where it is at hand. */
export interface Renewal {
  readonly old: Buffer;
  readonly fresh: Buffer;
  readonly sealed?: Buffer;
}

/** Renews the values of a domain; answers the number of rows. */
export async function renewForms(
  tx: Transaction,
  keys: Keys,
  columns: readonly SealedColumn[],
  domain: string,
  renewals: readonly Renewal[],
): Promise<number> {
  if (renewals.length === 0) return 0;
  const sealed = new Map(renewals.map((one) => [nameOf(one.old), one.sealed]));
  let rows = 0;
  for (const { table, column, index } of columns) {
    if (index?.domain !== domain) continue;
    if (index.values === undefined) rows += await renewPairs(tx, keys, { table, column, index: index.column }, renewals, sealed);
    else await renewLone(tx, { table, index: index.column }, renewals);
  }
  return rows;
}

interface Pair {
  readonly table: string;
  readonly column: string;
  readonly index: string;
}

async function renewPairs(
  tx: Transaction,
  keys: Keys,
  { table, column, index }: Pair,
  renewals: readonly Renewal[],
  sealed: Map<string, Buffer | undefined>,
): Promise<number> {
  const found = await tx.query<{ form: Buffer; value: Buffer }>(sql`
    select distinct on (${raw(index)}) ${raw(index)} as form, ${raw(column)} as value from ${raw(table)} where ${raw(index)} = any(${renewals.map(({ old }) => old)}::bytea[])`);
  if (found.length === 0) return 0;
  for (const { form, value } of found) if (sealed.get(nameOf(form)) === undefined) sealed.set(nameOf(form), sealedAnew(keys, value));
  const standing = new Set(found.map(({ form }) => nameOf(form)));
  const these = renewals.filter(({ old }) => standing.has(nameOf(old)));
  return tx.execute(sql`
    update ${raw(table)} t set ${raw(column)} = coalesce(r.sealed, t.${raw(column)}), ${raw(index)} = r.fresh
    from unnest(${these.map(({ old }) => old)}::bytea[], ${these.map(({ fresh }) => fresh)}::bytea[], ${these.map(({ old }) => sealed.get(nameOf(old)))}::bytea[]) r (old, fresh, sealed)
    where t.${raw(index)} = r.old`);
}

/** A damaged value stays as it is, and is found by its new index all the same. */
function sealedAnew(keys: Keys, value: Buffer): Buffer | undefined {
  const text = openedText(keys, value);
  return text === undefined ? undefined : keys.sealText(text);
}

/** An index of something inside a sealed value: the value itself is renewed in its own turn. */
async function renewLone(tx: Transaction, { table, index }: Omit<Pair, 'column'>, renewals: readonly Renewal[]): Promise<void> {
  await tx.execute(sql`
    update ${raw(table)} t set ${raw(index)} = r.fresh
    from unnest(${renewals.map(({ old }) => old)}::bytea[], ${renewals.map(({ fresh }) => fresh)}::bytea[]) r (old, fresh) where t.${raw(index)} = r.old`);
}

const nameOf = (form: Buffer): string => form.toString('latin1');
