/** Shows the items of the standard in force: the list, and one item with its sentences, thresholds, SQL and examples. */
import { aspects, fileOfItem, items, registers } from '#catalog/catalog.ts';
import { levels, type Item } from '#catalog/items/item.ts';
import { standardInForce } from '#features/standards/standardInForce.ts';
import { factsRead, itemRules } from '#features/standards/itemRules.ts';
import { clearingSentence, ruleSentence, sentenceOf } from '#features/warnings/explain.ts';
import type { Queryable } from '#platform/database/database.ts';
import { ruleToSql } from '#rules/ruleToSql.ts';
import type { ItemPage, ItemRow } from './contract.ts';
import { itemProblems } from './problems.ts';

function rowOf(item: Item): ItemRow {
  const aspect = aspects.find((candidate) => candidate.code === item.aspect);
  const { indicator } = item;
  return {
    code: item.code,
    aspect: item.aspect,
    aspectName: { zh: aspect?.zh ?? '', en: aspect?.en ?? '' },
    name: { zh: item.zh, en: item.en },
    subject: item.subject,
    indicator: {
      name: { zh: indicator.zh, en: indicator.en },
      unit: indicator.unit,
      scale: indicator.scale,
      decimals: indicator.decimals,
      direction: indicator.direction,
    },
    department: item.department,
  };
}

/** All items in the order of the standard. */
export async function listItems(database: Queryable, day: string): Promise<{ standardVersion: string; items: ItemRow[] }> {
  const standard = await standardInForce(database, day);
  return { standardVersion: standard.version, items: items.map(rowOf) };
}

/** The item of a code; throws `items.unknown-item`. */
export function getItem(code: string): Item {
  const item = items.find((candidate) => candidate.code === code);
  if (!item) throw itemProblems['unknown-item']({ code });
  return item;
}

/** One item as its page prints it, with the thresholds of the standard in force on a day. */
export async function viewItem(database: Queryable, code: string, day: string): Promise<ItemPage> {
  const item = getItem(code);
  const standard = await standardInForce(database, day);
  return showItem(item, (name) => standard.value(item, name, ''));
}

/** One item as it is declared, whatever officials have tuned. */
export function viewDeclaredItem(code: string): ItemPage {
  const item = getItem(code);
  return showItem(item, (name) => item.params[name as `p_${string}`]?.default ?? Number.NaN);
}

function showItem(item: Item, threshold: (name: string) => number): ItemPage {
  const values = Object.fromEntries(Object.keys(item.params).map((name) => [name, threshold(name)]));
  const rules = itemRules(item);
  return {
    ...rowOf(item),
    applies: sentenceOf(item, rules.applies, values),
    levels: levels.map((level) => ({
      level,
      used: item.levels[level] !== 'false',
      rule: ruleSentence(item, level, values),
      text: item.levels[level],
    })),
    parameters: Object.entries(item.params).map(([name, parameter]) => ({
      name,
      zh: parameter.zh,
      en: parameter.en,
      unit: parameter.unit,
      type: parameter.type,
      value: values[name] ?? parameter.default,
      declared: parameter.default,
      shared: parameter.shared === true,
    })),
    clears: clearingSentence(item),
    raiseAfterDays: item.raiseAfterDays,
    clearAfterDays: item.clearAfterDays,
    silentDays: item.silentDays,
    trackDays: item.trackDays,
    heldBackBy: [...item.heldBackBy],
    limits: { ...item.limits },
    owner: item.owner,
    registers: item.registers.map((name) => {
      const { zh, en, every, staleAfterDays } = registers[name];
      return { name, zh, en, every, staleAfterDays };
    }),
    facts: factsRead(item).map(({ name, zh, en, unit, means }) => ({ name, zh, en, unit, means })),
    basis: [...item.basis],
    why: item.why,
    examples: item.examples.map(([name, given, expected]) => ({ name, facts: { ...given }, expected })),
    sql: sqlOf(item, values),
    file: fileOfItem(item),
  };
}

/** The rules as PostgreSQL judges them: whom the item concerns, where that is not everybody, and the levels. */
function sqlOf(item: Item, values: Readonly<Record<string, number>>): string {
  const { applies, levels: rules } = itemRules(item);
  const named = [...(item.applies === 'true' ? [] : [['applies', applies] as const]), ...levels.map((level) => [level, rules[level]] as const)];
  return named
    .map(
      ([name, rule]) =>
        `-- ${name}\n${ruleToSql(rule, { variable: (variable) => (variable.startsWith('p_') ? String(values[variable]) : variable) })}`,
    )
    .join('\n');
}
