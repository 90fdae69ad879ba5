/** Disability, illness, service and other lasting marks of people (codes of PERSON_TAG), and the supports that go with the rarest of them. */
import { livingMembers } from './choosing.ts';
import { yearsBetween } from './days.ts';
import { quota } from './plan.ts';
import { type Random, streamFor } from './random.ts';
import type { Person, World } from './world.ts';
import { Chooser } from './choosing.ts';

/** Long illnesses (codes of CHRONIC) by person. */
export type Illnesses = ReadonlyMap<Person, readonly string[]>;

export const hasTag = (person: Person, ...codes: readonly string[]): boolean => codes.some((code) => person.tags.includes(code));

export function addTag(person: Person, code: string): void {
  if (!person.tags.includes(code)) person.tags = [...person.tags, code].sort((one, other) => Number(one) - Number(other));
}

/** Marks people and returns who is chronically ill with what. */
export function markPeople(world: World): Illnesses {
  const { seed, until } = world.plan;
  const random = streamFor(seed, 'tags');
  const illnesses = new Map<Person, readonly string[]>();
  for (const household of world.households) {
    if (household.leftOn !== 0) continue;
    for (const person of livingMembers(household)) markPerson(random, person, yearsBetween(person.birth, until), illnesses);
  }
  supportTheRarest(world, random);
  return illnesses;
}

function markPerson(random: Random, person: Person, age: number, illnesses: Map<Person, readonly string[]>): void {
  if (random.chance(age < 18 ? 0.004 : age < 60 ? 0.022 : 0.06)) {
    addTag(person, '9');
    person.health = '60';
  }
  if (random.chance(age < 35 ? 0.002 : age < 60 ? 0.05 : 0.27)) {
    illnesses.set(person, [
      random.weighted([
        ['1', 0.6],
        ['2', 0.2],
        ['5', 0.04],
        ['3', 0.02],
        ['9', 0.14],
      ]),
    ]);
    addTag(person, '11');
    if (person.health === '10') person.health = '30';
  }
  if (age >= 18 && random.chance(0.0035)) {
    illnesses.set(person, ['4']);
    addTag(person, '12');
  }
  if (age >= 20 && random.chance(0.003)) {
    illnesses.set(person, ['6']);
    addTag(person, '10');
  }
  if (person.sex === 2 && person.marital === '20' && age >= 20 && age <= 38 && random.chance(0.04)) addTag(person, '14');
  if (person.sex === 1 && age >= 18 && age <= 23 && random.chance(0.012)) addTag(person, '16');
  else if (age >= 20 && age <= 45 && random.chance(0.0008)) addTag(person, '17');
  else if (age >= 20 && age <= 50 && random.chance(0.0015)) addTag(person, '18');
  else if (person.sex === 1 && age >= 26 && random.chance(0.012)) addTag(person, '13');
  if (age >= 21 && age <= 30 && (person.education === '20' || person.education === '30')) addTag(person, '15');
}

/** People without family to support them: elders in extreme hardship, orphans and children whose parents cannot raise them. */
function supportTheRarest(world: World, random: Random): void {
  const { plan } = world;
  const people = new Chooser(random, world.households.filter(({ leftOn }) => leftOn === 0).flatMap(livingMembers));
  const age = (person: Person): number => yearsBetween(person.birth, plan.until);
  for (const person of people.take(quota(0.0012, plan.people), (one) => age(one) >= 62)) addTag(person, '2');
  for (const person of people.take(quota(0.0004, plan.people), (one) => age(one) >= 1 && age(one) < 18 && one.relation === '40')) {
    addTag(person, random.chance(0.5) ? '3' : '4');
    person.guardianStatus = '2';
  }
}
