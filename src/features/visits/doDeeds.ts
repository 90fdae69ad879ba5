/** What a visit does to warnings: the verdict, measures and the visit itself of those that stand, and new ones for what was found. Each is done or refused by itself. */
import { warningLifecycle } from '#catalog/lifecycles/warning.ts';
import { may } from '#features/accounts/caller.ts';
import { findRaised, type RaisedOn, raiseByHandIn } from '#features/workOrders/raiseByHand.ts';
import { mustSeeWarning } from '#features/workOrders/findCases.ts';
import { moveOrderIn } from '#features/workOrders/moveOrder.ts';
import { moveWarningIn } from '#features/workOrders/moveWarning.ts';
import type { ScopedDatabase } from '#features/areas/scope.ts';
import type { Transaction } from '#platform/database/database.ts';
import { AnjuProblem } from '#platform/problems/problem.ts';
import sql from 'sql-template-tag';
import type { DeedFate, SignedOrder, VisitOrder } from './contract.ts';
import type { Home } from './findHome.ts';
import { orderToSign } from './orderToSign.ts';
import { problems } from './problems.ts';
import type { VisitHouse } from './visitHouse.ts';

type Deed = VisitOrder['deeds'][number];
type Found = VisitOrder['found'][number];

/** A deed with what was looked up for it, or why it cannot be done. */
export type LookedUp =
  | { readonly is: 'deed'; readonly deed: Deed; readonly signs: SignedOrder | null }
  | { readonly is: 'found'; readonly found: Found; readonly on: RaisedOn }
  | { readonly is: 'refused'; readonly warning: number; readonly verb: string; readonly problem: AnjuProblem };

/** Looks everything up that the caller must see, before the transaction begins. */
export async function lookUpDeeds(
  scope: ScopedDatabase,
  home: Home,
  { deeds, found }: Pick<VisitOrder, 'deeds' | 'found'>,
  house: VisitHouse,
): Promise<LookedUp[]> {
  const known: LookedUp[] = [];
  for (const deed of deeds)
    known.push(
      await refusable({ warning: deed.warning, verb: deed.verb }, async () => {
        await mustSeeWarning(scope, deed.warning);
        const isHere = await scope.maybe(
          sql`select 1 from warning where warning_id = ${deed.warning} and household_no = ${home.no} and ${scope.within('settlement_code')}`,
        );
        if (!isHere) throw problems['warning-elsewhere']({ warning: deed.warning });
        return { is: 'deed', deed, signs: await orderToSign(scope, house.database, house.caller, deed.warning, house.clock.today()) };
      }),
    );
  for (const one of found)
    known.push(
      await refusable({ warning: 0, verb: 'raise' }, async () => {
        if (!may(house.caller, 'warnings.raise')) throw problems['not-asked']();
        if (one.subject !== home.no && !home.members.some(({ no }) => no === one.subject)) throw problems['stranger-met']({ person: one.subject });
        return { is: 'found', found: one, on: await findRaised(scope, one) };
      }),
    );
  return known;
}

async function refusable(about: { warning: number; verb: string }, work: () => Promise<LookedUp>): Promise<LookedUp> {
  try {
    return await work();
  } catch (problem) {
    return { is: 'refused', ...about, problem: asRefusal(problem) };
  }
}

/** Whether something was refused; what broke goes on. */
function asRefusal(problem: unknown): AnjuProblem {
  if (problem instanceof AnjuProblem && problem.kind !== 'broken') return problem;
  throw problem;
}

/** Does them one after another; what is refused has changed nothing. */
export async function doDeeds(
  tx: Transaction,
  house: VisitHouse,
  known: readonly LookedUp[],
  visit: { day: string; note: string | undefined },
): Promise<DeedFate[]> {
  const fates: DeedFate[] = [];
  for (const one of known) {
    if (one.is === 'refused') fates.push(fateOf(one.warning, one.verb, one.problem));
    else if (one.is === 'deed') fates.push(await fated(one.deed.warning, one.deed.verb, () => moveOne(tx, house, one, visit)));
    else fates.push(await fated(0, 'raise', () => raiseByHandIn(tx, house, one.on, { ...one.found, source: '3' })));
  }
  return fates;
}

async function fated(warning: number, verb: string, work: () => Promise<number | undefined>): Promise<DeedFate> {
  try {
    return { warning: (await work()) ?? warning, verb, done: true, said: null };
  } catch (problem) {
    return fateOf(warning, verb, asRefusal(problem));
  }
}

const fateOf = (warning: number, verb: string, { zh, en }: AnjuProblem): DeedFate => ({ warning, verb, done: false, said: { zh, en } });

/** Whoever comes to the door for a warning signs for its order, where it is theirs to sign for and nobody has. */
async function moveOne(
  tx: Transaction,
  house: VisitHouse,
  { deed: { warning, verb, given }, signs }: Extract<LookedUp, { is: 'deed' }>,
  { day, note }: { day: string; note: string | undefined },
): Promise<undefined> {
  const isUnsigned = signs && (await tx.maybe(sql`select 1 from work_order where order_id = ${signs.id} and state = 'dispatched' for update`));
  if (isUnsigned) await moveOrderIn(tx, house, signs.id, 'sign', {});
  const { needs = {} } = warningLifecycle.verbs[verb];
  const said: Record<string, string> = { on: day, ...(note !== undefined && { note }), ...given };
  const asked = Object.fromEntries(Object.keys(needs).flatMap((name) => (said[name] === undefined ? [] : [[name, said[name]]])));
  await moveWarningIn(tx, house, warning, verb, asked);
}
