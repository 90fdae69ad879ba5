/** A small evaluator of the CEL that items use, three-valued: an unknown variable makes what rests on it unknown. */
import { allOf, anyOf, not, type Truth } from './threeValued.ts';

/** What an expression reads and gives; null = unknown. */
export type CelValue = boolean | number | null;

type Expression = (variables: Readonly<Record<string, CelValue>>) => CelValue;

const precedence: readonly (readonly string[])[] = [['||'], ['&&'], ['<=', '>=', '==', '!=', '<', '>'], ['+', '-'], ['*']];

/** The value of an expression; a variable that is not given is a mistake of the expression. */
export function evaluateCel(source: string, variables: Readonly<Record<string, CelValue>>): CelValue {
  return parse(source)(variables);
}

/** Reads `||` `&&` comparisons `+ - *` `!` unary `-`, parentheses, numbers, true, false and names. */
export function parse(source: string): Expression {
  const tokens = source.match(/\|\||&&|[<>=!]=|[<>!()+*-]|\d+(?:\.\d+)?|\w+/g) ?? [];
  if (tokens.join('') !== source.replaceAll(/\s/g, '')) throw new Error(`cannot read: ${source}`);
  let next = 0;

  const binary = (level: number): Expression => {
    const operators = precedence[level];
    if (operators === undefined) return unary();
    let left = binary(level + 1);
    for (let token = tokens[next]; token !== undefined && operators.includes(token); token = tokens[next]) {
      next += 1;
      left = combined(token, left, binary(level + 1));
    }
    return left;
  };

  const unary = (): Expression => {
    const token = tokens[next];
    next += 1;
    if (token === '!') return negated(unary());
    if (token === '-') return combined('-', () => 0, unary());
    if (token === '(') {
      const inner = binary(0);
      if (tokens[next] !== ')') throw new Error(`unclosed bracket: ${source}`);
      next += 1;
      return inner;
    }
    if (token === 'true' || token === 'false') return () => token === 'true';
    if (token !== undefined && /^\d/.test(token)) return () => Number(token);
    if (token !== undefined && /^[a-z]/.test(token)) return variable(token);
    throw new Error(`unexpected ${token ?? 'end'}: ${source}`);
  };

  const whole = binary(0);
  if (next !== tokens.length) throw new Error(`unexpected ${tokens[next]}: ${source}`);
  return whole;
}

function variable(name: string): Expression {
  return (variables) => {
    const value = variables[name];
    if (value === undefined) throw new Error(`no variable ${name}`);
    return value;
  };
}

const negated =
  (inner: Expression): Expression =>
  (variables) =>
    not(truth(inner(variables)));

function combined(operator: string, left: Expression, right: Expression): Expression {
  if (operator === '&&') return (variables) => allOf(truth(left(variables)), truth(right(variables)));
  if (operator === '||') return (variables) => anyOf(truth(left(variables)), truth(right(variables)));
  return (variables) => {
    const a = left(variables);
    const b = right(variables);
    if (a === null || b === null) return null;
    if (operator === '==') return a === b;
    if (operator === '!=') return a !== b;
    return arithmetic(operator, numeric(a), numeric(b));
  };
}

function arithmetic(operator: string, a: number, b: number): CelValue {
  switch (operator) {
    case '<':
      return a < b;
    case '<=':
      return a <= b;
    case '>':
      return a > b;
    case '>=':
      return a >= b;
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    default:
      throw new Error(`no operator ${operator}`);
  }
}

function truth(value: CelValue): Truth {
  if (typeof value === 'number') throw new Error(`${value} is neither true nor false`);
  return value;
}

function numeric(value: boolean | number): number {
  if (typeof value === 'boolean') throw new Error(`${value} is not a number`);
  return value;
}
