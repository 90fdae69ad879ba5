/** What an item finds, in process, for facts that were thought up: those of an example, with the declared parameters. */
import type { Example, Finding, Item } from '#catalog/items/item.ts';
import { subjectFacts } from '#facts/subjectFacts.ts';
import { compileRule } from '#rules/compileRule.ts';
import { decideLevel } from '#rules/decideLevel.ts';
import type { Rule } from '#rules/rule.ts';
import { itemRules } from './itemRules.ts';

/** The finding for the facts given; those that are not given are unknown. A fact of the wrong type is a TypeError. */
export function decideExample(item: Item, given: Example[1]): Finding {
  const { applies, levels } = itemRules(item);
  const parameters = Object.entries(item.params).map(([name, parameter]) => [name, parameter.default] as const);
  const facts = subjectFacts[item.subject].facts.map((fact) => [fact.name, null] as const);
  const values = { ...Object.fromEntries(facts), ...Object.fromEntries(parameters), ...given };
  const truth = (rule: Rule): boolean | null => compileRule(rule)(values) as boolean | null;
  return decideLevel(
    { blue: truth(levels.blue), yellow: truth(levels.yellow), orange: truth(levels.orange), red: truth(levels.red) },
    truth(applies),
  );
}
