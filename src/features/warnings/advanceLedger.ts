/** Moves the ledger of warnings forward by one evaluated day: raised, level changed, unknown, recovering, recovered. It never moves back. */
import { prefectureCode } from '#catalog/areas/areas.ts';
import { items } from '#catalog/catalog.ts';
import type { Item } from '#catalog/items/item.ts';
import { textArrayLiteral, textLiteral } from '#derive/literal.ts';
import { factTableName } from '#facts/factTables.ts';
import { itemRules } from '#features/standards/itemRules.ts';
import type { Standard } from '#features/standards/standardInForce.ts';
import type { Transaction } from '#platform/database/database.ts';
import sql from 'sql-template-tag';
import { keepEvidence } from './keepEvidence.ts';
import { watchDeliveries } from './watchDeliveries.ts';

export interface LedgerDay {
  readonly day: string;
  readonly month: string;
  readonly settlements: readonly string[];
  /** A county with the parameters of these settlements. */
  readonly county: string;
  readonly standard: Standard;
}

/** Reads the findings of the day (already stored for the month) and moves the warnings of those settlements whose last evaluated day is not later. */
export async function advanceLedger(tx: Transaction, ledgerDay: LedgerDay): Promise<void> {
  const { day } = ledgerDay;
  const forward = await tx.query<{ code: string }>(sql`
    select code from unnest(${ledgerDay.settlements}::text[]) as code
    where not exists (select 1 from evaluated_month where settlement_code = code and as_of > ${day}::date)`);
  const settlements = forward.map((row) => row.code);
  if (settlements.length === 0) return;
  const order = { ...ledgerDay, settlements };
  await tx.execute(sql`
    insert into item_switch (item_code, on_from) select code, ${day}::date from unnest(${items.map((item) => item.code)}::text[]) as code
    on conflict (item_code) do nothing`);
  await followLevels(tx, order);
  await followUnknown(tx, order);
  await followRecovery(tx, order);
  await raiseNew(tx, order);
  await holdBack(tx, settlements);
  await watchDeliveries(tx, { day, settlements });
}

const isOpen = sql`warning.state in ('open', 'recovering', 'unknown')`;

/** Findings of the day at a level, beside the open warnings of their subjects. */
async function followLevels(tx: Transaction, { day, month, settlements }: LedgerDay): Promise<void> {
  const atLevel = sql`finding.month = ${month}::date and finding.settlement_code = any(${settlements}::text[]) and finding.level <> 'unknown'
    and finding.item_code = warning.item_code and finding.subject_key = warning.subject_key`;
  await tx.execute(sql`
    insert into warning_event (warning_id, settlement_code, kind, happened_on, from_level, to_level)
    select warning.warning_id, warning.settlement_code, case when warning.level <> finding.level then 'level-changed' else 'reopened' end,
      ${day}::date, warning.level, finding.level
    from warning join finding on ${atLevel}
    where ${isOpen} and (warning.level <> finding.level or warning.state <> 'open')`);
  await tx.execute(sql`
    update warning set
      level = finding.level,
      level_since = case when warning.level <> finding.level then ${day}::date else warning.level_since end,
      highest_level = case when ${rank(sql`finding.level`)} > ${rank(sql`warning.highest_level`)} then finding.level else warning.highest_level end,
      state = 'open', recovering_since = null, recovered_days = 0, undone_import = null
    from finding
    where ${atLevel} and ${isOpen}
      and (warning.level <> finding.level or warning.state <> 'open' or warning.undone_import is not null)`);
}

const rank = (level: ReturnType<typeof sql>): ReturnType<typeof sql> => sql`array_position(array['blue', 'yellow', 'orange', 'red'], ${level})`;

/** Days of no level since the settlement was evaluated before; the days between inherit the earlier one. */
const daysSincePrevious = (day: string): ReturnType<typeof sql> => sql`
  case when warning.state = 'recovering' then ${day}::date - coalesce(
    (select max(as_of) from evaluated_month where evaluated_month.settlement_code = warning.settlement_code and as_of < ${day}::date), ${day}::date)
  else 0 end`;

async function followUnknown(tx: Transaction, { day, month, settlements }: LedgerDay): Promise<void> {
  const unknown = sql`finding.month = ${month}::date and finding.settlement_code = any(${settlements}::text[]) and finding.level = 'unknown'
    and finding.item_code = warning.item_code and finding.subject_key = warning.subject_key`;
  await tx.execute(sql`
    insert into warning_event (warning_id, settlement_code, kind, happened_on, from_level)
    select warning.warning_id, warning.settlement_code, 'unknown', ${day}::date, warning.level
    from warning join finding on ${unknown} where warning.state in ('open', 'recovering')`);
  await tx.execute(sql`
    update warning set state = 'unknown', recovered_days = recovered_days + ${daysSincePrevious(day)}
    from finding where ${unknown} and warning.state in ('open', 'recovering')`);
}

