/** The slow evaluator of `test/reference/` knows every item, fact and register of the house: what is added in one place and not in the other is named in plain words. */
import { expect, test } from 'vitest';
import { items, registers } from '#catalog/catalog.ts';
import { type Item, levels, subjectKinds } from '#catalog/items/item.ts';
import { subjectFacts } from '#facts/subjectFacts.ts';
import examples from '../reference/examples.json' with { type: 'json' };
import { factNames } from '../reference/factsAt.ts';
import { type Item as PlainItem, items as plainItems } from '../reference/items.ts';
import { registers as plainRegisters } from '../reference/registers.ts';

const plainFile = 'test/reference/items.json';

/** Parameters and levels that one of the two has and the other has not. */
function differences({ code, params, levels: rules }: Item, plain: PlainItem): string[] {
  return [
    ...Object.keys(params)
      .filter((name) => !(name in plain.params))
      .map((name) => `parameter ${name} of item ${code} is not in ${plainFile}`),
    ...Object.keys(plain.params)
      .filter((name) => !(name in params))
      .map((name) => `parameter ${name} of item ${code} is in ${plainFile} only`),
    ...levels
      .filter((level) => (rules[level] === 'false') !== (plain.levels[level] === 'false'))
      .map((level) => `level ${level} of item ${code} is used either here or in ${plainFile}, not in both`),
  ];
}

test('every item, with its parameters, levels and examples', () => {
  const missing = items.flatMap((item) => {
    const plain = plainItems.find(({ code }) => code === item.code);
    return [
      ...(plain ? differences(item, plain) : [`item ${item.code} is not in ${plainFile}`]),
      ...(examples.some((example) => example.item === item.code) ? [] : [`item ${item.code} has no example in test/reference/examples.json`]),
    ];
  });
  const alone = plainItems.filter(({ code }) => !items.some((item) => item.code === code));
  expect([...missing, ...alone.map(({ code }) => `item ${code} of ${plainFile} is not in src/catalog/items/items.ts`)]).toEqual([]);
});

test('every fact', () => {
  const missing = subjectKinds.flatMap((kind) => {
    const known = factNames(kind);
    const ours = subjectFacts[kind].facts.map(({ name }) => name).filter((name) => !known.includes(name));
    return ours.map((name) => `fact ${name} of ${kind} is not defined in test/reference/factsAt.ts`);
  });
  expect(missing).toEqual([]);
});

test('every register', () => {
  const known = plainRegisters.map(({ name }) => name);
  const ours = Object.keys(registers).filter((name) => !known.includes(name));
  expect(ours.map((name) => `register ${name} is not in test/reference/registers.json`)).toEqual([]);
});
