/** The values that stand in the statements of facts: terms, quarters, and texts that must not break out of their quotes. */
import { subjectFacts } from '#facts/subjectFacts.ts';
import { textArrayLiteral, textLiteral } from '#derive/literal.ts';
import { namedValues, withValues } from '#facts/namedValues.ts';
import { expect, test } from 'vitest';

const on = (day: string) => namedValues({ day, moment: `${day}T12:00:00+08:00`, settlements: ['522301A001'], reach: ['522301A001'] });

test.each([
  ['2024-02-29', '2023-Q4', "date '2023-09-01'", "date '2023-08-31'"],
  ['2024-03-01', '2023-Q4', "date '2024-03-01'", "date '2023-08-31'"],
  ['2024-03-31', '2024-Q1', "date '2024-03-01'", "date '2023-08-31'"],
  ['2024-08-31', '2024-Q2', "date '2024-03-01'", "date '2024-08-31'"],
  ['2024-09-01', '2024-Q2', "date '2024-09-01'", "date '2024-08-31'"],
  ['2024-12-31', '2024-Q4', "date '2024-09-01'", "date '2024-08-31'"],
])('on %s the latest quarter is %s, the term began %s, the school year %s', (day, quarter, term, schoolYear) => {
  const values = on(day);
  expect([values.quarter, values.term_start, values.school_year_day]).toEqual([`'${quarter}'`, term, schoolYear]);
});

test('income windows reach nine quarters back', () => {
  expect(on('2024-03-31').first_quarter).toBe("'2022-Q1'");
  expect(on('2024-06-30').quarter_index).toBe(String(2024 * 4 + 2));
});

test('casts are no named values, and a name without a value is refused', () => {
  expect(withValues('select :t::text', { t: "'x'" })).toBe("select 'x'::text");
  expect(() => withValues('select :unheard', {})).toThrow(':unheard');
});

test('quotes and backslashes stay inside a text', () => {
  expect(textLiteral("a'b")).toBe("'a''b'");
  expect(textLiteral("a\\'b")).toBe(" E'a\\\\''b'");
  expect(textArrayLiteral(["x'; drop table person", '"'])).toBe(` E'{"x''; drop table person","\\\\""}'::text[]`);
});

test('a day or a moment that is none is refused', () => {
  const { sql } = subjectFacts.appeal;
  expect(() => sql({ day: "2024-01-01'", moment: '2024-01-02T00:00:00+08:00', settlements: [], reach: [] })).toThrow('no day');
  expect(() => sql({ day: '2024-01-01', moment: 'now', settlements: [], reach: [] })).toThrow('no moment');
});
