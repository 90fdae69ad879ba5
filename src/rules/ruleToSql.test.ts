/** The SQL of each construct, as a reader of an item's page sees it. */
import { expect, test } from 'vitest';
import { parseRule } from './parseRule.ts';
import type { RuleType } from './rule.ts';
import { ruleToSql } from './ruleToSql.ts';
import { sqlLiteral } from './sqlLiteral.ts';

const variables = { a: 'int', b: 'int', x: 'double', y: 'double', p: 'bool', q: 'bool', p_line: 'double', warned: 'bool' } as const;
const bound: Record<string, string> = { p_line: '7500.0::float8', warned: 'f.level IS NOT NULL' };

function sqlOf(text: string, expected: RuleType = 'bool'): string {
  return ruleToSql(parseRule(text, variables, expected), { variable: (name) => bound[name] ?? `f.${name}` });
}

test.each([
  ['a >= 30', 'f.a >= 30'],
  ['a != b', 'f.a <> f.b'],
  ['x > 30.0', 'f.x > 30.0::float8'],
  ['x < 1.1 * p_line', 'f.x < 1.1::float8 * 7500.0::float8'],
  ['a * 100 < b * 10', 'f.a::bigint * 100 < f.b::bigint * 10'],
  ['a - (b - 1) > -2', 'f.a::bigint - (f.b::bigint - 1) > -2'],
  ['(a + b) * 2 == -5 * a', '(f.a::bigint + f.b) * 2 = (-5)::bigint * f.a'],
  ['a / b > 1', 'f.a::bigint / NULLIF(f.b, 0) > 1'],
  ['x / (y - 1.0) > 1.0', 'f.x / NULLIF(f.y - 1.0::float8, 0.0::float8) > 1.0::float8'],
  ['-a < 3', '-f.a::bigint < 3'],
  ['-(-x) < 3.0', '-(-f.x) < 3.0::float8'],
  ['!p && !(a > 1)', 'NOT f.p AND NOT f.a > 1'],
  ['!(p || q)', 'NOT (f.p OR f.q)'],
  ['!!p', 'NOT (NOT f.p)'],
  ['p && (q || a > 1)', 'f.p AND (f.q OR f.a > 1)'],
  ['p && q || a > 1', '(f.p AND f.q) OR f.a > 1'],
  ['p == (a > 1)', 'f.p = (f.a > 1)'],
  ['a in [1, -2]', 'f.a IN (1, -2)'],
  ['x in [0.5]', 'f.x IN (0.5::float8)'],
  ['p ? a > 1 : q', 'CASE f.p WHEN true THEN f.a > 1 WHEN false THEN f.q END'],
  ['(p ? a : b) * 2 > 3', '(CASE f.p WHEN true THEN f.a WHEN false THEN f.b END)::bigint * 2 > 3'],
  ['!warned', 'NOT (f.level IS NOT NULL)'],
  ['true', 'true'],
] as const)('%s', (text, sql) => {
  expect(sqlOf(text)).toBe(sql);
});

test('a whole-number result that may leave 2^53 is guarded', () => {
  expect(sqlOf('a * b', 'int')).toBe('CASE WHEN f.a::bigint * f.b BETWEEN -9007199254740991 AND 9007199254740991 THEN f.a::bigint * f.b END');
  expect(sqlOf('a + b', 'int')).toBe('f.a::bigint + f.b');
});

test('literals carry their type', () => {
  expect([
    sqlLiteral(true, 'bool'),
    sqlLiteral(-30, 'int'),
    sqlLiteral(30, 'double'),
    sqlLiteral(1e-7, 'double'),
    sqlLiteral(null, 'double'),
    sqlLiteral(null, 'int'),
  ]).toEqual(['true', '-30', '30.0::float8', '1e-7::float8', 'NULL::float8', 'NULL::integer']);
  expect(() => sqlLiteral(1.5, 'int')).toThrow(TypeError);
  expect(() => sqlLiteral(true, 'int')).toThrow(TypeError);
  expect(() => sqlLiteral(Number.NaN, 'double')).toThrow(TypeError);
});
