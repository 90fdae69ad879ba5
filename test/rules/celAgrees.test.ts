/** Our reading of a rule is CEL's own: the library's type checker and evaluator say the same of every rule that we take. */
import { Environment } from '@marcbachmann/cel-js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evaluateRule } from '#rules/evaluateRule.ts';
import { parseRule } from '#rules/parseRule.ts';
import type { RuleValue } from '#rules/rule.ts';
import { RuleError } from '#rules/ruleError.ts';
import { type RandomValues, randomRule, randomValues, ruleVariables } from './randomRules.ts';

const cel = new Environment();
for (const [name, type] of Object.entries(ruleVariables)) cel.registerVariable(name, type);

/** What CEL makes of the rule. An unknown value is left out, which is an error that `&&` and `||` absorb; so is a division by zero. */
function byTheLibrary(text: string, values: RandomValues): RuleValue {
  const known = Object.entries(values).filter(([, value]) => value !== null);
  const typed = known.map(([name, value]) => [name, ruleVariables[name as keyof RandomValues] === 'int' ? BigInt(Number(value)) : value]);
  try {
    const result: unknown = cel.evaluate(text, Object.fromEntries(typed));
    if (typeof result !== 'bigint') return result as boolean | number;
    return Number.isSafeInteger(Number(result)) ? Number(result) : null;
  } catch {
    return null;
  }
}

test('types and values agree', () => {
  let compared = 0;
  fc.assert(
    // CEL gives infinity for a double divided by zero where our rules say unknown.
    fc.property(randomRule({ divideDoubles: false }), fc.array(randomValues, { minLength: 10, maxLength: 10 }), ({ text, type }, subjects) => {
      try {
        const rule = parseRule(text, ruleVariables, type);
        expect(cel.check(text)).toMatchObject({ valid: true, type });
        for (const values of subjects) {
          const [ours, theirs] = [evaluateRule(rule, values), byTheLibrary(text, values)];
          if (ours !== theirs) throw new Error(`${text} with ${JSON.stringify(values)}: ours ${ours}, CEL ${theirs}`);
          compared++;
        }
      } catch (error) {
        if (!(error instanceof RuleError && error.code === 'result-out-of-range')) throw error;
      }
    }),
    { numRuns: 2000 },
  );
  expect(compared).toBeGreaterThan(10_000);
});
