/** Medical insurance, family doctors and the follow-up of chronic illness. */
import { Chooser, isHeardFrom, livingMembers } from './choosing.ts';
import { type Day, dayOf, yearOf, yearsBetween } from './days.ts';
import { quota } from './plan.ts';
import { fixedDraw, streamFor } from './random.ts';
import { hasTag, type Illnesses } from './tags.ts';
import { lastSpell, type Work } from './work.ts';
import type { Person, World } from './world.ts';

export interface HealthTrouble {
  /** Not insured this year. */
  readonly uninsured?: boolean;
  /** Has not paid for the next year. */
  readonly nextUnpaid?: boolean;
  readonly unsigned?: boolean;
  /** The follow-up fell due on this day and was not made. */
  readonly followUpMissed?: Day;
  /** Chronically ill, and nobody wrote down when the next follow-up is. */
  readonly followUpUnknown?: boolean;
  /** In no list. */
  readonly unlisted?: boolean;
}

export interface Health {
  readonly illnesses: Illnesses;
  readonly troubles: ReadonlyMap<Person, HealthTrouble>;
  /** Insured with an employer. */
  isEmployeeScheme(person: Person): boolean;
}

const followUpDays = 88;

export function planHealth(world: World, illnesses: Illnesses, work: Work): Health {
  const { until, seed } = world.plan;
  const random = streamFor(seed, 'health');
  const troubles = new Map<Person, HealthTrouble>();
  const people = world.households.filter((household) => isHeardFrom(household, 'health_service')).flatMap(livingMembers);
  const chooser = new Chooser(random, people);
  const plant = (share: number, fits: (person: Person) => boolean, trouble: () => HealthTrouble): void => {
    for (const person of chooser.take(quota(share, people.length), fits)) troubles.set(person, trouble());
  };
  const age = (person: Person): number => yearsBetween(person.birth, until);
  const group = (person: Person): number =>
    hasTag(person, '1', '2', '3', '4', '10') ? 3 : person.household.type <= '2' || illnesses.has(person) ? 2 : 1;
  const plain = (person: Person): boolean => age(person) >= 1 && !hasTag(person, '16', '17', '18');
  for (const [share, wanted] of [
    [0.0016, 1],
    [0.0014, 2],
    [0.0008, 3],
  ] as const)
    plant(
      share,
      (person) => plain(person) && group(person) === wanted,
      () => ({ uninsured: true }),
    );
  plant(0.006, plain, () => ({ nextUnpaid: true }));
  const key = (person: Person): boolean => age(person) >= 65 || age(person) <= 6 || hasTag(person, '9', '12', '14') || illnesses.has(person);
  plant(0.0035, key, () => ({ unsigned: true }));
  const ill = (person: Person): boolean => illnesses.has(person);
  for (const [share, low, high] of [
    [0.0008, 16, 28],
    [0.0006, 32, 58],
    [0.0005, 62, 88],
    [0.0004, 92, 160],
  ] as const) {
    plant(share, ill, () => ({ followUpMissed: until - random.between(low, high) }));
  }
  plant(0.0003, ill, () => ({ followUpUnknown: true }));
  plant(
    0.0012,
    (person) => age(person) >= 7 && age(person) < 60 && !key(person),
    () => ({ unlisted: true }),
  );
  const isEmployeeScheme = (person: Person): boolean => {
    const worker = work.workers.get(person);
    return worker !== undefined && lastSpell(worker).employer !== undefined && fixedDraw(person.index, 71) < 0.1;
  };
  return { illnesses, troubles, isEmployeeScheme };
}

/** The day on which a person pays for the year after `year`: between September and the end of November. */
export const premiumPaidOn = (person: Person, year: number): Day => dayOf(year, 9, 1) + Math.floor(fixedDraw(person.index, 72) * 86);

/** The latest year that is paid for, as known on a day. */
export function insuredYearOn(person: Person, day: Day, trouble: HealthTrouble | undefined, until: Day): number {
  const year = yearOf(day);
  const paidNext =
    premiumPaidOn(person, year) <= day && !(trouble?.nextUnpaid && year === yearOf(until)) && !(trouble?.uninsured && year >= yearOf(until) - 1);
  return paidNext ? year + 1 : year;
}

/** When the next follow-up of a chronically ill person is due, as known on a day. */
export function followUpDueOn(person: Person, day: Day, trouble: HealthTrouble | undefined): Day {
  const phase = Math.floor(fixedDraw(person.index, 73) * followUpDays);
  const round = Math.floor((day + 6 - phase) / followUpDays);
  const due = phase + (round + 1) * followUpDays;
  return trouble?.followUpMissed !== undefined ? Math.min(due, trouble.followUpMissed) : due;
}

/** The day of the last follow-up before the one that is due. */
export const lastFollowUp = (due: Day): Day => due - followUpDays - 2;
