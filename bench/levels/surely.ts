/** A rule of three values as plain conditions of two: when it is surely true, or surely false. Engines that know no "unknown" can only be asked so. */
import { compileRule } from '../../src/rules/compileRule.ts';
import type { Comparison, RuleType, Tree } from '../../src/rules/rule.ts';

/** A number that is compared: a constant, a fact, or what is computed from facts. */
export type Operand =
  | { readonly kind: 'constant'; readonly value: number }
  | { readonly kind: 'fact'; readonly name: string }
  | { readonly kind: 'computed'; readonly name: string; readonly tree: Tree; readonly reads: readonly string[] };

export type Condition =
  | { readonly kind: 'always'; readonly holds: boolean }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Condition[] }
  | { readonly kind: 'known'; readonly fact: string }
  | { readonly kind: 'is'; readonly fact: string; readonly value: boolean }
  | { readonly kind: 'compare'; readonly left: Operand; readonly operator: Comparison; readonly right: Operand }
  | { readonly kind: 'among'; readonly of: Operand; readonly values: readonly number[]; readonly holds: boolean };

const opposites: Readonly<Record<Comparison, Comparison>> = { '==': '!=', '!=': '==', '<': '>=', '<=': '>', '>': '<=', '>=': '<' };

/** The tree with the values of parameters in the place of their names. */
export function withParameters(tree: Tree, value: (name: string) => number): Tree {
  const inside = (part: Tree): Tree => withParameters(part, value);
  switch (tree.kind) {
    case 'variable':
      return tree.name.startsWith('p_') ? { kind: 'literal', type: tree.type, value: value(tree.name) } : tree;
    case 'not':
    case 'negate':
      return { ...tree, of: inside(tree.of) };
    case 'and':
    case 'or':
      return { ...tree, terms: tree.terms.map(inside) };
    case 'compare':
    case 'arithmetic':
      return { ...tree, left: inside(tree.left), right: inside(tree.right) };
    case 'oneOf':
      return { ...tree, of: inside(tree.of) };
    case 'choose':
      return { ...tree, when: inside(tree.when), whenTrue: inside(tree.whenTrue), whenFalse: inside(tree.whenFalse) };
    default:
      return tree;
  }
}

/** The condition under which a rule without parameters surely has the value `holds`. */
export function surely(tree: Tree, holds: boolean): Condition {
  switch (tree.kind) {
    case 'literal':
      return { kind: 'always', holds: tree.value === holds };
    case 'variable':
      return { kind: 'is', fact: tree.name, value: holds };
    case 'not':
      return surely(tree.of, !holds);
    case 'and':
    case 'or':
      return { kind: (tree.kind === 'and') === holds ? 'all' : 'any', of: tree.terms.map((term) => surely(term, holds)) };
    case 'compare':
      return tree.left.type === 'bool' ? sameTruth(tree.left, tree.right, (tree.operator === '==') === holds) : comparison(tree, holds);
    case 'oneOf': {
      const of = operand(tree.of);
      return { kind: 'all', of: [...known(of), { kind: 'among', of, values: tree.among, holds }] };
    }
    case 'choose':
      return {
        kind: 'any',
        of: [
          { kind: 'all', of: [surely(tree.when, true), surely(tree.whenTrue, holds)] },
          { kind: 'all', of: [surely(tree.when, false), surely(tree.whenFalse, holds)] },
        ],
      };
    default:
      throw new TypeError(`${tree.kind} is no condition`);
  }
}

function sameTruth(left: Tree, right: Tree, same: boolean): Condition {
  const both = (value: boolean): Condition => ({ kind: 'all', of: [surely(left, value), surely(right, value === same)] });
  return { kind: 'any', of: [both(true), both(false)] };
}

function comparison({ left, operator, right }: Extract<Tree, { kind: 'compare' }>, holds: boolean): Condition {
  const [a, b] = [operand(left), operand(right)];
  return { kind: 'all', of: [...known(a), ...known(b), { kind: 'compare', left: a, operator: holds ? operator : opposites[operator], right: b }] };
}

function known(of: Operand): Condition[] {
  const facts = of.kind === 'fact' ? [of.name] : of.kind === 'computed' ? of.reads : [];
  return facts.map((fact) => ({ kind: 'known', fact }));
}

function operand(tree: Tree): Operand {
  const reads = [...new Set(readsOf(tree))];
  if (reads.length === 0) return { kind: 'constant', value: Number(compileRule({ text: '', type: tree.type as RuleType, tree, reads })({})) };
  if (tree.kind === 'variable') return { kind: 'fact', name: tree.name };
  if (!isPlain(tree)) throw new TypeError('a number that may be unknown although its facts are known cannot be asked of these engines');
  return { kind: 'computed', name: `computed ${JSON.stringify(tree)}`, tree, reads };
}

/** Known whenever its facts are: no division, no choice. */
function isPlain(tree: Tree): boolean {
  if (tree.kind === 'arithmetic') return tree.operator !== '/' && isPlain(tree.left) && isPlain(tree.right);
  return tree.kind === 'negate' ? isPlain(tree.of) : tree.kind === 'variable' || tree.kind === 'literal';
}

function readsOf(tree: Tree): string[] {
  switch (tree.kind) {
    case 'literal':
      return [];
    case 'variable':
      return [tree.name];
    case 'and':
    case 'or':
      return tree.terms.flatMap(readsOf);
    case 'not':
    case 'negate':
    case 'oneOf':
      return readsOf(tree.of);
    case 'choose':
      return [tree.when, tree.whenTrue, tree.whenFalse].flatMap(readsOf);
    default:
      return [tree.left, tree.right].flatMap(readsOf);
  }
}
