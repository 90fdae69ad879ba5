/** A rule gives the same value in PostgreSQL as in process, whatever is known or unknown; so do the levels of an item. */
import fc from 'fast-check';
import { raw } from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#platform/database/testDatabase.ts';
import { compileRule } from '#rules/compileRule.ts';
import { decideLevel } from '#rules/decideLevel.ts';
import { levelToSql, stateOfRank } from '#rules/levelToSql.ts';
import { parseRule } from '#rules/parseRule.ts';
import type { Rule, RuleValue } from '#rules/rule.ts';
import { RuleError } from '#rules/ruleError.ts';
import { ruleToSql } from '#rules/ruleToSql.ts';
import { sqlLiteral } from '#rules/sqlLiteral.ts';
import { type RandomValues, randomRule, randomValues, ruleVariables } from './randomRules.ts';

let one: TestDatabase;
beforeAll(async () => {
  one = await createTestDatabase(1);
});
afterAll(() => one.drop());

const names = Object.keys(ruleVariables) as (keyof typeof ruleVariables)[];
const sqlTypes = { int: 'integer', double: 'double precision', bool: 'boolean' } as const;

function read(text: string, type: Rule['type']): Rule | undefined {
  try {
    return parseRule(text, ruleVariables, type);
  } catch (error) {
    if (error instanceof RuleError && error.code === 'result-out-of-range') return undefined;
    throw error;
  }
}

/** One row a subject, one column a rule. */
async function inPostgres(rules: readonly Rule[], subjects: readonly RandomValues[]): Promise<Record<string, RuleValue>[]> {
  const columns = rules.map((rule, index) => `${ruleToSql(rule, { variable: (name) => `f.${name}` })} AS r${index}`);
  const declared = names.map((name) => `${name} ${sqlTypes[ruleVariables[name]]}`).join(', ');
  return one.database.query(raw(`SELECT ${columns.join(', ')} FROM json_to_recordset('${JSON.stringify(subjects)}') AS f(${declared})`));
}

test('columns of facts', async () => {
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(randomRule({ divideDoubles: true }), { minLength: 40, maxLength: 40 }),
      fc.array(randomValues, { minLength: 50, maxLength: 50 }),
      async (texts, subjects) => {
        const rules = texts.flatMap(({ text, type }) => read(text, type) ?? []);
        if (rules.length === 0) return;
        const rows = await inPostgres(rules, subjects);
        for (const [index, rule] of rules.entries()) {
          const evaluate = compileRule(rule);
          for (const [subject, values] of subjects.entries()) {
            const found = rows[subject]?.[`r${index}`];
            if (found !== evaluate(values))
              throw new Error(`${rule.text} with ${JSON.stringify(values)}: PostgreSQL ${found}, in process ${evaluate(values)}`);
            compared++;
          }
        }
      },
    ),
    { numRuns: 50 },
  );
  expect(compared).toBeGreaterThan(50_000);
});

test('literals of parameters', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(randomRule({ divideDoubles: true }), randomValues), { minLength: 50, maxLength: 50 }), async (cases) => {
      const readable = cases.flatMap(([{ text, type }, values]) => {
        const rule = read(text, type);
        return rule === undefined ? [] : [{ rule, values }];
      });
      if (readable.length === 0) return;
      const columns = readable.map(({ rule, values }, index) => {
        const variable = (name: string): string => sqlLiteral(values[name as keyof RandomValues], ruleVariables[name as keyof RandomValues]);
        return `${ruleToSql(rule, { variable })} AS r${index}`;
      });
      const row = await one.database.one<Record<string, RuleValue>>(raw(`SELECT ${columns.join(', ')}`));
      for (const [index, { rule, values }] of readable.entries()) {
        const expected = compileRule(rule)(values);
        if (row[`r${index}`] !== expected)
          throw new Error(`${rule.text} with ${JSON.stringify(values)}: PostgreSQL ${row[`r${index}`]}, in process ${expected}`);
      }
    }),
    { numRuns: 40 },
  );
});

test('levels, for every combination of true, false and unknown', async () => {
  const state = stateOfRank(levelToSql({ applies: 'applies', blue: 'blue', yellow: 'yellow', orange: 'orange', red: 'red' }));
  const three = (name: string): string => `(VALUES (true), (false), (NULL::boolean)) AS "of_${name}"(${name})`;
  const rows = await one.database.query<{
    blue: boolean | null;
    yellow: boolean | null;
    orange: boolean | null;
    red: boolean | null;
    applies: boolean | null;
    state: string;
  }>(raw(`SELECT *, ${state} AS state FROM ${['applies', 'blue', 'yellow', 'orange', 'red'].map(three).join(' CROSS JOIN ')}`));
  expect(rows).toHaveLength(243);
  for (const { applies, state: found, ...levels } of rows) expect(found).toBe(decideLevel(levels, applies));
});

test.each(['*', '/', '+', '-'])('the longest chain of %s that is taken does not overflow, whatever the values', async (operator) => {
  const chain = (length: number): Rule | undefined =>
    read(Array.from({ length }, (_, place) => (place % 2 === 0 ? 'x' : 'y')).join(` ${operator} `), 'double');
  const longest = Array.from({ length: 60 }, (_, index) => chain(60 - index)).find((rule) => rule !== undefined);
  const extremes = [1e15, -1e15, 1e-15, 0, null];
  const subjects = extremes.flatMap((x) => extremes.map((y) => ({ i: 0, j: 0, p: true, q: true, x, y })));
  if (longest === undefined) throw new Error('no chain is taken');
  const evaluate = compileRule(longest);
  const rows = await inPostgres([longest], subjects);
  // === and not toEqual: a zero has a sign in PostgreSQL.
  expect(subjects.filter((values, index) => rows[index]?.r0 !== evaluate(values))).toEqual([]);
});
