/** The hand-counted cases through the reference evaluator, and three of them at least for every fact. */
import { describe, expect, test } from 'vitest';
import { cases as appeal } from './cases/appeal.ts';
import { cases as clinic } from './cases/clinic.ts';
import { cases as dispute } from './cases/dispute.ts';
import { cases as facility } from './cases/facility.ts';
import { cases as household } from './cases/household.ts';
import { cases as person } from './cases/person.ts';
import { cases as school } from './cases/school.ts';
import { cases as settlement } from './cases/settlement.ts';
import { neverUnknown, neverZero } from './exceptions.ts';
import { factNames, factsAt, kinds } from './factsAt.ts';

const tables = { person, household, settlement, school, clinic, facility, dispute, appeal };
describe.each(kinds)('%s', (kind) => {
  const cases = tables[kind];
  const evaluated = new Map<string, ReturnType<typeof factsAt>>();
  const factsOn = (at: string): ReturnType<typeof factsAt> => {
    const world = cases[0]?.world;
    if (world === undefined) throw new Error(`no case of ${kind}`);
    const known = evaluated.get(at) ?? factsAt(world, kind, at);
    evaluated.set(at, known);
    return known;
  };

  test.each(cases.map((one) => [one.fact, one.name, one] as const))('%s: %s', (fact, _name, { subject, at, expected }) => {
    expect(factsOn(at).get(subject)?.facts).toHaveProperty(fact);
    const value = factsOn(at).get(subject)?.facts[fact];
    if (typeof expected === 'number' && typeof value === 'number') expect(value).toBeCloseTo(expected, 9);
    else expect(value).toBe(expected);
  });

  test.each(factNames(kind))('%s has a value, a zero or false, and an unknown', (fact) => {
    const expected = cases.filter((one) => one.fact === fact).map((one) => one.expected);
    expect(expected.length).toBeGreaterThanOrEqual(3);
    expect(expected.some((value) => value !== null && value !== 0 && value !== false)).toBe(true);
    if (!neverUnknown.includes(`${kind}.${fact}`)) expect(expected).toContain(null);
    if (!neverZero.includes(`${kind}.${fact}`)) expect(expected.some((value) => value === 0 || value === false)).toBe(true);
  });
});
