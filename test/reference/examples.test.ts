/** Every example of the specification, through the reference's own evaluator of rules. */
import { describe, expect, test } from 'vitest';
import type { Fact } from './facts.ts';
import examples from './examples.json' with { type: 'json' };
import { items, levelOf } from './items.ts';

describe.each(items.map((item) => [item.code, item] as const))('item %s', (code, item) => {
  const ofItem = examples.filter((example) => example.item === code);
  test.each(ofItem.map((example) => [example.case, example] as const))('%s', (_name, { facts, expected }) => {
    expect(levelOf(item, facts as Record<string, Fact>)).toBe(expected);
  });
});
