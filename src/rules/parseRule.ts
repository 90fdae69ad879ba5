/** Reads the CEL text of a rule into a typed tree, or says exactly where and why it cannot. */
import { buildTree } from './buildTree.ts';
import { parseSyntax } from './parseSyntax.ts';
import type { Rule, RuleType } from './rule.ts';
import { wrongResult } from './typeRefusals.ts';

/** A rule over the declared `variables` that gives a value of type `expected`; throws a RuleError when the text is no such rule. */
export function parseRule(text: string, variables: Readonly<Record<string, RuleType>>, expected: RuleType): Rule {
  const ast = parseSyntax(text);
  const { tree, reads } = buildTree(ast, text, variables);
  if (tree.type !== expected) throw wrongResult(text, ast, tree, expected);
  return { text, type: tree.type, tree, reads };
}
