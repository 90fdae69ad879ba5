/** Moves the ledger of warnings forward by one evaluated day: raised, level changed, unknown, recovering, recovered. It never moves back. */
import { items } from '#catalog/catalog.ts';
import type { Transaction } from '#platform/database/database.ts';
import sql from 'sql-template-tag';
import type { LedgerDay } from './ledgerDay.ts';
import { followPeople } from './followPeople.ts';
import { type MovedByData, moveByData } from './moveByData.ts';
import { noteRecovery, type Recovery } from './noteRecovery.ts';
import { raiseNew, renewGrounds } from './raiseWarnings.ts';
import { inHandStages, isFollowed } from './stages.ts';
import { isMissing, livesElsewhere } from './subjectOnDay.ts';
import { tellLedger } from './tellLedger.ts';
import { watchDeliveries } from './watchDeliveries.ts';

/** What an evaluated day did to the ledger: the settlements that it reached (those evaluated for a later day before are left alone), and what moved by itself. */
export interface LedgerStep {
  readonly settlements: readonly string[];
  readonly moved: MovedByData;
}

/** Reads the findings of the day (already stored for the month) and moves the warnings of those settlements whose last evaluated day is not later. */
export async function advanceLedger(tx: Transaction, ledgerDay: LedgerDay): Promise<LedgerStep> {
  const { day } = ledgerDay;
  const forward = await tx.query<{ code: string }>(sql`
    select code from unnest(${ledgerDay.settlements}::text[]) as code
    where not exists (select 1 from evaluated_month where settlement_code = code and as_of > ${day}::date)`);
  const settlements = forward.map((row) => row.code);
  if (settlements.length === 0) return { settlements, moved: {} };
  const order = { ...ledgerDay, settlements };
  await tx.execute(sql`
    insert into item_switch (item_code, on_from) select code, ${day}::date from unnest(${items.map((item) => item.code)}::text[]) as code
    on conflict (item_code) do nothing`);
  await followPeople(tx, order);
  // A case whose time of following is over is closed before the day is read: what comes then is a new one.
  const over = await moveByData(tx, order, ['archive']);
  const { changed, risen } = await followLevels(tx, order);
  await followUnknown(tx, order);
  await followRecovery(tx, order);
  const byDay = await moveByData(tx, order);
  const moved = { ...byDay, archive: [...(over.archive ?? []), ...(byDay.archive ?? [])] };
  const cameBack = [...(moved.relapse ?? []), ...(moved.worsen ?? [])];
  await renewGrounds(tx, order, [...new Set([...changed, ...cameBack])]);
  const raised = await raiseNew(tx, order);
  await holdBack(tx, settlements);
  await watchDeliveries(tx, { day, settlements });
  await tellLedger(tx, day, { red: [...risen, ...raised], cameBack });
  return { settlements, moved };
}

/** What the data have not settled; what is cleared by people is still followed. */
const isOpen = sql`warning.state in ('open', 'recovering', 'unknown')`;

/** Findings of the day at a level, beside the warnings of their subjects; answers those whose level changed or stands again, and of them those that are red now and were not. */
async function followLevels(tx: Transaction, { day, at, month, settlements }: LedgerDay): Promise<{ changed: number[]; risen: number[] }> {
  const atLevel = sql`finding.month = ${month}::date and finding.settlement_code = any(${settlements}::text[]) and finding.level <> 'unknown'
    and finding.item_code = warning.item_code and finding.subject_key = warning.subject_key`;
  const changed = await tx.query<{ id: number; is_risen: boolean }>(sql`
    with noted as (
      insert into warning_event (warning_id, settlement_code, kind, happened_on, happened_at, from_level, to_level)
      select warning.warning_id, warning.settlement_code, case when warning.level <> finding.level then 'level-changed' else 'reopened' end,
        ${day}::date, ${at}::timestamptz, warning.level, finding.level
      from warning join finding on ${atLevel}
      where ${isFollowed} and (warning.level <> finding.level or warning.state <> 'open')
      returning warning_id, from_level, to_level
    )
    select warning_id as id, to_level = 'red' and from_level <> 'red' as is_risen from noted`);
  await tx.execute(sql`
    update warning set
      level = finding.level,
      level_since = case when warning.level <> finding.level or warning.state in ('recovering', 'recovered') then ${day}::date else warning.level_since end,
      highest_level = case when ${rank(sql`finding.level`)} > ${rank(sql`warning.highest_level`)} then finding.level else warning.highest_level end,
      state = 'open', recovering_since = null, recovered_days = 0, recovered_on = null, undone_import = null
    from finding
    where ${atLevel} and ${isFollowed}
      and (warning.level <> finding.level or warning.state <> 'open' or warning.undone_import is not null)`);
  return { changed: changed.map(({ id }) => id), risen: changed.filter((row) => row.is_risen).map(({ id }) => id) };
}

