/** One statement over the facts of a kind: every item judged in one scan, its findings kept where not normal, its numbers added up by settlement. */
import type { Item } from '#catalog/items/item.ts';
import { factTableName } from '#facts/factTables.ts';
import { levelToSql, rankOf, stateOfRank } from '#rules/levelToSql.ts';
import type { levelsDownwards } from '#rules/decideLevel.ts';
import type { Rule } from '#rules/rule.ts';
import { ruleToSql } from '#rules/ruleToSql.ts';
import { sqlLiteral } from '#rules/sqlLiteral.ts';
import { textLiteral } from '#derive/literal.ts';
import { itemRules } from '#features/standards/itemRules.ts';

/** Value of a parameter of an item for the settlements that the statement judges. */
export type ParameterValue = (item: Item, name: string) => number;

/** A level of an item, or unknown. */
const notNormal = (rank: string): string => `(${rank} > ${rankOf('none')}) is not false`;

function parameterSql(item: Item, name: string, value: ParameterValue): string {
  const parameter = item.params[name as `p_${string}`];
  if (!parameter) throw new Error(`item ${item.code} has no parameter ${name}`);
  return sqlLiteral(value(item, name), parameter.type);
}

function columnsOf(item: Item, value: ParameterValue): { inner: string[]; outer: string[] } {
  const rules = itemRules(item);
  const code = item.code.toLowerCase();
  const text = (rule: Rule): string =>
    ruleToSql(rule, {
      variable: (name) => {
        if (name === 'applies') return concerned(code);
        if (name === 'warned') return `(${code}_level > ${rankOf('none')})`;
        return name.startsWith('p_') ? parameterSql(item, name, value) : name;
      },
    });
  const applies = text(rules.applies);
  const level = levelToSql({
    applies,
    blue: text(rules.levels.blue),
    yellow: text(rules.levels.yellow),
    orange: text(rules.levels.orange),
    red: text(rules.levels.red),
  });
  return {
    inner: [`${level} as ${code}_level`, `${applies} as ${code}_applies`],
    outer: [
      `(${text(rules.numerator)}) as ${code}_numerator`,
      `(${text(rules.denominator)}) as ${code}_denominator`,
      `(${rules.value ? text(rules.value) : 'null'})::float8 as ${code}_value`,
    ],
  };
}

/** Whether an item concerns a subject as indicators read it: unknown where the level is unknown. */
const concerned = (code: string): string => `(${code}_level >= ${rankOf('none')})`;

/** What is added up for an item over the judged subjects of a settlement, in the order of the columns of `indicator`. */
const sums = ['numerator', 'denominator', 'unknown', 'concerned', 'blue', 'yellow', 'orange', 'red', 'value'] as const;

/** Counts of an item over the judged subjects. A subject whose numerator or denominator is unknown is left out of both and counted as unknown. */
function aggregates(item: Item): Record<(typeof sums)[number], string> {
  const code = item.code.toLowerCase();
  const [numerator, denominator] = [`${code}_numerator`, `${code}_denominator`];
  const bothKnown = `${code}_applies and ${denominator} is not null and ${numerator} is not null`;
  const counted =
    item.indicator.mode === 'count'
      ? {
          numerator: `(count(*) filter (where ${numerator} and ${denominator}))::float8`,
          denominator: `(count(*) filter (where ${denominator} and ${numerator} is not null))::float8`,
          unknown: `count(*) filter (where ${denominator} is null or (${denominator} and ${numerator} is null))`,
        }
      : {
          numerator: `coalesce(sum(${numerator}) filter (where ${bothKnown}), 0)::float8`,
          denominator: `coalesce(sum(${denominator}) filter (where ${bothKnown}), 0)::float8`,
          unknown: `count(*) filter (where ${code}_applies and (${numerator} is null or ${denominator} is null))`,
        };
  const at = (level: (typeof levelsDownwards)[number]): string => `count(*) filter (where ${code}_level = ${rankOf(level)})`;
  return {
    ...counted,
    concerned: `count(*) filter (where ${concerned(code)} is not false)`,
    blue: at('blue'),
    yellow: at('yellow'),
    orange: at('orange'),
    red: at('red'),
    value: `max(${code}_value)`,
  };
}

