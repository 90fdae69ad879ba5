/** Rewrites a condition so that “not” stands before single names only, which is how people say it. */
import type { Comparison, Tree } from './rule.ts';

const opposites: Readonly<Record<Comparison, Comparison>> = { '==': '!=', '!=': '==', '<': '>=', '<=': '>', '>': '<=', '>=': '<' };

function not(of: Tree): Tree {
  return { kind: 'not', type: 'bool', of };
}

/** A condition that is true, false or unknown exactly when `tree` (or, if not `holds`, its negation) is. De Morgan's laws hold for three values too. */
export function affirm(tree: Tree, holds = true): Tree {
  switch (tree.kind) {
    case 'literal':
      return { ...tree, value: tree.value === holds };
    case 'not':
      return affirm(tree.of, !holds);
    case 'and':
    case 'or': {
      const kind = holds ? tree.kind : tree.kind === 'and' ? 'or' : 'and';
      return { kind, type: 'bool', terms: tree.terms.map((term) => affirm(term, holds)) };
    }
    case 'compare': {
      const operator = holds ? tree.operator : opposites[tree.operator];
      if (tree.left.type !== 'bool') return { ...tree, operator };
      if (tree.right.kind === 'literal') return affirm(tree.left, tree.right.value === (operator === '=='));
      if (tree.left.kind === 'literal') return affirm(tree.right, tree.left.value === (operator === '=='));
      return { ...tree, operator };
    }
    case 'choose':
      return { ...tree, when: affirm(tree.when), whenTrue: affirm(tree.whenTrue, holds), whenFalse: affirm(tree.whenFalse, holds) };
    default:
      return holds ? tree : not(tree);
  }
}
