/** The refusals of what is valid CEL but does not fit together, or lies outside the subset that rules use. */
import type { ASTNode } from '@marcbachmann/cel-js';
import type { RuleType, Tree } from './rule.ts';
import { RuleError, type Span } from './ruleError.ts';

const zhNames: Readonly<Record<RuleType, string>> = { bool: '是非值', int: '整数', double: '小数' };
const enNames: Readonly<Record<RuleType, string>> = { bool: 'a yes-or-no value', int: 'a whole number', double: 'a decimal number' };

/** Where the operator of a binary node stands: between its operands. */
export function operatorSpan(text: string, node: ASTNode & { readonly args: readonly [ASTNode, ASTNode] }): Span {
  const start = text.indexOf(node.op, node.args[0].end);
  return { start, end: start + node.op.length };
}

export function unsupported(text: string, at: Span, zh: string, en: string): RuleError {
  return new RuleError('not-supported', text, at, zh, en);
}

export function notABool(text: string, at: Span, tree: Tree): RuleError {
  return new RuleError(
    'wrong-type',
    text,
    at,
    `这里要写成立与否的条件,而它是${zhNames[tree.type]}。`,
    `A condition is needed here, but this is ${enNames[tree.type]}.`,
  );
}

export function notANumber(text: string, at: Span, operator: string): RuleError {
  return new RuleError(
    'wrong-type',
    text,
    at,
    `“${operator}”只用于数,而它是是非值。`,
    `“${operator}” is for numbers, but this is a yes-or-no value.`,
  );
}

export function wrongResult(text: string, at: Span, tree: Tree, expected: RuleType): RuleError {
  return new RuleError(
    'wrong-type',
    text,
    at,
    `这条规则的结果应是${zhNames[expected]},而它是${zhNames[tree.type]}。`,
    `This rule must give ${enNames[expected]}, but it gives ${enNames[tree.type]}.`,
  );
}

/** How a whole or decimal literal is written as the other type; nothing when it cannot be. */
function rewritten(tree: Tree): string | undefined {
  if (tree.kind !== 'literal') return undefined;
  if (tree.type === 'int') return `${tree.value}.0`;
  return Number.isInteger(tree.value) ? String(tree.value) : undefined;
}

/** Two sides of different types; the literal among them is blamed when rewriting it would mend the rule. */
export function notLike(text: string, leftNode: Span, left: Tree, rightNode: Span, right: Tree): RuleError {
  if (left.type === 'bool' || right.type === 'bool') {
    return new RuleError(
      'wrong-type',
      text,
      rightNode,
      `${zhNames[left.type]}与${zhNames[right.type]}不能放在一起。`,
      `This is ${enNames[right.type]}, the other side ${enNames[left.type]}.`,
    );
  }
  const [at, literal] = rewritten(right) === undefined && rewritten(left) !== undefined ? [leftNode, left] : [rightNode, right];
  const better = rewritten(literal);
  const hint = better === undefined ? undefined : { zh: `,请写成 ${better}`, en: `; write ${better}` };
  return new RuleError('mixed-numbers', text, at, `整数与小数不能混用${hint?.zh ?? ''}。`, `Whole and decimal numbers do not mix${hint?.en ?? ''}.`);
}
