/** The value of a rule for one subject. */
import { compileRule } from './compileRule.ts';
import type { Rule, RuleValue, RuleValues } from './rule.ts';

const compiled = new WeakMap<Rule, (values: RuleValues) => RuleValue>();

/** What `rule` gives for these values; null = unknown. Where many subjects are tried, `compileRule` once is as good. */
export function evaluateRule(rule: Rule, values: RuleValues): RuleValue {
  const evaluate = compiled.get(rule) ?? compileRule(rule);
  compiled.set(rule, evaluate);
  return evaluate(values);
}
