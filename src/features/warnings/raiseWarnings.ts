/** Raises the warnings of an evaluated day, with the facts, thresholds and rows on which each stands. */
import { prefectureCode } from '#catalog/areas/areas.ts';
import { items } from '#catalog/catalog.ts';
import type { Item } from '#catalog/items/item.ts';
import { textArrayLiteral, textLiteral } from '#derive/literal.ts';
import { factTableName } from '#facts/factTables.ts';
import { factsRead } from '#features/standards/itemRules.ts';
import type { Transaction } from '#platform/database/database.ts';
import sql from 'sql-template-tag';
import { keepEvidence } from './keepEvidence.ts';
import type { LedgerDay } from './ledgerDay.ts';
import { isFollowed } from './stages.ts';

/** Subjects at a level without an open warning: raised at once, or once the level has stood for the item's waiting days. Answers the red ones. */
export async function raiseNew(tx: Transaction, order: LedgerDay): Promise<number[]> {
  const { day, month, settlements } = order;
  const candidates = await tx.query<{ item_code: string }>(sql`
    select distinct finding.item_code from finding
    where finding.month = ${month}::date and finding.settlement_code = any(${settlements}::text[]) and finding.level <> 'unknown'
      and not exists (select 1 from warning where ${isFollowed} and warning.item_code = finding.item_code and warning.subject_key = finding.subject_key)`);
  const waiting = items.filter((item) => item.raiseAfterDays > 0).map((item) => item.code);
  await tx.execute(sql`
    delete from standing where settlement_code = any(${settlements}::text[])
      and not exists (select 1 from finding where finding.month = ${month}::date and finding.settlement_code = standing.settlement_code
        and finding.item_code = standing.item_code and finding.subject_key = standing.subject_key and finding.level <> 'unknown')`);
  await tx.execute(sql`
    insert into standing (item_code, subject_key, settlement_code, since)
    select item_code, subject_key, settlement_code, ${day}::date from finding
    where month = ${month}::date and settlement_code = any(${settlements}::text[]) and level <> 'unknown' and item_code = any(${waiting}::text[])
    on conflict (item_code, subject_key) do nothing`);
  const red: number[] = [];
  for (const { item_code } of candidates) {
    const item = items.find((candidate) => candidate.code === item_code);
    if (item) red.push(...(await raiseItem(tx, item, order)));
  }
  return red;
}

async function raiseItem(tx: Transaction, item: Item, order: LedgerDay): Promise<number[]> {
  const { day, month, at, settlements, standard } = order;
  const codes = textArrayLiteral(settlements);
  const moment = `timestamptz '${at.toISOString()}'`;
  await tx.raw(`
    create temporary table raised on commit drop as
    with raised as (
      insert into warning (warning_id, warning_no, item_code, subject_kind, subject_key, settlement_code, household_no, community_code, building_code,
        level, highest_level, state, raised_on, raised_at, stage_since, level_since, silent_until, standard_version, facts, parameters)
      select number, '${prefectureCode}${day.replaceAll('-', '')}${item.code}' || lpad(number::text, 14, '0'), '${item.code}', '${item.subject}', finding.subject_key, finding.settlement_code, facts.household_no, facts.community_code, facts.building_code,
        finding.level, finding.level, 'open', date '${day}', ${moment}, ${moment}, date '${day}',
        (select on_from + ${item.silentDays} from item_switch where item_code = '${item.code}'),
        ${textLiteral(standard.version)}, ${factsOf(item)}, ${parametersOf(item, order)}
      from (select *, nextval(pg_get_serial_sequence('warning', 'warning_id')) as number from finding
        where month = date '${month}' and settlement_code = any(${codes}) and item_code = '${item.code}' and level <> 'unknown' order by subject_key) finding
      join ${factTableName(item.subject)} facts
        on facts.settlement_code = finding.settlement_code and facts.month = finding.month and facts.subject_key = finding.subject_key
      ${item.raiseAfterDays > 0 ? `join standing on standing.item_code = finding.item_code and standing.subject_key = finding.subject_key and standing.since <= date '${day}' - ${item.raiseAfterDays}` : ''}
      where not exists (select 1 from warning where ${isFollowed.text} and warning.item_code = finding.item_code and warning.subject_key = finding.subject_key)
      returning warning_id, settlement_code, household_no, subject_key, level
    ), noted as (
      insert into warning_event (warning_id, settlement_code, kind, happened_on, happened_at, to_level)
      select warning_id, settlement_code, 'raised', date '${day}', ${moment}, level from raised
    )
    select * from raised`);
  await keepEvidence(tx, item, day);
  const red = await tx.query<{ id: number }>(sql`select warning_id as id from raised where level = 'red'`);
  await tx.raw('drop table raised');
  return red.map(({ id }) => id);
}

/** What is kept of a subject when a warning is raised: the facts that the rules read and the sentence shows, as SQL of a JSON object. */
function factsOf(item: Item): string {
  const read = factsRead(item).map(({ name }) => name);
  const shown = [...item.why.zh.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').filter((name) => !name.startsWith('p_'));
  return `jsonb_build_object(${[...new Set([...read, ...shown])].map((name) => `'${name}', facts.${name}`).join(', ')})`;
}

/** The thresholds in force for an item, as SQL of a JSON object. */
function parametersOf(item: Item, { standard, county }: LedgerDay): string {
  const parameters = Object.fromEntries(Object.keys(item.params).map((name) => [name, standard.value(item, name, county)]));
  return `${textLiteral(JSON.stringify(parameters))}::jsonb`;
}

/** Warnings of another level, and those that came back, stand on what is seen now: facts, thresholds and the rows behind them. */
export async function renewGrounds(tx: Transaction, order: LedgerDay, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  const { day, month } = order;
  const codes = await tx.query<{ item_code: string }>(sql`select distinct item_code from warning where warning_id = any(${ids}::bigint[])`);
  for (const item of items.filter(({ code }) => codes.some((row) => row.item_code === code))) {
    await tx.raw(`
      create temporary table raised on commit drop as
      with renewed as (
        update warning set facts = ${factsOf(item)}, parameters = ${parametersOf(item, order)}, standard_version = ${textLiteral(order.standard.version)}
        from ${factTableName(item.subject)} facts
        where warning.warning_id in (${ids.join(', ')}) and warning.item_code = '${item.code}'
          and facts.month = (select date '${month}') and facts.settlement_code = warning.settlement_code and facts.subject_key = warning.subject_key
        returning warning.warning_id, warning.settlement_code, warning.household_no, warning.subject_key, warning.level
      )
      select * from renewed`);
    await keepEvidence(tx, item, day);
    await tx.raw('drop table raised');
  }
}
