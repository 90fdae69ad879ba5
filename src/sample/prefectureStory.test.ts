import { beforeAll, expect, test } from 'vitest';
import { livingMembers } from './choosing.ts';
import { parseDay, yearsBetween } from './days.ts';
import { idCheckCharacter } from './identity.ts';
import { planFor } from './plan.ts';
import { type Story, tellStory } from './prefectureStory.ts';

const until = parseDay('2023-12-31');
let story: Story;

beforeAll(() => {
  story = tellStory(planFor({ people: 5000, seed: 7, until, months: 13, faults: false, now: 0 }));
});

test('exactly so many people live in the households that are still here', () => {
  const living = story.world.households.filter(({ leftOn }) => leftOn === 0).flatMap(livingMembers);
  expect(living).toHaveLength(5000);
  for (const settlement of story.world.settlements) {
    expect(settlement.households.filter(({ leftOn }) => leftOn === 0).flatMap(livingMembers)).toHaveLength(settlement.people);
  }
});

test('identity numbers are distinct, right, and say birth date and sex', () => {
  const { persons } = story.world;
  expect(new Set(persons.map(({ idNo }) => idNo)).size).toBe(persons.length);
  for (const { idNo, sex } of persons) {
    expect(idCheckCharacter(idNo.slice(0, 17))).toBe(idNo[17]);
    expect(Number(idNo[16]) % 2).toBe(sex % 2);
  }
});

test('families are plausible', () => {
  const { households, persons } = story.world;
  const ages = persons.map(({ birth }) => yearsBetween(birth, until));
  expect(persons.length / households.length).toBeGreaterThan(3.5);
  expect(persons.length / households.length).toBeLessThan(4.7);
  expect(ages.filter((age) => age >= 60).length / ages.length).toBeGreaterThan(0.1);
  expect(ages.filter((age) => age < 16).length / ages.length).toBeGreaterThan(0.18);
  for (const { head, members } of households) {
    expect(head.relation).toBe('02');
    const children = members.filter(({ relation }) => relation === '20' || relation === '30');
    for (const child of children.filter(({ endedOn }) => endedOn === 0)) expect(yearsBetween(head.birth, child.birth)).toBeGreaterThanOrEqual(14);
  }
});

test('every settlement has its buildings, a community and, but for one, the level of each item that was laid down', () => {
  const { settlements } = story.world;
  expect(settlements.length).toBeGreaterThanOrEqual(6);
  expect(story.world.counties.length).toBeGreaterThanOrEqual(3);
  for (const item of ['A01', 'A06', 'B04', 'C03', 'C04', 'G03'] as const) {
    const levels = settlements.map((settlement) => settlement.levels[item]);
    for (const level of ['none', 'blue', 'yellow', 'orange', 'red'] as const) expect(levels).toContain(level);
  }
  for (const { buildings, communities, households } of settlements) {
    expect(communities.length).toBeGreaterThan(0);
    expect(buildings.reduce((sum, building) => sum + building.households.length, 0)).toBe(households.length);
    for (const building of buildings) expect(building.households.length).toBeLessThanOrEqual(60);
  }
});

test('the same seed tells the same story, another seed another', () => {
  const tell = (seed: number): string =>
    tellStory(planFor({ people: 1500, seed, until, months: 6, faults: false, now: 0 }))
      .world.persons.map(({ idNo, name }) => idNo + name)
      .join();
  expect(tell(3)).toBe(tell(3));
  expect(tell(3)).not.toBe(tell(4));
});
