/** The rules of an item, read and type-checked against the facts of its subject and its parameters. */
import type { Item, Level } from '#catalog/items/item.ts';
import type { Fact } from '#facts/fact.ts';
import { subjectFacts } from '#facts/subjectFacts.ts';
import { parseRule } from '#rules/parseRule.ts';
import type { Rule, RuleType } from '#rules/rule.ts';

export interface ItemRules {
  readonly applies: Rule;
  readonly levels: Readonly<Record<Level, Rule>>;
  readonly numerator: Rule;
  readonly denominator: Rule;
  readonly value?: Rule;
}

const read = new Map<Item, ItemRules>();

/** Names that an item's rules may use, with their types: the facts of its subject and its own parameters. */
export function variablesOf(item: Item): Readonly<Record<string, RuleType>> {
  const facts = subjectFacts[item.subject].facts.map((fact) => [fact.name, fact.type] as const);
  const parameters = Object.entries(item.params).map(([name, parameter]) => [name, parameter.type] as const);
  return Object.fromEntries([...facts, ...parameters]);
}

/** The rules of an item; throws RuleError at the exact spot where one is not sound. Read once, then kept. */
export function itemRules(item: Item): ItemRules {
  const known = read.get(item);
  if (known) return known;
  const variables = variablesOf(item);
  const counted: Readonly<Record<string, RuleType>> = { ...variables, applies: 'bool', warned: 'bool' };
  const of = (text: string): Rule => parseRule(text, variables, 'bool');
  const { indicator, levels } = item;
  const side = (text: string): Rule => (indicator.mode === 'count' ? parseRule(text, counted, 'bool') : parseNumber(text, variables));
  const rules: ItemRules = {
    applies: of(item.applies),
    levels: { blue: of(levels.blue), yellow: of(levels.yellow), orange: of(levels.orange), red: of(levels.red) },
    numerator: side(indicator.numerator),
    denominator: side(indicator.denominator),
    ...(item.value ? { value: parseNumber(item.value.rule, variables) } : {}),
  };
  read.set(item, rules);
  return rules;
}

/** The facts that decide the level of an item. */
export function factsRead(item: Item): Fact[] {
  const { applies, levels } = itemRules(item);
  const names = new Set([applies, ...Object.values(levels)].flatMap((rule) => rule.reads));
  return subjectFacts[item.subject].facts.filter(({ name }) => names.has(name));
}

function parseNumber(text: string, variables: Readonly<Record<string, RuleType>>): Rule {
  try {
    return parseRule(text, variables, 'int');
  } catch {
    return parseRule(text, variables, 'double');
  }
}
