/** Turns a rule into a function of one subject's values, with the meaning of its SQL; null is unknown. */
import { exceedsSafeInteger, largestInt } from './magnitude.ts';
import type { Arithmetic, Comparison, Rule, RuleType, RuleValue, RuleValues, Tree } from './rule.ts';

type Read<T> = (values: RuleValues) => T | null;
type Apply<T, R> = (left: T, right: T) => R | null;

function both<T, R>(left: Read<T>, right: Read<T>, apply: Apply<T, R>): Read<R> {
  return (values) => {
    const a = left(values);
    if (a === null) return null;
    const b = right(values);
    return b === null ? null : apply(a, b);
  };
}

const onDoubles: Readonly<Record<Arithmetic, Apply<number, number>>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => (b === 0 ? null : a / b),
};
const onInts: Readonly<Record<Arithmetic, Apply<number, number>>> = { ...onDoubles, '/': (a, b) => (b === 0 ? null : Math.trunc(a / b)) };
const onBigInts: Readonly<Record<Arithmetic, Apply<bigint, bigint>>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => (b === 0n ? null : a / b),
};

type Comparable = boolean | number | bigint;
const holds: Readonly<Record<Comparison, (left: Comparable, right: Comparable) => boolean>> = {
  '==': (a, b) => a === b,
  '!=': (a, b) => a !== b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
};

function isOfType(value: RuleValue | undefined, type: RuleType): value is boolean | number {
  if (type === 'bool') return typeof value === 'boolean';
  if (type === 'double') return typeof value === 'number' && Number.isFinite(value);
  return typeof value === 'number' && Number.isInteger(value) && value <= largestInt && value >= -largestInt;
}

function variable({ name, type }: Extract<Tree, { kind: 'variable' }>): Read<boolean | number> {
  return (values) => {
    const value = values[name];
    if (value === null || isOfType(value, type)) return value;
    throw new TypeError(`${name} must be ${type} or null, not ${value}`);
  };
}

function choose<T>(when: Read<boolean>, then: Read<T>, otherwise: Read<T>): Read<T> {
  return (values) => {
    const chosen = when(values);
    return chosen === null ? null : chosen ? then(values) : otherwise(values);
  };
}

/** `&&` is settled by a false term, `||` by a true one, whatever the unknown ones are. */
function chain(terms: readonly Read<boolean>[], settles: boolean): Read<boolean> {
  return (values) => {
    let unknown = false;
    for (const term of terms) {
      const value = term(values);
      if (value === settles) return settles;
      if (value === null) unknown = true;
    }
    return unknown ? null : !settles;
  };
}

function compileBool(tree: Tree): Read<boolean> {
  switch (tree.kind) {
    case 'literal':
      return () => tree.value === true;
    case 'variable':
      return variable(tree) as Read<boolean>;
    case 'not': {
      const of = compileBool(tree.of);
      return (values) => {
        const value = of(values);
        return value === null ? null : !value;
      };
    }
    case 'and':
      return chain(tree.terms.map(compileBool), false);
    case 'or':
      return chain(tree.terms.map(compileBool), true);
    case 'compare': {
      const wide = exceedsSafeInteger(tree.left) || exceedsSafeInteger(tree.right);
      return both(compileOperand(tree.left, wide), compileOperand(tree.right, wide), holds[tree.operator]);
    }
    case 'oneOf': {
      const wide = exceedsSafeInteger(tree.of);
      const of = compileOperand(tree.of, wide);
      const among: readonly Comparable[] = wide ? tree.among.map((member) => BigInt(member)) : tree.among;
      return (values) => {
        const value = of(values);
        return value === null ? null : among.includes(value);
      };
    }
    case 'choose':
      return choose(compileBool(tree.when), compileBool(tree.whenTrue), compileBool(tree.whenFalse));
    default:
      throw new TypeError(`${tree.kind} is no condition`);
  }
}

function compileOperand(tree: Tree, wide: boolean): Read<Comparable> {
  if (tree.type === 'bool') return compileBool(tree);
  return wide ? compileWide(tree) : compileNumber(tree);
}

function compileNumber(tree: Tree): Read<number> {
  switch (tree.kind) {
    case 'literal': {
      const value = Number(tree.value);
      return () => value;
    }
    case 'variable':
      return variable(tree) as Read<number>;
    case 'negate': {
      const of = compileNumber(tree.of);
      return (values) => {
        const value = of(values);
        return value === null ? null : -value;
      };
    }
    case 'arithmetic':
      return both(compileNumber(tree.left), compileNumber(tree.right), (tree.type === 'int' ? onInts : onDoubles)[tree.operator]);
    case 'choose':
      return choose(compileBool(tree.when), compileNumber(tree.whenTrue), compileNumber(tree.whenFalse));
    default:
      throw new TypeError(`${tree.kind} is no number`);
  }
}

/** Ints that may leave ±(2^53 − 1) on the way are computed as BigInt, as exactly as a bigint is. */
function compileWide(tree: Tree): Read<bigint> {
  switch (tree.kind) {
    case 'arithmetic':
      return both(compileWide(tree.left), compileWide(tree.right), onBigInts[tree.operator]);
    case 'negate': {
      const of = compileWide(tree.of);
      return (values) => {
        const value = of(values);
        return value === null ? null : -value;
      };
    }
    case 'choose':
      return choose(compileBool(tree.when), compileWide(tree.whenTrue), compileWide(tree.whenFalse));
    default: {
      const of = compileNumber(tree);
      return (values) => {
        const value = of(values);
        return value === null ? null : BigInt(value);
      };
    }
  }
}

/** The rule as a function of the values of what it reads; a value that is missing or of the wrong type is a TypeError. */
export function compileRule(rule: Rule): (values: RuleValues) => RuleValue {
  const { tree } = rule;
  if (tree.type === 'bool') return compileBool(tree);
  if (!exceedsSafeInteger(tree)) {
    const read = compileNumber(tree);
    return (values) => {
      const value = read(values);
      return value === 0 ? 0 : value;
    };
  }
  const read = compileWide(tree);
  return (values) => {
    const value = read(values);
    return value === null || !Number.isSafeInteger(Number(value)) ? null : Number(value);
  };
}