/** Open warnings whose subject is at no level (or concerned no longer): recovering, and recovered once that has held long enough; retracted when they rested on an import that was taken back. */
async function followRecovery(tx: Transaction, { day, month, settlements }: LedgerDay): Promise<void> {
  const clearAfter = sql`(select days from unnest(${items.map((item) => item.code)}::text[], ${items.map((item) => item.clearAfterDays)}::integer[])
    as clear_after (code, days) where code = warning.item_code)`;
  await tx.execute(sql`
    with normal as (
      select warning.warning_id, warning.state as was, warning.recovered_days + ${daysSincePrevious(day)} as days
      from warning
      where ${isOpen} and warning.settlement_code = any(${settlements}::text[])
        and not exists (select 1 from finding where finding.month = ${month}::date and finding.settlement_code = warning.settlement_code
          and finding.item_code = warning.item_code and finding.subject_key = warning.subject_key)
      for update of warning
    ), updated as (
      update warning set
        state = case when warning.undone_import is not null then 'retracted'
          when normal.days >= ${clearAfter} then 'recovered' else 'recovering' end,
        recovering_since = coalesce(warning.recovering_since, ${day}::date),
        recovered_days = normal.days,
        recovered_on = case when normal.days >= ${clearAfter} then ${day}::date end
      from normal where warning.warning_id = normal.warning_id
      returning warning.warning_id, warning.settlement_code, warning.state, warning.level, warning.undone_import, normal.was
    )
    insert into warning_event (warning_id, settlement_code, kind, happened_on, from_level, import_id)
    select warning_id, settlement_code, state, ${day}::date, level, undone_import from updated where state <> was`);
}

/** Subjects at a level without an open warning: raised at once, or once the level has stood for the item's waiting days. */
async function raiseNew(tx: Transaction, order: LedgerDay): Promise<void> {
  const { day, month, settlements } = order;
  const candidates = await tx.query<{ item_code: string }>(sql`
    select distinct finding.item_code from finding
    where finding.month = ${month}::date and finding.settlement_code = any(${settlements}::text[]) and finding.level <> 'unknown'
      and not exists (select 1 from warning where ${isOpen} and warning.item_code = finding.item_code and warning.subject_key = finding.subject_key)`);
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
  for (const { item_code } of candidates) {
    const item = items.find((candidate) => candidate.code === item_code);
    if (item) await raiseItem(tx, item, order);
  }
}

async function raiseItem(tx: Transaction, item: Item, { day, month, settlements, county, standard }: LedgerDay): Promise<void> {
  const parameters = Object.fromEntries(Object.keys(item.params).map((name) => [name, standard.value(item, name, county)]));
  const rules = itemRules(item);
  const read = [...new Set([rules.applies, ...Object.values(rules.levels)].flatMap((rule) => rule.reads))].filter((name) => !name.startsWith('p_'));
  const shown = [...item.why.zh.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').filter((name) => !name.startsWith('p_'));
  const factsOf = [...new Set([...read, ...shown])].map((name) => `'${name}', facts.${name}`).join(', ');
  const codes = textArrayLiteral(settlements);
  await tx.raw(`
    create temporary table raised on commit drop as
    with raised as (
      insert into warning (warning_id, warning_no, item_code, subject_kind, subject_key, settlement_code, household_no, community_code, building_code,
        level, highest_level, state, raised_on, level_since, silent_until, standard_version, facts, parameters)
      select number, '${prefectureCode}${day.replaceAll('-', '')}${item.code}' || lpad(number::text, 14, '0'), '${item.code}', '${item.subject}', finding.subject_key, finding.settlement_code, facts.household_no, household.community_code, household.building_code,
        finding.level, finding.level, 'open', date '${day}', date '${day}',
        (select on_from + ${item.silentDays} from item_switch where item_code = '${item.code}'),
        ${textLiteral(standard.version)}, jsonb_build_object(${factsOf}), ${textLiteral(JSON.stringify(parameters))}::jsonb
      from (select *, nextval(pg_get_serial_sequence('warning', 'warning_id')) as number from finding
        where month = date '${month}' and settlement_code = any(${codes}) and item_code = '${item.code}' and level <> 'unknown' order by subject_key) finding
      join ${factTableName(item.subject)} facts
        on facts.settlement_code = finding.settlement_code and facts.month = finding.month and facts.subject_key = finding.subject_key
      left join household on household.household_no = facts.household_no
      ${item.raiseAfterDays > 0 ? `join standing on standing.item_code = finding.item_code and standing.subject_key = finding.subject_key and standing.since <= date '${day}' - ${item.raiseAfterDays}` : ''}
      where not exists (select 1 from warning where warning.state in ('open', 'recovering', 'unknown') and warning.item_code = finding.item_code and warning.subject_key = finding.subject_key)
      returning warning_id, settlement_code, household_no, subject_key, level
    ), noted as (
      insert into warning_event (warning_id, settlement_code, kind, happened_on, to_level)
      select warning_id, settlement_code, 'raised', date '${day}', level from raised
    )
    select * from raised`);
  await keepEvidence(tx, item, day);
  await tx.raw('drop table raised');
}

/** Names, for each open warning, the causes of the same household whose open warning holds it back. */
async function holdBack(tx: Transaction, settlements: readonly string[]): Promise<void> {
  const pairs = items.flatMap((item) => item.heldBackBy.map((cause) => ({ item: item.code, cause })));
  await tx.execute(sql`
    with causes as (
      select held.warning_id, array_agg(distinct cause.item_code order by cause.item_code) as by
      from warning held
      join unnest(${pairs.map((pair) => pair.item)}::text[], ${pairs.map((pair) => pair.cause)}::text[]) as pair (item_code, cause_code)
        on pair.item_code = held.item_code
      join warning cause on cause.household_no = held.household_no and cause.item_code = pair.cause_code and cause.state = 'open'
      where held.settlement_code = any(${settlements}::text[]) and held.state in ('open', 'recovering', 'unknown')
      group by held.warning_id
    )
    update warning set held_back_by = coalesce(causes.by, '{}')
    from (select warning_id from warning where settlement_code = any(${settlements}::text[]) and item_code = any(${pairs.map((pair) => pair.item)}::text[])
      and state in ('open', 'recovering', 'unknown')) concerned
    left join causes using (warning_id)
    where warning.warning_id = concerned.warning_id and warning.held_back_by <> coalesce(causes.by, '{}')`);
}
