/** The items in the format of json-rules-engine: one rule for each state of each item. */
import { type ConditionProperties, Engine, type NestedCondition, type TopLevelCondition } from 'json-rules-engine';
import type { Item } from '../../src/catalog/items/item.ts';
import { compileRule } from '../../src/rules/compileRule.ts';
import type { Comparison, RuleValue } from '../../src/rules/rule.ts';
import { conditionsOf, type FactRow, type LevelEngine, type State } from './conditions.ts';
import type { Condition, Operand } from './surely.ts';

type Computed = Extract<Operand, { kind: 'computed' }>;

const operators: Readonly<Record<Comparison, string>> = {
  '==': 'equal',
  '!=': 'notEqual',
  '<': 'lessThan',
  '<=': 'lessThanInclusive',
  '>': 'greaterThan',
  '>=': 'greaterThanInclusive',
};
const mirrored: Readonly<Record<Comparison, Comparison>> = { '==': '==', '!=': '!=', '<': '>', '<=': '>=', '>': '<', '>=': '<=' };

function written(condition: Condition, computed: Map<string, Computed>): NestedCondition {
  switch (condition.kind) {
    case 'always':
      return condition.holds ? { all: [] } : { any: [{ fact: 'never', operator: 'equal', value: true }] };
    case 'all':
      return { all: condition.of.map((one) => written(one, computed)) };
    case 'any':
      return { any: condition.of.map((one) => written(one, computed)) };
    case 'known':
      return { fact: condition.fact, operator: 'notEqual', value: null };
    case 'is':
      return { fact: condition.fact, operator: 'equal', value: condition.value };
    case 'among':
      return { fact: nameOf(condition.of, computed), operator: condition.holds ? 'in' : 'notIn', value: [...condition.values] };
    case 'compare':
      return condition.left.kind === 'constant'
        ? compared(condition.right, mirrored[condition.operator], condition.left, computed)
        : compared(condition.left, condition.operator, condition.right, computed);
  }
}

function compared(left: Operand, operator: Comparison, right: Operand, computed: Map<string, Computed>): ConditionProperties {
  return {
    fact: nameOf(left, computed),
    operator: operators[operator],
    value: right.kind === 'constant' ? right.value : { fact: nameOf(right, computed) },
  };
}

function nameOf(operand: Operand, computed: Map<string, Computed>): string {
  if (operand.kind === 'constant') throw new TypeError('a comparison of constants is no condition');
  if (operand.kind === 'computed') computed.set(operand.name, operand);
  return operand.name;
}

const rank: readonly State[] = ['not_applicable', 'none', 'blue', 'yellow', 'orange', 'red'];

/** An engine with the rules of the items; what they compute is handed over as facts, since the format cannot say it. */
export function jsonRulesEngine(items: readonly Item[]): LevelEngine {
  const engine = new Engine([], { allowUndefinedFacts: true });
  const computed = new Map<string, Computed>();
  for (const item of items.map(conditionsOf)) {
    const add = (state: State, condition: Condition): void => {
      const conditions: TopLevelCondition = { all: [written(condition, computed)] };
      engine.addRule({ name: `${item.code} ${state}`, conditions, event: { type: item.code, params: { state } } });
    };
    add('not_applicable', item.notApplicable);
    add('none', item.quiet);
    for (const [level, condition] of item.levels) add(level, condition);
  }
  const computations = [...computed.values()].map(
    ({ name, tree, reads }) => [name, compileRule({ text: '', type: tree.type, tree, reads }), reads] as const,
  );
  const compute = (row: FactRow): Record<string, RuleValue> =>
    Object.fromEntries(computations.map(([name, evaluate, reads]) => [name, reads.some((fact) => row[fact] === null) ? null : evaluate(row)]));
  return {
    name: 'json-rules-engine',
    async decide(rows) {
      const states: Record<string, State>[] = [];
      for (const row of rows) {
        const { events } = await engine.run({ ...row, ...compute(row) });
        const found: Record<string, State> = Object.fromEntries(items.map(({ code }) => [code, 'unknown']));
        for (const { type, params } of events) {
          const state = params?.state as State;
          if (rank.indexOf(state) > rank.indexOf(found[type] ?? 'unknown')) found[type] = state;
        }
        states.push(found);
      }
      return states;
    },
  };
}
