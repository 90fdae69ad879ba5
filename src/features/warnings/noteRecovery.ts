/** Notes what became of warnings that a day finds at no level: the data are well, or the item does not concern the subject any more (the group was left, the season is over). */
import { items } from '#catalog/catalog.ts';
import type { Item } from '#catalog/items/item.ts';
import { factTableName } from '#facts/factTables.ts';
import { itemRules } from '#features/standards/itemRules.ts';
import type { Transaction } from '#platform/database/database.ts';
import { ruleToSql } from '#rules/ruleToSql.ts';
import { sqlLiteral } from '#rules/sqlLiteral.ts';
import sql, { raw } from 'sql-template-tag';
import type { LedgerDay } from './ledgerDay.ts';

/** A warning at no level, as it stands now, what it was before, and the import taken back on which it rested. */
export interface Recovery {
  readonly warning_id: number;
  readonly item_code: string;
  readonly state: 'recovering' | 'recovered' | 'retracted';
  readonly was: string;
  readonly undone_import: number | null;
  readonly goes: boolean;
}

/** Notes what became of warnings at no level. Where the item does not concern the subject any more, nothing has got better: that is said instead. */
export async function noteRecovery(tx: Transaction, order: LedgerDay, rows: readonly Recovery[]): Promise<void> {
  const changed = rows.filter(({ state, was }) => state !== was);
  const unconcerned = await whoIsUnconcerned(tx, order, changed);
  const events = [
    ...rows.filter((row) => row.undone_import !== null && !row.goes).map((row) => ({ ...row, kind: 'import-undone' })),
    ...changed.map((row) => ({
      ...row,
      kind: row.state !== 'retracted' && unconcerned.has(row.warning_id) ? `${row.state}-unconcerned` : row.state,
    })),
  ];
  if (events.length === 0) return;
  await tx.execute(sql`
    insert into warning_event (warning_id, settlement_code, kind, happened_on, happened_at, from_level, import_id)
    select warning_id, settlement_code, event.kind, ${order.day}::date, ${order.at}::timestamptz, level, event.undone_import
    from unnest(${events.map((event) => event.warning_id)}::bigint[], ${events.map((event) => event.kind)}::text[], ${events.map((event) => event.undone_import)}::bigint[])
      with ordinality as event (warning_id, kind, undone_import, place)
    join warning using (warning_id) order by place`);
}

/** Of warnings that the day finds at no level those whose subject the item does not concern: it has no facts, or the rule of whom it concerns is false. One statement an item. */
async function whoIsUnconcerned(tx: Transaction, order: LedgerDay, warnings: readonly Recovery[]): Promise<ReadonlySet<number>> {
  const unconcerned = new Set<number>();
  for (const item of items.filter(({ code }) => warnings.some((warning) => warning.item_code === code))) {
    const ids = warnings.filter((warning) => warning.item_code === item.code).map((warning) => warning.warning_id);
    const rows = await tx.query<{ id: number }>(sql`
      select warning_id as id from warning where warning_id = any(${ids}::bigint[]) and not exists (
        select from ${raw(factTableName(item.subject))} facts
        where facts.settlement_code = warning.settlement_code and facts.month = ${order.month}::date and facts.subject_key = warning.subject_key
          and (${raw(appliesSql(item, order))}) is not false)`);
    for (const { id } of rows) unconcerned.add(id);
  }
  return unconcerned;
}

function appliesSql(item: Item, { standard, county }: LedgerDay): string {
  const parameter = (name: string): string => sqlLiteral(standard.value(item, name, county), item.params[name as `p_${string}`]?.type ?? 'int');
  return ruleToSql(itemRules(item).applies, { variable: (name) => (name.startsWith('p_') ? parameter(name) : `facts.${name}`) });
}
