/** Bills of illness, schooling, disaster and care: small ones here and there, and the few that a family can hardly bear. */
import { Chooser, isHeardFrom, livingMembers } from './choosing.ts';
import { type Day, isoDay } from './days.ts';
import { colivingOn, type Incomes } from './incomes.ts';
import { quota } from './plan.ts';
import { type Random, streamFor } from './random.ts';
import type { Household, Person, World } from './world.ts';

export interface Bill {
  readonly number: string;
  readonly household: Household;
  readonly person: Person | undefined;
  /** Code of EXPENSE. */
  readonly kind: string;
  readonly selfPaid: number;
  readonly reimbursed: number;
  readonly on: Day;
  readonly event: string;
}

/** Own medical payments as a share of income (E02). */
const illnessBands = [
  [0.0022, 0.12, 0.23],
  [0.0015, 0.27, 0.38],
  [0.001, 0.42, 0.55],
  [0.0006, 0.63, 0.85],
] as const;
/** Income a head that rigid expenses leave (F03); true = a disaster or accident, which raises the level. */
const hardshipBands = [
  [0.002, 9200, 11_000, false],
  [0.0008, 9200, 11_000, true],
  [0.0012, 7700, 8800, false],
  [0.0006, 7700, 8800, true],
  [0.0008, 5500, 7200, false],
  [0.0004, 5500, 7200, true],
  [0.0004, 3200, 5000, false],
] as const;
/** What an ordinary household must keep a head, with a margin above the warning. */
const keptPerHead = 11_420;

export function planExpenses(world: World, incomes: Incomes): Bill[] {
  const { until, seed, timeline } = world.plan;
  const random = streamFor(seed, 'expenses');
  const bills: Bill[] = [];
  const add = (household: Household, kind: string, selfPaid: number, on: Day, event = ''): void => {
    const reimbursed = kind === '1' ? Math.round(selfPaid * (0.5 + random.next() * 2)) : kind === '3' ? Math.round(selfPaid * 0.2) : 0;
    const person = kind === '1' || kind === '2' ? random.pick(livingMembers(household)) : undefined;
    bills.push({
      number: `PJ${isoDay(on).replaceAll('-', '')}${String(bills.length + 1).padStart(6, '0')}`,
      household,
      person,
      kind,
      selfPaid,
      reimbursed,
      on,
      event,
    });
  };
  const ordinary = world.households.filter((household) => incomes.isOrdinary(household));
  const heard = ordinary.filter((household) => isHeardFrom(household, 'expense', 'income'));
  const chooser = new Chooser(random, heard);
  const perHead = (household: Household): number => incomes.lastYearOf(household) / colivingOn(household, until);
  const inLastYear = (): Day => until - random.between(4, 355);
  const burdened = new Set<Household>();
  for (const [share, low, high] of illnessBands) {
    for (const household of chooser.take(quota(share, heard.length), (one) => low > 0.6 || perHead(one) * (1 - high) > 7700)) {
      burdened.add(household);
      const total = Math.round(incomes.lastYearOf(household) * (low + random.next() * (high - low)));
      add(household, '1', Math.round(total * 0.7), inLastYear());
      add(household, '1', total - Math.round(total * 0.7), inLastYear());
    }
  }
  for (const [share, low, high, disaster] of hardshipBands) {
    for (const household of chooser.take(quota(share, heard.length), (one) => perHead(one) > high + 900)) {
      burdened.add(household);
      const total = Math.round((perHead(household) - random.between(low, high)) * colivingOn(household, until));
      const on = inLastYear();
      if (disaster) add(household, random.pick(['3', '4']), total, on, `SJ-${isoDay(on)}-${household.index % 100}`);
      else add(household, random.pick(['2', '5']), total, on);
    }
  }
  for (const household of ordinary) {
    if (burdened.has(household) || !random.chance(0.34)) continue;
    addSmallBills(random, household, incomes, until, (kind, amount) => add(household, kind, amount, random.between(timeline.start - 200, until - 3)));
  }
  return bills.sort((one, other) => one.on - other.on || one.household.index - other.household.index);
}

/** A few bills that together leave the household well above every threshold. */
function addSmallBills(random: Random, household: Household, incomes: Incomes, until: Day, add: (kind: string, amount: number) => void): void {
  const income = incomes.lastYearOf(household);
  const spare = Math.min(income * 0.085, (income - keptPerHead * colivingOn(household, until)) * 0.8);
  if (spare < 200) return;
  const count = random.between(1, 3);
  for (let number = 0; number < count; number += 1)
    add(
      random.weighted([
        ['1', 0.62],
        ['2', 0.26],
        ['5', 0.08],
        ['9', 0.04],
      ]),
      Math.round((spare * (0.25 + random.next() * 0.7)) / count),
    );
}