const rank = (level: ReturnType<typeof sql>): ReturnType<typeof sql> => sql`array_position(array['blue', 'yellow', 'orange', 'red'], ${level})`;

/** Days of no level since the settlement was evaluated before; the days between inherit the earlier one. */
const daysSincePrevious = (day: string): ReturnType<typeof sql> => sql`
  case when warning.state = 'recovering' then ${day}::date - coalesce(
    (select max(as_of) from evaluated_month where evaluated_month.settlement_code = warning.settlement_code and as_of < ${day}::date), ${day}::date)
  else 0 end`;

/** Warnings of which the day says nothing: a finding that is unknown, or a subject that the latest list lacks. */
async function followUnknown(tx: Transaction, { day, at, month, settlements }: LedgerDay): Promise<void> {
  const ofDay = sql`from finding where finding.month = ${month}::date and finding.settlement_code = any(${settlements}::text[])`;
  const silent = sql`
    select warning.warning_id from warning join (select item_code, subject_key ${ofDay} and level = 'unknown') unknown using (item_code, subject_key)
    where ${isFollowed} and warning.state in ('open', 'recovering')
    union
    select warning.warning_id from warning
    where ${isFollowed} and warning.state in ('open', 'recovering') and warning.settlement_code = any(${settlements}::text[])
      and not exists (select ${ofDay} and finding.item_code = warning.item_code and finding.subject_key = warning.subject_key) and ${isMissing(day)}`;
  await tx.execute(sql`
    with silent as materialized (${silent}), noted as (
      insert into warning_event (warning_id, settlement_code, kind, happened_on, happened_at, from_level)
      select warning_id, settlement_code, 'unknown', ${day}::date, ${at}::timestamptz, level from warning join silent using (warning_id)
    )
    update warning set state = 'unknown', recovered_days = recovered_days + ${daysSincePrevious(day)}
    from silent where warning.warning_id = silent.warning_id`);
}

/** Open warnings whose subject is at no level (or concerned no longer): recovering, and recovered once that has held long enough; retracted when they rested on an import that was taken back and nobody has worked on them; else that is noted. */
async function followRecovery(tx: Transaction, order: LedgerDay): Promise<void> {
  const { day, month, settlements } = order;
  const clearAfter = sql`(select days from unnest(${items.map((item) => item.code)}::text[], ${items.map((item) => item.clearAfterDays)}::integer[])
    as clear_after (code, days) where code = warning.item_code)`;
  const rows = await tx.query<Recovery>(sql`
    with normal as (
      select warning.warning_id, warning.state as was, warning.undone_import, warning.undone_import is not null and not warning.worked as goes, warning.recovered_days + ${daysSincePrevious(day)} as days
      from warning
      where ${isOpen} and warning.settlement_code = any(${settlements}::text[]) and not ${livesElsewhere(day)} and not ${isMissing(day)}
        and not exists (select 1 from finding where finding.month = ${month}::date and finding.settlement_code = warning.settlement_code
          and finding.item_code = warning.item_code and finding.subject_key = warning.subject_key)
      for update of warning
    ), updated as (
      update warning set
        state = case when normal.goes then 'retracted'
          when normal.days >= ${clearAfter} then 'recovered' else 'recovering' end,
        recovering_since = coalesce(warning.recovering_since, ${day}::date),
        recovered_days = normal.days,
        recovered_on = case when normal.days >= ${clearAfter} then ${day}::date end,
        undone_import = case when normal.goes then warning.undone_import end
      from normal where warning.warning_id = normal.warning_id
      returning warning.warning_id, warning.item_code, warning.state, normal.was, normal.undone_import, normal.goes
    )
    select * from updated where state <> was or undone_import is not null`);
  await noteRecovery(tx, order, rows);
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
        and cause.stage = any(${inHandStages}::text[])
      where held.settlement_code = any(${settlements}::text[]) and held.stage = any(${inHandStages}::text[])
      group by held.warning_id
    )
    update warning set held_back_by = coalesce(causes.by, '{}')
    from (select warning_id from warning where settlement_code = any(${settlements}::text[]) and item_code = any(${pairs.map((pair) => pair.item)}::text[])
      and stage = any(${inHandStages}::text[])) concerned
    left join causes using (warning_id)
    where warning.warning_id = concerned.warning_id and warning.held_back_by <> coalesce(causes.by, '{}')`);
}
