/** An appeal moves: held, decided by the lifecycle, done with what it brings along, evaluated anew, told in the audit log and to whom it concerns, all in one transaction. */
import { appealLifecycle } from '#catalog/lifecycles/appeal.ts';
import { type Given, move } from '#catalog/lifecycles/move.ts';
import { type Caller, selvesOf } from '#features/accounts/caller.ts';
import type { Actor } from '#features/audit/actor.ts';
import { appendAudit } from '#features/audit/appendAudit.ts';
import { requestEvaluation } from '#features/evaluation/requestEvaluation.ts';
import { notify } from '#features/notices/notify.ts';
import { queueTakingBack } from '#features/notices/takeBack.ts';
import { problemOf } from '#features/workOrders/refusedMove.ts';
import { readAppealLimits } from '#features/standards/settings.ts';
import { readWorkingCalendar } from '#features/standards/readWorkingCalendar.ts';
import { toldOf } from '#features/workOrders/toldOf.ts';
import type { Clock } from '#platform/clock/clock.ts';
import type { Keys } from '#platform/crypto/keys.ts';
import type { Database, Transaction } from '#platform/database/database.ts';
import { type Clocked, meetClock, startClock } from './appealClocks.ts';
import { appealEffects } from './appealEffects.ts';
import type { AppealClockName, AppealVerb } from './appealState.ts';
import { changeRow } from './changeRow.ts';
import { type AppealCase, holdAppeal } from './findAppeal.ts';
import { moverOf } from './moverOf.ts';
import { noticesOfAppeal, placeOfAppeal } from './noticesOfAppeal.ts';
import { problems } from './problems.ts';
import { type DoneBy, setAppealState } from './setAppealState.ts';
import { tellAppellant } from './tellAppellant.ts';
import sql from 'sql-template-tag';

/** What moving works with; without a caller the appellant moves it, who has shown number and code. */
export interface AppealHouse {
  readonly database: Database;
  readonly clock: Clock;
  readonly keys: Keys;
  readonly actor: Actor;
  readonly caller: Caller | null;
}

/** The name under which the record shows the one who appealed. */
export const appellantName = '诉求人';

/** Moves an appeal that the caller sees, or that is the appellant's own. */
export function moveAppeal(house: AppealHouse, no: string, verb: AppealVerb, given: Given): Promise<void> {
  return house.database.transaction((tx) => moveIn(tx, house, no, verb, given));
}

async function moveIn(tx: Transaction, { clock, keys, actor, caller }: AppealHouse, no: string, verb: AppealVerb, given: Given): Promise<void> {
  const appeal = await holdAppeal(tx, no, clock.now());
  const outcome = move(appealLifecycle, appeal, verb, caller === null ? 'appellant' : moverOf(caller, appeal), clock.now(), given);
  if (outcome.is === 'refused') throw problemOf(problems, outcome);
  const { at, from, to } = outcome;
  const by: DoneBy = caller === null ? { account: null, name: appellantName } : { account: caller.account, name: actor.name };
  const clocked = await clockedOf(tx, appeal);
  const effect = { tx, appeal, clocked, given, at, day: clock.today(), account: by.account, by: by.name };
  const { set, row, said, clocked: ruled = clocked } = (await appealEffects[verb]?.(effect)) ?? {};
  await setAppealState(tx, no, { verb, from, to, at, by, given: { ...given, ...said }, ...(set && { set }) });
  for (const name of outcome.stops) await meetClock(tx, no, name, at);
  for (const name of outcome.starts) if (!(await isRunning(tx, no, name))) await startClock(tx, name, ruled, at);
  if (row) await changeRow(tx, no, row, clock.today());
  await requestEvaluation(tx, [appeal.settlement], null);
  await appendAudit(tx, actor, {
    verb: `appeals.${verb}`,
    object: { kind: 'appeal', key: no },
    settlement: appeal.settlement,
    before: { state: from },
    after: { state: to, given: { ...toldOf(appealLifecycle, verb, given), ...said } },
  });
  await notify(tx, ...noticesOfAppeal({ appeal, verb, to, given, by: caller === null ? [] : selvesOf(caller), place: await placeOfAppeal(tx, no) }));
  await tellAppellant(tx, keys, verb, no);
  // Whoever is named as complained about keeps no trace of it.
  if (verb === 'shield') await queueTakingBack(tx, { kind: 'appeal', key: no });
}

async function isRunning(tx: Transaction, no: string, clock: AppealClockName): Promise<boolean> {
  return (await tx.maybe(sql`select 1 from appeal_clock where appeal_no = ${no} and clock = ${clock} and met_at is null`)) !== undefined;
}

/** By what the clocks of an appeal count. */
export async function clockedOf(tx: Transaction, { no, settlement, kind }: Pick<AppealCase, 'no' | 'settlement' | 'kind'>): Promise<Clocked> {
  return { no, settlement, kind, limits: await readAppealLimits(tx), calendar: await readWorkingCalendar(tx, settlement) };
}
