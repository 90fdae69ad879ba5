/** Children who need care: left behind by parents who work away, or in difficulty, and how long ago somebody came to see them. */
import { Chooser, isHeardFrom, livingMembers } from './choosing.ts';
import { type Day, yearsBetween } from './days.ts';
import { quota } from './plan.ts';
import { streamFor } from './random.ts';
import { addTag, hasTag } from './tags.ts';
import { lastSpell, type Work } from './work.ts';
import type { Household, Person, World } from './world.ts';

export interface Children {
  readonly atRisk: ReadonlySet<Person>;
  /** Children to whom harm was found on a visit, with the day. */
  readonly incidents: ReadonlyMap<Person, Day>;
}

/** Days since the last care visit, and their share of the children at risk. */
const careBands = [
  [0.01, 33, 44],
  [0.008, 47, 59],
  [0.006, 63, 88],
  [0.004, 93, 200],
] as const;

export function planChildren(world: World, work: Work): Children {
  const { until, seed, people } = world.plan;
  const random = streamFor(seed, 'children');
  const age = (person: Person): number => yearsBetween(person.birth, until);
  const parentsAway = (household: Household): boolean => {
    const grown = livingMembers(household)
      .filter((member) => age(member) >= 18 && age(member) < 55)
      .map((member) => work.workers.get(member));
    return (
      grown.length > 0 &&
      grown.every(
        (worker) =>
          worker !== undefined &&
          lastSpell(worker).state === 'employed' &&
          (lastSpell(worker).form ?? '') >= '4' &&
          (lastSpell(worker).form ?? '') <= '5',
      )
    );
  };
  const candidates = world.households.filter(
    (household) =>
      household.leftOn === 0 &&
      !household.away &&
      !household.vacancy &&
      livingMembers(household).some((member) => age(member) >= 55) &&
      parentsAway(household),
  );
  const leftBehind = candidates.flatMap(livingMembers).filter((person) => age(person) < 16);
  for (const child of new Chooser(random, leftBehind).take(Math.round(people * 0.014))) {
    addTag(child, '5');
    child.guardianStatus = '2';
  }
  const children = world.households
    .filter(({ leftOn, away, vacancy }) => leftOn === 0 && !away && !vacancy)
    .flatMap(livingMembers)
    .filter((person) => age(person) < 18);
  for (const child of new Chooser(random, children).take(quota(0.0012, people), (one) => !hasTag(one, '5'))) addTag(child, '8');
  const atRisk = new Set(
    world.persons.filter(
      (person) => person.endedOn === 0 && person.household.leftOn === 0 && age(person) < 18 && hasTag(person, '3', '4', '5', '8', '9'),
    ),
  );
  const heard = [...atRisk].filter(
    (child) => isHeardFrom(child.household, 'visit') && age(child) >= 2 && !child.household.away && !child.household.vacancy,
  );
  const chooser = new Chooser(random, heard);
  const taken = new Set<Household>();
  const alone = (child: Person): boolean =>
    !taken.has(child.household) && child.household.members.filter((member) => atRisk.has(member)).length === 1;
  for (const [share, low, high] of careBands) {
    for (const child of chooser.take(quota(share, heard.length), alone)) {
      taken.add(child.household);
      child.household.lastVisitOn = until - random.between(low, high);
    }
  }
  for (const child of chooser.take(quota(0.003, heard.length), alone)) {
    child.guardian = undefined;
    child.guardianStatus = '4';
  }
  const incidents = new Map(chooser.take(quota(0.002, heard.length), alone).map((child) => [child, until - random.between(2, 26)]));
  for (const child of chooser.take(quota(0.003, heard.length), alone)) child.guardianStatus = '';
  return { atRisk, incidents };
}
