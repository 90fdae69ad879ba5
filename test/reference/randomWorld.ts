/** Small random worlds, the same for the same seed, in which every fact and every item finds its cases. */
import { monthsBefore, partsOf, plusDays } from './calendar.ts';
import { tellCare } from './random/care.ts';
import { type Dice, diceOf } from './random/dice.ts';
import { tellHousehold } from './random/homes.ts';
import { tellGrievances, tellReference, tellTheRest } from './random/others.ts';
import { tellHome } from './random/people.ts';
import { type Settlement, tellSettlements } from './random/places.ts';
import { tellServices } from './random/services.ts';
import { tellerOf } from './random/telling.ts';
import { tellWork } from './random/work.ts';
import type { Parameters } from './items.ts';
import { registers } from './registers.ts';
import type { Delivery, World } from './world.ts';

/** A random world, and the days around which its dates lie. */
export interface RandomWorld extends World {
  readonly until: string;
  /** The days on which to look at it, earliest first. */
  readonly looks: readonly string[];
  readonly goLive: string;
}

/** Thresholds that a settlement of a hundred people can reach, where the defaults need thousands. */
export const smallWorldParameters: Parameters = {
  A04: { p_blue: 400, p_yellow: 300, p_orange: 200, p_red: 100 },
  C04: { p_pct_blue: 3, p_pct_yellow: 8, p_pct_orange: 15, p_pct_red: 30 },
  G03: { p_households: 5 },
  C05: { p_group_orange: 3, p_group_red: 5 },
};

const lastDays = [
  '2024-02-29',
  '2024-03-01',
  '2023-12-31',
  '2024-12-15',
  '2024-12-31',
  '2025-01-01',
  '2023-08-31',
  '2024-09-01',
  '2025-02-28',
  '2024-06-30',
  '2025-01-26',
];

/** The world of a seed: 2 to 4 settlements, 10 to 40 households, every register, fourteen months. */
export function randomWorld(seed: number): RandomWorld {
  const dice = diceOf(seed);
  const until = dice.chance(0.5) ? dice.pick(lastDays) : plusDays('2023-06-01', dice.between(0, 800));
  const looks = looksOf(dice, until);
  const teller = tellerOf(dice, looks, until);
  const settlements = tellSettlements(teller);
  const homes = Array.from({ length: dice.between(10, 40) }, (_, index) => tellHome(teller, settlements, index + 1));
  const persons = homes.flatMap((home) => home.persons);
  for (const home of homes) tellHousehold(teller, home);
  for (const person of persons) {
    tellWork(teller, person);
    tellCare(teller, person);
  }
  for (const settlement of settlements) {
    tellServices(teller, settlement, settlements);
    tellGrievances(teller, settlement);
    tellTheRest(teller, settlement, persons);
  }
  tellReference(teller);
  for (const person of dice.some(persons, 0.03))
    teller.tell('person', { person_no: person.no, household_no: dice.pick(homes).no, birth_date: person.birth }, teller.edge());
  return {
    statements: teller.statements(),
    feed: settlements.flatMap((settlement) => deliveriesOf(dice, settlement, looks)),
    calendar: calendarOf(dice, until),
    until,
    looks,
    goLive: monthsBefore(until, 6),
  };
}

/** The last day and three days of the year before it, at the edges of months, terms and years if they fall so. */
function looksOf(dice: Dice, until: string): string[] {
  const year = partsOf(until).year;
  const edges = [`${year - 1}-12-31`, `${year}-01-01`, `${year - 1}-09-01`, `${year}-03-01`, `${year}-02-28`, `${year - 1}-12-10`];
  const within = edges.filter((day) => day < until && day > monthsBefore(until, 12));
  const others = [dice.pick([...within, plusDays(until, -30)]), plusDays(until, -dice.between(1, 9)), plusDays(until, -dice.between(1, 330))];
  return [...new Set([until, ...others])].toSorted();
}

/** Deliveries before each look, at the edge of freshness or well within, and none of some registers. */
function deliveriesOf(dice: Dice, settlement: Settlement, looks: readonly string[]): Delivery[] {
  const silence = dice.pick([0, 0.03, 0.1, 0.3]);
  const spoken = registers.filter(({ via }) => !via.includes('none'));
  const everSpoken = spoken.filter(() => !dice.chance(silence / 2));
  return everSpoken.flatMap(({ name, staleAfterDays }) =>
    looks
      .filter(() => !dice.chance(silence))
      .map((look) => ({
        register: name,
        settlement_code: settlement.code,
        data_date: plusDays(look, -distanceOf(dice, staleAfterDays)),
      })),
  );
}

function distanceOf(dice: Dice, staleAfterDays: number): number {
  if (dice.chance(0.02)) return staleAfterDays;
  return dice.chance(0.1) ? staleAfterDays - 1 : dice.between(0, Math.min(staleAfterDays - 1, 30));
}

/** A holiday calendar of its own: some weekdays off, some weekends worked. */
function calendarOf(dice: Dice, until: string): Map<string, boolean> {
  const days = Array.from({ length: 25 }, () => plusDays(until, -dice.between(0, 400)));
  return new Map(days.map((day) => [day, dice.chance(0.3)]));
}
