/** The only evaluation there is: facts, findings, indicators and warnings of some settlements as of a day. "Full" means all settlements. */
import { subjectKinds } from '#catalog/items/item.ts';
import { textArrayLiteral } from '#derive/literal.ts';
import type { AsOf } from '#facts/fact.ts';
import { factTableName } from '#facts/factTables.ts';
import { reachOf } from '#facts/reachOf.ts';
import { subjectFacts } from '#facts/subjectFacts.ts';
import { type Actor, platformActor } from '#features/audit/actor.ts';
import { appendAudit } from '#features/audit/appendAudit.ts';
import { itemsOf, standardInForce, type Standard } from '#features/standards/standardInForce.ts';
import { advanceLedger } from '#features/warnings/advanceLedger.ts';
import type { LedgerDay } from '#features/warnings/ledgerDay.ts';
import { openWorkOrders } from '#features/workOrders/openWorkOrders.ts';
import { dayInChina } from '#platform/clock/clock.ts';
import type { Database, Transaction } from '#platform/database/database.ts';
import { refreshStatistics } from '#platform/database/statistics.ts';
import sql from 'sql-template-tag';
import { judgeStatement } from './judgeStatement.ts';
import { slicesOf, type Slice } from './slices.ts';

export interface EvaluationOrder {
  /** T: the day, YYYY-MM-DD. */
  readonly day: string;
  /** M: the as-of moment; the end of the day, or now when the day is today. */
  readonly moment: string;
  /** Settlements to evaluate; absent = all. */
  readonly settlements?: readonly string[];
  /** Who asked for it; the platform itself when absent. */
  readonly actor?: Actor;
  readonly onProgress?: (done: number, total: number) => void;
}

export interface EvaluationOutcome {
  readonly day: string;
  readonly settlements: number;
  /** Settlements whose month already holds a later day: they were left as they are. */
  readonly leftAlone: number;
}

/** How many slices run at a time. */
const sideBySide = 2;

const factTables = subjectKinds.map(factTableName);
/** Tables that an evaluation writes anew for its month. */
const outcomeTables = [...factTables, 'finding', 'indicator'];

/** First day of the month of a day. */
export const monthOf = (day: string): string => `${day.slice(0, 7)}-01`;

/** Evaluates settlements slice by slice, each slice whole or not at all: killed at any point and run again it gives the same rows. */
export async function evaluate(database: Database, order: EvaluationOrder): Promise<EvaluationOutcome> {
  await refreshStatistics(database, order.settlements ? outcomeTables : factTables);
  const standard = await standardInForce(database, order.day);
  const slices = await slicesOf(database, order.settlements, standard, sideBySide);
  const total = slices.reduce((sum, slice) => sum + slice.settlements.length, 0);
  let done = 0;
  let leftAlone = 0;
  const waiting = [...slices];
  const worker = async (): Promise<void> => {
    for (let slice = waiting.shift(); slice; slice = waiting.shift()) {
      const current = slice;
      const evaluated = await database.transaction((tx) => evaluateAndTell(tx, current, order, standard));
      done += current.settlements.length;
      leftAlone += current.settlements.length - evaluated;
      order.onProgress?.(done, total);
    }
  };
  await Promise.all(Array.from({ length: Math.min(sideBySide, slices.length) }, worker));
  // What was written for everybody is read by everybody next; facts are read by their key alone.
  if (!order.settlements) await refreshStatistics(database, factTables);
  return { day: order.day, settlements: total, leftAlone };
}

/** Evaluates one slice and tells the audit log which settlements it held. */
async function evaluateAndTell(tx: Transaction, slice: Slice, order: EvaluationOrder, standard: Standard): Promise<number> {
  const evaluated = await evaluateSlice(tx, slice, order, standard);
  if (evaluated > 0)
    await appendAudit(tx, order.actor ?? platformActor, {
      verb: 'evaluation.run',
      object: { kind: 'day', key: order.day },
      settlement: slice.settlements.length === 1 ? (slice.settlements[0] ?? null) : null,
      after: { settlements: slice.settlements, evaluated, of: order.settlements ? 'requested' : 'all', standard: standard.version },
    });
  return evaluated;
}