/** How the judged subjects are added up: by settlement, or within one by community or building. */
export type SumPlace = 'settlement_code' | 'community_code' | 'building_code';

/** Column of the rank of an item. */
export const levelColumn = ({ code }: Item): string => `${code.toLowerCase()}_level`;

/** A query that levels the facts which a condition picks: all their columns, and for each item the rank of its state and whether it applies. */
export function levelledFacts(kind: Item['subject'], items: readonly Item[], value: ParameterValue, where: string): string {
  return `select *, ${items.flatMap((item) => columnsOf(item, value).inner).join(',\n    ')}
  from ${factTableName(kind)} where ${where}`;
}

/** Statement parts that judge every item for the facts which a condition picks: one row a subject, named `judged`. The levels are computed once (`offset 0`) and read often. */
function judgedFacts(kind: Item['subject'], items: readonly Item[], value: ParameterValue, where: string): string {
  return `levelled as (
  ${levelledFacts(kind, items, value, where)} offset 0
), judged as materialized (
  select settlement_code, community_code, building_code, subject_key,
    ${items.map((item) => `${levelColumn(item)}, ${item.code.toLowerCase()}_applies`).join(', ')},
    ${items.flatMap((item) => columnsOf(item, value).outer).join(',\n    ')}
  from levelled
)`;
}

/** Statement parts that add the judged subjects up by place: `summed`, one row a place and item. */
function summedBy(place: SumPlace, items: readonly Item[]): string {
  const columns = items.flatMap((item) => {
    const of = aggregates(item);
    return sums.map((sum) => `${of[sum]} as ${item.code.toLowerCase()}_${sum}`);
  });
  return `added as (
  select ${place},
    ${columns.join(',\n    ')}
  from judged group by ${place}
), summed as (
  select ${place}, each_item.*
  from added cross join lateral (values
    ${items.map((item) => `('${item.code}', ${sums.map((sum) => `${item.code.toLowerCase()}_${sum}`).join(', ')})`).join(',\n    ')}
  ) as each_item (item_code, ${sums.join(', ')})
)`;
}

/** SQL that judges all items of a kind over the stored facts of a month for some settlements, and writes findings and indicators (whose old rows are gone already). */
export function judgeStatement(
  kind: Item['subject'],
  items: readonly Item[],
  value: ParameterValue,
  scope: { month: string; day: string; settlements: string },
): string {
  return `
with ${judgedFacts(kind, items, value, `month = date '${scope.month}' and settlement_code = any(${scope.settlements})`)},
kept as (
  insert into finding (settlement_code, month, item_code, subject_key, level, community_code, building_code)
  select settlement_code, date '${scope.month}', item_code, subject_key, ${stateOfRank('rank')}, community_code, building_code
  from (select * from judged where ${items.map((item) => notNormal(levelColumn(item))).join(' or ')}) found
  cross join lateral (values ${items.map((item) => `('${item.code}', ${levelColumn(item)})`).join(', ')}) as each_item (item_code, rank)
  where ${notNormal('rank')}
), ${summedBy('settlement_code', items)}
insert into indicator (settlement_code, month, as_of, item_code, ${sums.join(', ')})
select settlement_code, date '${scope.month}', date '${scope.day}', item_code, ${sums.join(', ')} from summed`;
}

/** SQL of the numbers of all items of a kind for the communities or buildings of a settlement, from its stored facts of a month. */
export function sumStatement(
  kind: Item['subject'],
  items: readonly Item[],
  value: ParameterValue,
  scope: { month: string; settlement: string; by: Exclude<SumPlace, 'settlement_code'> },
): string {
  const where = `month = date '${scope.month}' and settlement_code = ${textLiteral(scope.settlement)} and ${scope.by} is not null`;
  return `with ${judgedFacts(kind, items, value, where)}, ${summedBy(scope.by, items)} select ${scope.by} as place, * from summed`;
}
