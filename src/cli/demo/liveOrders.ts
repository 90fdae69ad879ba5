/** Work on the first orders of the demonstration: each lives through one of the stories. */
import type { RoleCode } from '#catalog/roles.ts';
import { dayAfter } from '#derive/clocks/chinaTime.ts';
import type { HouseholdPage } from '#features/households/contract.ts';
import type { WarningPage } from '#features/warnings/contract.ts';
import type { OrderFile, OrderPage } from '#features/workOrders/contract.ts';
import type { Clock } from '#platform/clock/clock.ts';
import { orderStories, type Step } from './orderStories.ts';
import type { DemoPeople } from './people.ts';

/** Puts a step on a working day after the beginning. */
export type Plan = (day: number, time: string, what: () => Promise<void>) => void;

/** Households of the community: those with an order for which there is no story, and those without an order. */
interface OtherHomes {
  readonly waiting: readonly string[];
  readonly quiet: readonly string[];
}

/** Plans what becomes of the household orders that the community has now. */
export async function liveOrders(people: DemoPeople, clock: Clock, plan: Plan): Promise<OtherHomes> {
  const page = await people.ask<OrderPage>('community', 'GET', '/work-orders?state=dispatched&sort=oldest&size=200');
  const silent = await silentWarnings(people, clock.today());
  const orders = (page?.rows ?? [])
    .flatMap(({ id, household }) => (household === null ? [] : [{ id, household, silent: silent.get(household) ?? 0 }]))
    // A warning that joins when its silent period ends would bring back to the start what is nearly done.
    .sort((a, b) => a.silent - b.silent);
  const homes = await people.ask<HouseholdPage>('community', 'GET', '/households?size=200');
  for (const [at, story] of orderStories.entries()) {
    const order = orders[at];
    if (order) for (const step of story) plan(step.day, step.time, () => doStep(people, clock, order.id, step));
  }
  const busy = orders.map(({ household }) => household);
  return {
    waiting: busy.slice(orderStories.length),
    quiet: (homes?.rows ?? []).map(({ no }) => no).filter((no) => !busy.includes(no) && !silent.has(no)),
  };
}

/** How many warnings of each household are in their silent period, as those see who lead. */
async function silentWarnings(people: DemoPeople, today: string): Promise<ReadonlyMap<string, number>> {
  const found = new Map<string, number>();
  for (let page = 1; ; page += 1) {
    const answer = await people.ask<WarningPage>('county', 'GET', `/warnings?area=${people.areaOf('community')}&size=200&page=${page}`);
    for (const { household, silentUntil } of answer?.rows ?? [])
      if (household !== null && silentUntil !== null && silentUntil >= today) found.set(household, (found.get(household) ?? 0) + 1);
    if ((answer?.rows.length ?? 0) < 200) return found;
  }
}

async function doStep(people: DemoPeople, clock: Clock, order: number, { as, on, verb, given }: Step): Promise<void> {
  const said = given({ later: (days) => dayAfter(clock.today(), days), account: (role: RoleCode) => people.accountOf(role) });
  if (on === 'order') {
    await people.ask(as, 'POST', `/work-orders/${order}/${verb}`, said);
    return;
  }
  const file = await people.ask<OrderFile>(as, 'GET', `/work-orders/${order}`);
  // Where a warning does not stand where that is done, the house refuses it.
  for (const { id } of file?.checklist ?? []) await people.ask(as, 'POST', `/warnings/${id}/${verb}`, said);
}
