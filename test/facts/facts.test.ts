/** The SQL of all facts against the cases counted by hand, and against the reference on random worlds. */
import { type SubjectKind, subjectKinds } from '#catalog/items/item.ts';
import { subjectFacts } from '#facts/subjectFacts.ts';
import { createTestDatabase, type TestDatabase } from '#platform/database/testDatabase.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cases as appeal } from '../reference/cases/appeal.ts';
import { cases as clinic } from '../reference/cases/clinic.ts';
import { cases as dispute } from '../reference/cases/dispute.ts';
import { cases as facility } from '../reference/cases/facility.ts';
import { cases as household } from '../reference/cases/household.ts';
import { cases as person } from '../reference/cases/person.ts';
import { cases as school } from '../reference/cases/school.ts';
import { cases as settlement } from '../reference/cases/settlement.ts';
import { factNames, factsAt } from '../reference/factsAt.ts';
import { randomWorld } from '../reference/randomWorld.ts';
import type { World } from '../reference/world.ts';
import { type FactsByKey, isSame, withWorld } from './factsFromSql.ts';

const counted = { person, household, settlement, school, clinic, facility, dispute, appeal };

/** Random worlds of a run; ANJU_WORLDS asks for more, ANJU_FIRST_WORLD for others. */
const worlds = Number(process.env.ANJU_WORLDS ?? 12);
const firstWorld = Number(process.env.ANJU_FIRST_WORLD ?? 1);

let kit: TestDatabase;
beforeAll(async () => {
  kit = await createTestDatabase();
});
afterAll(() => kit.drop());

const settlementsOf = (world: World): string[] => [...new Set(world.feed.map((delivery) => delivery.settlement_code))].sort();

describe.each(subjectKinds)('%s', (kind) => {
  test('declares the facts of the reference', () => {
    expect(subjectFacts[kind].facts.map((fact) => fact.name).sort()).toEqual(factNames(kind).sort());
  });

  test('every case counted by hand', async () => {
    const cases = counted[kind];
    const days = [...new Set(cases.map(({ at }) => at))];
    const world = cases[0]?.world as World;
    const wrong: string[] = [];
    await withWorld(kit.database, world, async (ask) => {
      for (const day of days) {
        const facts = await ask(kind, day, settlementsOf(world));
        for (const { fact, name, subject, expected } of cases.filter(({ at }) => at === day)) {
          const value = facts.get(subject)?.facts[fact];
          if (!isSame(value, expected)) wrong.push(`${fact}: ${name} (${subject}, ${day}): ${value}, expected ${expected}`);
        }
      }
    });
    expect(wrong).toEqual([]);
  });
});

test.each(Array.from({ length: worlds }, (_, index) => firstWorld + index))('random world %i: SQL and reference agree', async (seed) => {
  const world = randomWorld(seed);
  const settlements = settlementsOf(world);
  const slices = [settlements, ...settlements.map((code) => [code]).slice(0, 2)];
  const agree = (kind: SubjectKind, look: string, slice: readonly string[], facts: FactsByKey, reference: FactsByKey): void => {
    const differing = difference(kind, facts, reference, slice).map((text) => `world ${seed}, ${look}, slice ${slice}: ${text}`);
    expect(differing).toEqual([]);
  };
  await withWorld(kit.database, world, async (ask) => {
    for (const kind of subjectKinds) {
      const moment = `${world.until}T14:00:00+08:00`;
      agree(
        kind,
        moment,
        settlements,
        await ask(kind, world.until, settlements, { moment }),
        factsAt(world, kind, world.until, { now: Date.parse(moment) }) as FactsByKey,
      );
      const known = factsAt(world, kind, world.until, { ignoreSilence: true }) as FactsByKey;
      agree(kind, 'even silent', settlements, await ask(kind, world.until, settlements, { evenSilent: true }), known);
    }
    for (const day of world.looks) {
      for (const kind of subjectKinds) {
        const reference = factsAt(world, kind, day) as FactsByKey;
        for (const slice of slices) agree(kind, day, slice, await ask(kind, day, slice), reference);
      }
    }
  });
});

/** What differs between the facts of a slice and the reference, at most five. */
function difference(kind: SubjectKind, facts: FactsByKey, reference: FactsByKey, slice: readonly string[]): string[] {
  const expected = new Map([...reference].filter(([, { settlement: code }]) => slice.includes(code)));
  const keys = [...new Set([...facts.keys(), ...expected.keys()])];
  const lines = keys.flatMap((key) => {
    const [mine, theirs] = [facts.get(key), expected.get(key)];
    if (!mine || !theirs) return [`${kind} ${key} is ${mine ? 'no subject of the reference' : 'missing'}`];
    const names = Object.keys(theirs.facts).filter((name) => !isSame(mine.facts[name], theirs.facts[name]));
    return names.map((name) => `${kind} ${key} ${name}: ${mine.facts[name]}, reference ${theirs.facts[name]}`);
  });
  return lines.slice(0, 5);
}
