/** A person moves one warning: its verdict, measures, the steps of clearing, silence and supervision; its order follows in the same transaction. */
import { type Given, move } from '#catalog/lifecycles/move.ts';
import { warningLifecycle } from '#catalog/lifecycles/warning.ts';
import { items } from '#catalog/catalog.ts';
import { selvesOf } from '#features/accounts/caller.ts';
import { appendAudit } from '#features/audit/appendAudit.ts';
import { problemOf } from './refusedMove.ts';
import { newRound, setStage, trackingFrom } from '#features/warnings/setStage.ts';
import type { Queryable } from '#platform/database/database.ts';
import sql, { type Sql } from 'sql-template-tag';
import { alignClocks } from './alignClocks.ts';
import { warningCase } from './findCases.ts';
import { moverAt } from './mayAt.ts';
import type { WorkHouse } from './moveOrder.ts';
import { openWorkOrders } from './openWorkOrders.ts';
import { problems } from './problems.ts';
import { moveOrdersByPlatform, refreshOrders } from './setOrderState.ts';
import { takeUpOrder } from './takeUpOrder.ts';
import { tellSupervised } from './tellSupervised.ts';
import { toldOf } from './toldOf.ts';

type WarningVerb = keyof (typeof warningLifecycle)['verbs'];

interface Effect {
  readonly at: Date;
  readonly day: string;
  readonly by: string;
  readonly given: Given;
}

const effects: Readonly<Partial<Record<WarningVerb, (effect: Effect) => Sql>>> = {
  check: ({ at, given }) => sql`checked_at = ${at}::timestamptz, verdict = ${given.verdict}, false_reason = ${given.falseReason ?? null},
    judged_level = case when ${given.verdict} = '3' then level end`,
  handle: ({ given }) => sql`measures = concat_ws(E'\n', measures, ${given.measures}::text)`,
  visit: ({ given }) => sql`visited_on = ${given.on}::date`,
  publicise: ({ given }) => sql`publicity_from = ${given.on}::date`,
  approve: ({ at }) => sql`approved_at = ${at}::timestamptz`,
  refuse: () => sql`approved_at = null, done_at = null`,
  clear: ({ at, day, by }) => sql`cleared_at = ${at}::timestamptz, cleared_by = ${by}, ${trackingFrom(day)}`,
  correct: () => sql`checked_at = null, verdict = null, false_reason = null, judged_level = null`,
  'take-up': () => newRound,
  silence: ({ given }) => sql`silenced_until = ${given.until}::date, silence_reason = ${given.reason}`,
  unsilence: () => sql`silenced_until = null, silence_reason = null`,
  supervise: ({ at }) => sql`supervised_at = ${at}::timestamptz`,
};

/** Verbs after which a warning may ask for work and be on no open order: it gets one at once. */
const asksForWork: readonly WarningVerb[] = ['correct', 'take-up', 'refuse', 'unsilence'];

/** Moves a warning that the caller sees. */
export function moveWarning(house: WorkHouse, id: number, verb: WarningVerb, given: Given): Promise<void> {
  return house.database.transaction((tx) => moveWarningIn(tx, house, id, verb, given));
}

/** The same inside a transaction that does more; what is refused has changed nothing. */
export async function moveWarningIn(
  tx: Queryable,
  { clock, actor, caller }: Omit<WorkHouse, 'database'>,
  id: number,
  verb: WarningVerb,
  given: Given,
): Promise<void> {
  const day = clock.today();
  const warning = await warningCase(tx, id, day);
  const departments = items.filter(({ code }) => code === warning.item).map(({ department }) => department);
  const outcome = move(warningLifecycle, warning, verb, moverAt(caller, { areas: warning.areas, departments }), clock.now(), given);
  if (outcome.is === 'refused') throw problemOf(problems, outcome);
  const { at, from, to } = outcome;
  const set = effects[verb]?.({ at, day, by: actor.name, given });
  await setStage(tx, [id], { verb, to: to === from ? 'stay' : to, at, day, by: actor.name, given, ...(set && { set }) });
  if (warning.order !== null) {
    if (verb === 'refuse' || verb === 'correct') await takeUpOrder(tx, { order: warning.order, at, day, by: selvesOf(caller) });
    await alignClocks(tx, sql`order_id = ${warning.order}`, at);
    await refreshOrders(tx, [warning.order], day);
    for (const end of ['settle', 'lapse'] as const)
      await moveOrdersByPlatform(tx, end, { at, settlements: [warning.settlement], orders: [warning.order] });
  }
  if (asksForWork.includes(verb)) await openWorkOrders(tx, { day, at, settlements: [warning.settlement], by: selvesOf(caller) });
  if (verb === 'supervise') await tellSupervised(tx, warning, { by: selvesOf(caller), day });
  await appendAudit(tx, actor, {
    verb: `warnings.${verb}`,
    object: { kind: 'warning', key: warning.no },
    settlement: warning.settlement,
    before: { stage: from },
    after: { stage: to, given: toldOf(warningLifecycle, verb, given) },
  });
}
