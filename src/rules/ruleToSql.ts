/** Writes a rule as PostgreSQL text with CEL's three-valued meaning: NULL is unknown, and SQL's AND, OR and NOT absorb it as CEL's do. */
import { exceedsSafeInteger } from './magnitude.ts';
import type { Comparison, Rule, Tree } from './rule.ts';
import { sqlLiteral } from './sqlLiteral.ts';

/** How a rule's names are written in the statement around it: a column, or a literal of the name's type. */
export interface SqlBinding {
  variable(name: string): string;
}

/** How tightly an expression holds together, as PostgreSQL ranks its operators. */
const strength = { or: 1, and: 2, not: 3, compare: 4, add: 5, multiply: 6, sign: 7, atom: 8 } as const;
type Strength = (typeof strength)[keyof typeof strength];

interface Written {
  readonly sql: string;
  readonly strength: Strength;
}

const comparisons: Readonly<Record<Comparison, string>> = { '==': '=', '!=': '<>', '<': '<', '<=': '<=', '>': '>', '>=': '>=' };
const simpleName = /^(?:"(?:[^"]|"")+"|[A-Za-z_]\w*|\$\d+)(?:\.(?:"(?:[^"]|"")+"|[A-Za-z_]\w*))*$|^\d+(?:\.\d+)?(?:::\w+)?$/;

function wrap({ sql, strength: own }: Written, least: Strength): string {
  return own < least ? `(${sql})` : sql;
}

/** Writes the trees of one rule with one binding. */
function writer(bind: SqlBinding): (tree: Tree) => Written {
  const inside = (tree: Tree, least: Strength): string => wrap(write(tree), least);

  /** The first number of a calculation. An int is widened, since two integers can exceed an integer; the second then follows by itself. */
  function first(tree: Tree, least: Strength): string {
    const widened = tree.type === 'double' || tree.kind === 'arithmetic' || tree.kind === 'negate';
    return widened ? inside(tree, least) : `${inside(tree, strength.atom)}::bigint`;
  }

  function arithmetic(tree: Extract<Tree, { kind: 'arithmetic' }>): Written {
    const own = tree.operator === '+' || tree.operator === '-' ? strength.add : strength.multiply;
    const tighter = own === strength.add ? strength.multiply : strength.sign;
    const right = tree.operator === '/' ? `NULLIF(${inside(tree.right, strength.or)}, ${sqlLiteral(0, tree.type)})` : inside(tree.right, tighter);
    return { sql: `${first(tree.left, own)} ${tree.operator} ${right}`, strength: own };
  }

  function write(tree: Tree): Written {
    switch (tree.kind) {
      case 'literal':
        return { sql: sqlLiteral(tree.value, tree.type), strength: typeof tree.value === 'number' && tree.value < 0 ? strength.sign : strength.atom };
      case 'variable': {
        const sql = bind.variable(tree.name);
        return { sql: simpleName.test(sql) ? sql : `(${sql})`, strength: strength.atom };
      }
      case 'not':
        return { sql: `NOT ${inside(tree.of, strength.compare)}`, strength: strength.not };
      case 'and':
        return { sql: tree.terms.map((term) => inside(term, strength.not)).join(' AND '), strength: strength.and };
      case 'or':
        return { sql: tree.terms.map((term) => inside(term, strength.not)).join(' OR '), strength: strength.or };
      case 'compare':
        return {
          sql: `${inside(tree.left, strength.add)} ${comparisons[tree.operator]} ${inside(tree.right, strength.add)}`,
          strength: strength.compare,
        };
      case 'oneOf':
        return {
          sql: `${inside(tree.of, strength.add)} IN (${tree.among.map((value) => sqlLiteral(value, tree.of.type)).join(', ')})`,
          strength: strength.compare,
        };
      case 'negate':
        return { sql: `-${first(tree.of, strength.atom)}`, strength: strength.sign };
      case 'arithmetic':
        return arithmetic(tree);
      case 'choose':
        return {
          sql: `CASE ${inside(tree.when, strength.or)} WHEN true THEN ${inside(tree.whenTrue, strength.or)} WHEN false THEN ${inside(tree.whenFalse, strength.or)} END`,
          strength: strength.not,
        };
    }
  }

  return write;
}

/** The rule as a PostgreSQL expression. A whole-number result beyond ±(2^53 − 1) is NULL, as it is in process. */
export function ruleToSql(rule: Rule, bind: SqlBinding): string {
  const { sql } = writer(bind)(rule.tree);
  if (!exceedsSafeInteger(rule.tree)) return sql;
  const most = Number.MAX_SAFE_INTEGER;
  return `CASE WHEN ${sql} BETWEEN -${most} AND ${most} THEN ${sql} END`;
}
