/** Shows a warning as people handle it: stage, clocks, what clearing still needs, what was done, and what the caller may do. */
import { items } from '#catalog/catalog.ts';
import type { ClearStep } from '#catalog/items/item.ts';
import { warningLifecycle } from '#catalog/lifecycles/warning.ts';
import { dayAfter } from '#derive/clocks/chinaTime.ts';
import { codeWords } from '#derive/codeWords.ts';
import { warningRows } from '#features/warnings/viewWarnings.ts';
import type { Database } from '#platform/database/database.ts';
import sql from 'sql-template-tag';
import type { Handling } from './contract.ts';
import { warningCase } from './findCases.ts';
import { moverAt } from './mayAt.ts';
import { problems } from './problems.ts';
import { clocksOf, deedsOfWarning } from './queries.ts';
import { showClocks, showDeeds, showOffers } from './showMoves.ts';
import type { Looking } from './viewWorkOrders.ts';

interface HandlingRow {
  verdict: string | null;
  false_reason: string | null;
  measures: string | null;
  visited_on: string | null;
  publicity_from: string | null;
  approved_at: string | null;
  cleared_at: string | null;
  track_until: string | null;
  silenced_until: string | null;
  silence_reason: string | null;
  supervised_at: string | null;
  escalated_to: string | null;
  recovered_days: number;
  state: string;
}

/** The handling of a warning that the caller sees; throws `work-orders.warning-not-found` elsewhere. */
export async function viewHandling({ scope, sight, caller, now }: Looking, database: Database, id: number): Promise<Handling> {
  const [shown] = await warningRows(scope, [id], sight);
  if (!shown) throw problems['warning-not-found']();
  const isWithheld = shown.withheld !== null;
  const row = await database.one<HandlingRow>(sql`
    select verdict, false_reason, measures, visited_on, publicity_from, approved_at, cleared_at, track_until, silenced_until, silence_reason, supervised_at, escalated_to,
      recovered_days, state from warning where warning_id = ${id}`);
  const standing = await warningCase(database, id, sight.day, false);
  const item = items.find(({ code }) => code === standing.item);
  const mover = moverAt(caller, { areas: standing.areas, departments: item ? [item.department] : [] });
  const orders = await database.query<{ id: number; no: string; state: NonNullable<Handling['order']>['state']; left: boolean }>(sql`
    select order_id as id, order_no as no, state, left_at is not null as left from work_order_item join work_order using (order_id)
    where warning_id = ${id} order by order_id`);
  const [clocks, deeds] = await Promise.all([clocksOf(scope, [id]), deedsOfWarning(scope, id)]);
  const order = orders.find(({ left }) => !left);
  return {
    asOf: now.toISOString(),
    stage: standing.state,
    source: shown.source,
    order: order ? { id: order.id, no: order.no, state: order.state } : null,
    earlierOrders: orders.filter(({ left }) => left).map(({ id: earlier, no }) => ({ id: earlier, no })),
    verdict: row.verdict === null || isWithheld ? null : codeWords('VERDICT', row.verdict),
    falseReason: row.false_reason === null || isWithheld ? null : codeWords('FALSE_REASON', row.false_reason),
    measures: isWithheld ? null : row.measures,
    steps: [dataStep(row, item?.clearAfterDays ?? 0), ...(item?.clearProcedure ?? []).map((step) => stepOf(step, row, sight.day))],
    clearedAt: row.cleared_at,
    trackUntil: row.track_until,
    silence:
      standing.claims.includes('silenced') && row.silenced_until !== null
        ? { until: row.silenced_until, reason: codeWords('SILENCE_REASON', row.silence_reason ?? '9') }
        : null,
    supervisedAt: row.supervised_at,
    escalatedTo: row.escalated_to,
    clocks: showClocks(clocks, now),
    deeds: showDeeds(warningLifecycle, deeds, isWithheld),
    offers: showOffers(warningLifecycle, standing, mover),
  };
}

/** What the data have to say before the warning is cleared. */
function dataStep({ state, recovered_days: days }: HandlingRow, after: number): Handling['steps'][number] {
  const done = state === 'recovered' || state === 'retracted';
  return {
    zh: after > 0 ? `数据连续${after}天无等级` : '数据无等级',
    en: after > 0 ? `no level for ${after} days` : 'no level in the data',
    done,
    detail: !done && after > 0 && state === 'recovering' ? { zh: `已${days}天`, en: `${days} days so far` } : null,
  };
}

function stepOf(
  step: ClearStep,
  { visited_on: visited, publicity_from: from, approved_at: approved }: HandlingRow,
  today: string,
): Handling['steps'][number] {
  if (step === 'visit')
    return { zh: '入户核实', en: 'a visit', done: visited !== null, detail: visited === null ? null : { zh: visited, en: visited } };
  if (step === 'county') {
    const day = approved?.slice(0, 10);
    return { zh: '县级审批', en: 'approval by the county', done: day !== undefined, detail: day === undefined ? null : { zh: day, en: day } };
  }
  const until = from === null ? null : dayAfter(from, step.publicityDays);
  return {
    zh: `公示满${step.publicityDays}天`,
    en: `publicity of ${step.publicityDays} days`,
    done: until !== null && until <= today,
    detail: from === null ? null : { zh: `${from}起，${until}满`, en: `from ${from}, complete on ${until}` },
  };
}
