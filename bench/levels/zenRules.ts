/** The items as a decision graph of zen-engine: one expression an item. */
import { ZenEngine } from '@gorules/zen-engine';
import type { Item } from '../../src/catalog/items/item.ts';
import type { Tree } from '../../src/rules/rule.ts';
import { conditionsOf, type ItemConditions, type LevelEngine, type State } from './conditions.ts';
import type { Condition, Operand } from './surely.ts';

function written(condition: Condition): string {
  switch (condition.kind) {
    case 'always':
      return String(condition.holds);
    case 'all':
    case 'any':
      return condition.of.length === 0
        ? String(condition.kind === 'all')
        : `(${condition.of.map(written).join(condition.kind === 'all' ? ' and ' : ' or ')})`;
    case 'known':
      return `${condition.fact} != null`;
    case 'is':
      return `${condition.fact} == ${condition.value}`;
    case 'among':
      return `${number(condition.of)} ${condition.holds ? 'in' : 'not in'} [${condition.values.join(', ')}]`;
    case 'compare':
      return `${number(condition.left)} ${condition.operator} ${number(condition.right)}`;
  }
}

function number(operand: Operand): string {
  if (operand.kind === 'constant') return String(operand.value);
  return operand.kind === 'fact' ? operand.name : arithmetic(operand.tree);
}

function arithmetic(tree: Tree): string {
  if (tree.kind === 'arithmetic') return `(${arithmetic(tree.left)} ${tree.operator} ${arithmetic(tree.right)})`;
  if (tree.kind === 'negate') return `(-${arithmetic(tree.of)})`;
  return tree.kind === 'variable' ? tree.name : tree.kind === 'literal' ? String(tree.value) : '';
}

function expression({ notApplicable, levels, quiet }: ItemConditions): string {
  const states: readonly (readonly [State, Condition])[] = [['not_applicable', notApplicable], ['none', quiet], ...levels];
  return `${states.map(([state, condition]) => `${written(condition)} ? '${state}' : `).join('')}'unknown'`;
}

const at = { x: 0, y: 0 };

/** An engine with the expressions of the items; rows are handed over all at once, so that it may use every core. */
export function zenEngine(items: readonly Item[]): LevelEngine {
  const expressions = items.map(conditionsOf).map((item) => ({ id: item.code, key: item.code, value: expression(item) }));
  const decision = new ZenEngine().createDecision({
    contentType: 'application/vnd.gorules.decision',
    nodes: [
      { id: 'facts', name: 'facts', type: 'inputNode', position: at },
      { id: 'items', name: 'items', type: 'expressionNode', position: at, content: { expressions } },
      { id: 'states', name: 'states', type: 'outputNode', position: at },
    ],
    edges: [
      { id: 'in', type: 'edge', sourceId: 'facts', targetId: 'items' },
      { id: 'out', type: 'edge', sourceId: 'items', targetId: 'states' },
    ],
  });
  return {
    name: 'zen-engine',
    decide: (rows) => Promise.all(rows.map(async (row) => (await decision.evaluate(row)).result as Record<string, State>)),
  };
}
