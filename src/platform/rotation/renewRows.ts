/** Renews the next rows of a sealed column that carry an older version of the keys. */
import sql, { join, raw, type Sql } from 'sql-template-tag';
import type { Keys } from '../crypto/keys.ts';
import type { Transaction } from '../database/database.ts';
import { openedText } from './openedText.ts';
import { type Renewal, renewForms } from './renewForms.ts';
import type { BlindIndex, SealedColumn, SealedData } from './sealedData.ts';

/** What one batch did. */
export interface Batch {
  /** Sealed values of any table that were renewed. */
  readonly renewed: number;
  /** Rows that could not be opened, and stay: table and key. */
  readonly unopened: readonly string[];
  /** The key of the last row, after which the next batch begins; undefined at the end. */
  readonly last: readonly unknown[] | undefined;
}

interface Row extends Record<string, unknown> {
  readonly value: Buffer;
  readonly form: Buffer | null;
}

interface Opened {
  readonly row: Row;
  readonly text: string;
}

/** Renews at most `size` rows after a key. The caller holds the turn of storing. */
export async function renewRows(
  tx: Transaction,
  keys: Keys,
  data: SealedData,
  place: SealedColumn,
  after: readonly unknown[] | undefined,
  size: number,
): Promise<Batch> {
  const rows = await nextRows(tx, keys, place, after, size);
  const unopened: string[] = [];
  const opened = rows.flatMap((row): Opened[] => {
    const text = openedText(keys, row.value);
    if (text !== undefined) return [{ row, text }];
    unopened.push(`${place.table} ${keyOf(place, row).join(' ')}`);
    return [];
  });
  const { index } = place;
  const whole = index !== undefined && index.values === undefined;
  let renewed = 0;
  if (index !== undefined) renewed += await renewForms(tx, keys, data.columns, index.domain, renewalsOf(keys, index, opened));
  if (index?.values !== undefined) await dropUnknown(tx, keys, place, index, opened);
  if (!whole) renewed += await sealAnew(tx, keys, place, opened);
  const last = rows.length < size ? undefined : keyOf(place, rows.at(-1));
  return { renewed, unopened, last };
}

function nextRows(
  tx: Transaction,
  keys: Keys,
  { table, key, column, index }: SealedColumn,
  after: readonly unknown[] | undefined,
  size: number,
): Promise<Row[]> {
  const names = join(key.map((name) => raw(name)));
  const behind = after === undefined ? sql`true` : sql`(${names}) > (${join(after)})`;
  return tx.query<Row>(sql`
    select ${names}, ${raw(column)} as value, ${index === undefined ? sql`null` : raw(index.column)} as form from ${raw(table)}
    where ${raw(column)} is not null and get_byte(${raw(column)}, 0) <> ${keys.version} and ${behind} order by ${names} limit ${size}`);
}

/** What the batch means for the indexes: for each value the form that stands, and the new one. */
function renewalsOf(keys: Keys, { domain, values }: BlindIndex, opened: readonly Opened[]): Renewal[] {
  const renewals = new Map<string, Renewal>();
  for (const { row, text } of opened) {
    const { form } = row;
    if (form === null || renewals.has(form.toString('latin1'))) continue;
    const value = values === undefined ? text : values(text).find((one) => keys.blindIndexes(domain, one).some((each) => each.equals(form)));
    if (value === undefined) continue;
    const fresh = keys.blindIndex(domain, value);
    if (!fresh.equals(form)) renewals.set(form.toString('latin1'), { old: form, fresh, sealed: keys.sealText(value) });
  }
  return [...renewals.values()];
}

/** An index whose value is not found in the row any more would find nothing: without it, the row is tried by what else it says. */
async function dropUnknown(
  tx: Transaction,
  keys: Keys,
  { table, key }: SealedColumn,
  { column, domain, values = () => [] }: BlindIndex,
  opened: readonly Opened[],
): Promise<void> {
  const lost = opened.filter(
    ({ row: { form }, text }) => form !== null && !values(text).some((one) => keys.blindIndexes(domain, one).some((each) => each.equals(form))),
  );
  for (const { row } of lost) await tx.execute(sql`update ${raw(table)} set ${raw(column)} = null where ${isRow(key, row)}`);
}

/** No two sealed values are the same bytes: the value itself tells its row. */
async function sealAnew(tx: Transaction, keys: Keys, place: SealedColumn, opened: readonly Opened[]): Promise<number> {
  if (opened.length === 0) return 0;
  const { table, key, column } = place;
  const names = join(key.map((name) => raw(name)));
  return tx.execute(sql`
    update ${raw(table)} t set ${raw(column)} = r.sealed
    from unnest(${opened.map(({ row }) => row.value)}::bytea[], ${opened.map(({ text }) => keys.sealText(text))}::bytea[]) r (value, sealed)
    where t.${raw(column)} = r.value and (${names}) between (${join(keyOf(place, opened[0]?.row))}) and (${join(keyOf(place, opened.at(-1)?.row))})`);
}

function keyOf({ key }: SealedColumn, row: Row | undefined): unknown[] {
  return key.map((name) => row?.[name]);
}

function isRow(key: readonly string[], row: Row): Sql {
  return join(
    key.map((name) => sql`${raw(name)} = ${row[name]}`),
    ' and ',
  );
}