/** Evaluates one slice inside a transaction; answers how many settlements were evaluated (a month that holds a later day is left alone). */
export async function evaluateSlice(tx: Transaction, slice: Slice, order: EvaluationOrder, standard: Standard, evenPast = false): Promise<number> {
  const month = monthOf(order.day);
  await lockSettlements(tx, slice.settlements);
  const later = evenPast
    ? []
    : await tx.query<{ settlement_code: string }>(sql`
        select settlement_code from evaluated_month
        where month = ${month}::date and as_of > ${order.day}::date and settlement_code = any(${slice.settlements})`);
  const skipped = new Set(later.map((row) => row.settlement_code));
  const settlements = slice.settlements.filter((code) => !skipped.has(code));
  if (settlements.length === 0) return 0;
  const asOf: AsOf = { day: order.day, moment: order.moment, settlements, reach: await reachOf(tx, settlements) };
  await clearMonth(tx, month, settlements);
  for (const kind of subjectKinds) {
    await storeFacts(tx, kind, asOf, month);
    const statement = judgeStatement(kind, itemsOf(kind), (item, name) => standard.value(item, name, slice.county), {
      month,
      day: order.day,
      settlements: textArrayLiteral(settlements),
    });
    await tx.raw(statement);
  }
  if (!evenPast) await moveLedger(tx, { day: order.day, month, at: onThatDay(order), settlements, county: slice.county, standard });
  await tx.execute(sql`
    insert into evaluated_month (settlement_code, month, as_of, standard_version)
    select code, ${month}::date, ${order.day}::date, ${standard.version} from unnest(${settlements}::text[]) as code
    on conflict (settlement_code, month) do update
    set as_of = excluded.as_of, evaluated_at = now(), standard_version = excluded.standard_version`);
  return settlements.length;
}

/** Moves the ledger, and opens and dispatches the work that follows from it, in one transaction: none is lost and none doubled. */
async function moveLedger(tx: Transaction, ledgerDay: LedgerDay): Promise<void> {
  const { day, at } = ledgerDay;
  const { settlements, moved } = await advanceLedger(tx, ledgerDay);
  for (const [verb, ids] of Object.entries(moved) as [keyof typeof moved, readonly number[]][]) {
    await appendAudit(tx, platformActor, {
      verb: `warnings.${verb}`,
      object: { kind: 'warnings', key: day },
      after: { settlements, rows: ids.length },
    });
  }
  await openWorkOrders(tx, { day, at, settlements });
}

/** The moment of an evaluation; the end of a past day still lies on that day. */
function onThatDay({ day, moment }: EvaluationOrder): Date {
  const at = new Date(moment);
  return dayInChina(at) === day ? at : new Date(at.getTime() - 1000);
}

/** One evaluation at a time for each settlement; taken in the order of the codes, so that two evaluations never wait for each other. */
async function lockSettlements(tx: Transaction, settlements: readonly string[]): Promise<void> {
  await tx.query(sql`
    select pg_advisory_xact_lock(hashtextextended('evaluate/' || code, 0))
    from (select code from unnest(${[...settlements].sort()}::text[]) as code order by code) ordered`);
}

async function clearMonth(tx: Transaction, month: string, settlements: readonly string[]): Promise<void> {
  const codes = textArrayLiteral(settlements);
  for (const table of outcomeTables) {
    await tx.raw(`delete from ${table} where month = date '${month}' and settlement_code = any(${codes})`);
  }
}

const placeOfFacts = 'settlement_code, subject_key, household_no, community_code, building_code';

async function storeFacts(tx: Transaction, kind: (typeof subjectKinds)[number], asOf: AsOf, month: string): Promise<void> {
  const { facts, sql: select } = subjectFacts[kind];
  const names = facts.map((fact) => fact.name).join(', ');
  await tx.raw(`insert into ${factTableName(kind)} (month, as_of, ${placeOfFacts}, ${names})
    select date '${month}', date '${asOf.day}', ${placeOfFacts}, ${names} from (${select(asOf)}) facts`);
}
