/** Random worlds are the same for the same seed, and between them every fact and every item finds its cases. */
import { beforeAll, describe, expect, test } from 'vitest';
import { neverUnknown, neverZero } from './exceptions.ts';
import type { Fact } from './facts.ts';
import { factNames, factsAt, kinds } from './factsAt.ts';
import { colours, items, levelOf } from './items.ts';
import { randomWorld, smallWorldParameters } from './randomWorld.ts';
import { register as registerOf, registers } from './registers.ts';

const seeds = Array.from({ length: 60 }, (_, index) => index + 1);
/** What each fact came to, and each item. */
const values = new Map<string, Set<string>>();
const levels = new Map<string, Set<string>>();

const remember = (seen: Map<string, Set<string>>, name: string, state: string): void => {
  seen.set(name, (seen.get(name) ?? new Set()).add(state));
};
const stateOf = (value: Fact): string => (value === null ? 'unknown' : value === 0 || value === false ? 'zero' : 'value');

beforeAll(() => {
  for (const seed of seeds) {
    const world = randomWorld(seed);
    for (const look of world.looks.slice(-2)) for (const kind of kinds) lookAt(world, kind, look);
  }
}, 300_000);

function lookAt(world: ReturnType<typeof randomWorld>, kind: (typeof kinds)[number], look: string): void {
  const itemsOfKind = items.filter(({ subject }) => subject === kind);
  for (const { facts } of factsAt(world, kind, look).values()) {
    for (const [name, value] of Object.entries(facts)) remember(values, `${kind}.${name}`, stateOf(value));
    for (const item of itemsOfKind) remember(levels, item.code, levelOf(item, facts, smallWorldParameters));
  }
}

test('the same seed gives the same world, another seed another', () => {
  expect(randomWorld(7)).toEqual(randomWorld(7));
  expect(randomWorld(8).statements).not.toEqual(randomWorld(7).statements);
});

test('every register of the specification is told', () => {
  const told = new Set(seeds.slice(0, 20).flatMap((seed) => randomWorld(seed).statements.map(({ register }) => register)));
  const platform = ['register_feed', 'warning_case'];
  expect(registers.map(({ name }) => name).filter((name) => !told.has(name))).toEqual(platform.toSorted().toReversed());
});

test('every row has its key, and no field that its register has not', () => {
  for (const { register, row } of randomWorld(3).statements) {
    const { key, required, fields } = registerOf(register);
    expect(Object.keys(row).filter((field) => ![...fields, 'settlement_code'].includes(field))).toEqual([]);
    expect(key.filter((field) => required.includes(field) && row[field] === undefined)).toEqual([]);
  }
});

describe('facts', () => {
  const names = kinds.flatMap((kind) => factNames(kind).map((fact) => `${kind}.${fact}`));
  test.each(names)('%s takes a value, zero and unknown', (name) => {
    const expected = ['value', ...(neverZero.includes(name) ? [] : ['zero']), ...(neverUnknown.includes(name) ? [] : ['unknown'])];
    expect([...(values.get(name) ?? [])].toSorted()).toEqual(expected.toSorted());
  });
});

describe('items', () => {
  test.each(items)('$code takes each of its levels', (item) => {
    const used = colours.filter((colour) => item.levels[colour] !== 'false');
    expect([...(levels.get(item.code) ?? [])]).toEqual(expect.arrayContaining(['none', 'unknown', ...used]));
  });
});
