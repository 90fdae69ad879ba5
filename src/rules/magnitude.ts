/** How large and how fine the values of a number can get: with it a rule that could overflow is refused when it is written, so none fails when it runs. */
import type { Arithmetic, Tree } from './rule.ts';

/** No value exceeds `most`; every value is a multiple of `grain`. */
export interface Magnitude {
  readonly most: number;
  readonly grain: number;
}

/** Ints in facts and parameters are PostgreSQL integers. */
export const largestInt = 2_147_483_647;
/** Doubles in facts, parameters and literals are 0 or lie between these, either sign. */
export const largestDouble = 1e15;
export const smallestDouble = 1e-15;

const intVariable: Magnitude = { most: largestInt, grain: 1 };
const doubleOperand: Magnitude = { most: largestDouble, grain: 2 ** -102 };
/** A little below 2^63, since the bounds compared with it are rounded themselves. */
const largestBigint = 9.223_372_03e18;

/** The magnitude of `left operator right`, both of `type`. */
function combine(type: 'int' | 'double', operator: Arithmetic, left: Magnitude, right: Magnitude): Magnitude {
  switch (operator) {
    case '+':
    case '-':
      return { most: left.most + right.most, grain: Math.min(left.grain, right.grain) };
    case '*':
      return { most: left.most * right.most, grain: left.grain * right.grain };
    case '/':
      if (type === 'int') return left;
      return { most: left.most / right.grain, grain: (left.grain / right.most) * 2 ** -53 };
  }
}

/** The magnitude of a number; meaningless for a bool. */
export function magnitude(tree: Tree): Magnitude {
  switch (tree.kind) {
    case 'literal':
      return tree.type === 'int' ? { most: Math.abs(Number(tree.value)), grain: 1 } : doubleOperand;
    case 'arithmetic':
      return combine(tree.type, tree.operator, magnitude(tree.left), magnitude(tree.right));
    case 'negate':
      return magnitude(tree.of);
    case 'choose': {
      const whenTrue = magnitude(tree.whenTrue);
      const whenFalse = magnitude(tree.whenFalse);
      return { most: Math.max(whenTrue.most, whenFalse.most), grain: Math.min(whenTrue.grain, whenFalse.grain) };
    }
    default:
      return tree.type === 'int' ? intVariable : doubleOperand;
  }
}

/** Whether some values could take this number out of a bigint (an int) or a double precision (a double). */
export function mayOverflow(tree: Tree): boolean {
  const { most, grain } = magnitude(tree);
  return tree.type === 'int' ? most >= largestBigint : most > 1e300 || grain < 1e-300;
}

/** Whether an int can leave the whole numbers that a JavaScript number holds exactly. */
export function exceedsSafeInteger(tree: Tree): boolean {
  return tree.type === 'int' && magnitude(tree).most > Number.MAX_SAFE_INTEGER;
}
