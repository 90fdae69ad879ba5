/** The value of each construct for one subject, with unknowns, and the state that levels add up to. */
import { describe, expect, test } from 'vitest';
import { decideLevel } from './decideLevel.ts';
import { evaluateRule } from './evaluateRule.ts';
import { levelToSql } from './levelToSql.ts';
import { parseRule } from './parseRule.ts';
import type { RuleType, RuleValue } from './rule.ts';

const variables = { a: 'int', b: 'int', x: 'double', y: 'double', p: 'bool', q: 'bool' } as const;
const known = { a: 7, b: 2, x: 7500, y: 8250, p: true, q: false };
const unknown = { a: null, b: null, x: null, y: null, p: null, q: null };

function value(text: string, values: Record<string, RuleValue>, expected: RuleType = 'bool'): RuleValue {
  return evaluateRule(parseRule(text, variables, expected), values);
}

describe('known values', () => {
  test.each([
    ['a >= 7 && b < 3', true],
    ['a == 7 && a != 7', false],
    ['x * 1.1 == 8250.0', true],
    ['p == !q', true],
    ['a in [1, 7]', true],
    ['a in [1, 2]', false],
    ['p ? q : a > 1', false],
    ['2000000000 * 2000000000 + a == 2000000000 * 2000000000 + 7', true],
  ] as const)('%s', (text, expected) => {
    expect(value(text, known)).toBe(expected);
  });

  test.each([
    ['a / b', 3],
    ['-a / b', -3],
    ['-(a - 7)', 0],
    ['p ? a : b', 7],
    ['2 + 3 * a - b', 21],
  ] as const)('%s = %d', (text, expected) => {
    expect(value(text, known, 'int')).toBe(expected);
  });

  test('a product of two ints is exact beyond 2^53 and unknown as a result', () => {
    const most = { ...known, a: 2147483647, b: 2147483647 };
    expect(value('a * b == a * (b - 1) + a', most)).toBe(true);
    expect(value('a * b > a * b - 1', most)).toBe(true);
    expect(value('a * b', most, 'int')).toBeNull();
    expect(value('a * b', known, 'int')).toBe(14);
  });
});

describe('unknown values', () => {
  test.each([
    ['p || true', true],
    ['true || p', true],
    ['p && false', false],
    ['false && p', false],
    ['p || false', null],
    ['p && true', null],
    ['!p', null],
    ['a == a', null],
    ['a in [1]', null],
    ['a + 1 > a', null],
    ['p ? true : true', null],
    ['true ? true : p', true],
    ['p == q', null],
  ] as const)('%s', (text, expected) => {
    expect(value(text, unknown)).toBe(expected);
  });

  test('division by zero is unknown', () => {
    expect(value('a / (b - 2) > 0', known)).toBeNull();
    expect(value('a / (b - 2) > 0 || p', known)).toBe(true);
    expect(value('x / (y - y)', known, 'double')).toBeNull();
  });
});

test('a value that is missing or of another type is a mistake of the caller', () => {
  expect(() => value('a > 1', {})).toThrow(TypeError);
  expect(() => value('a > 1', { a: 1.5 })).toThrow(TypeError);
  expect(() => value('a > 1', { a: 3e9 })).toThrow(TypeError);
  expect(() => value('x > 1.0', { x: Number.NaN })).toThrow(TypeError);
  expect(() => value('p', { p: 1 })).toThrow(TypeError);
});

describe('levels', () => {
  const quiet = { blue: false, yellow: false, orange: false, red: false };
  test.each([
    [quiet, true, 'none'],
    [quiet, false, 'not_applicable'],
    [{ ...quiet, red: true }, null, 'unknown'],
    [{ ...quiet, blue: true, yellow: true }, true, 'yellow'],
    [{ blue: true, yellow: true, orange: true, red: true }, true, 'red'],
    [{ ...quiet, blue: true, red: null }, true, 'blue'],
    [{ ...quiet, yellow: null }, true, 'unknown'],
    [{ ...quiet, yellow: null }, false, 'not_applicable'],
  ] as const)('%o, applies %s: %s', (levels, applies, state) => {
    expect(decideLevel(levels, applies)).toBe(state);
  });

  test('in SQL, without the levels that are not used', () => {
    expect(levelToSql({ applies: 'f.labour', blue: 'false', yellow: 'false', orange: 'f.a > 1', red: 'f.a > 2 OR f.p' })).toBe(
      'CASE f.labour WHEN true THEN CASE WHEN NOT (f.a > 2 OR f.p OR f.a > 1) THEN 0 WHEN f.a > 2 OR f.p THEN 4 WHEN f.a > 1 THEN 3 END WHEN false THEN -1 END',
    );
    expect(levelToSql({ applies: 'true', blue: 'false', yellow: 'false', orange: 'false', red: 'false' })).toBe('0');
  });
});
