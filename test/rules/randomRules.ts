/** Random typed rules and random values, for tests that compare two ways of working a rule out. */
import fc from 'fast-check';
import type { RuleType, RuleValue } from '#rules/rule.ts';

export const ruleVariables = { i: 'int', j: 'int', x: 'double', y: 'double', p: 'bool', q: 'bool' } as const satisfies Record<string, RuleType>;
export type RandomValues = Readonly<Record<keyof typeof ruleVariables, RuleValue>>;

/** CEL text with the type that it gives; some of it is refused because its result could leave the range of numbers. */
export function randomRule({ divideDoubles }: { readonly divideDoubles: boolean }): fc.Arbitrary<{ readonly text: string; readonly type: RuleType }> {
  const { bool, int, double } = fc.letrec<Record<RuleType, string>>((tie) => {
    const binary = (operand: RuleType, ...operators: readonly string[]) =>
      fc.tuple(tie(operand), fc.constantFrom(...operators), tie(operand)).map(([left, operator, right]) => `(${left} ${operator} ${right})`);
    const choice = (type: RuleType) =>
      fc.tuple(tie('bool'), tie(type), tie(type)).map(([when, then, otherwise]) => `(${when} ? ${then} : ${otherwise})`);
    const leaf = (names: readonly string[], literals: readonly string[]) =>
      fc.oneof({ arbitrary: fc.constantFrom(...names), weight: 3 }, { arbitrary: fc.constantFrom(...literals), weight: 1 });
    const nested = { depthIdentifier: 'rule', depthSize: 'medium', maxDepth: 5 } as const;
    return {
      bool: fc.oneof(
        nested,
        leaf(['p', 'q'], ['true', 'false']),
        binary('bool', '&&', '||', '==', '!='),
        fc
          .tuple(tie('bool'), tie('bool'), tie('bool'), fc.constantFrom('&&', '||'))
          .map(([a, b, c, operator]) => `(${a} ${operator} ${b} ${operator} ${c})`),
        tie('bool').map((of) => `!${of}`),
        binary('int', '==', '!=', '<', '<=', '>', '>='),
        binary('double', '==', '!=', '<', '<=', '>', '>='),
        fc.tuple(tie('int'), fc.subarray(['0', '1', '-1', '2', '7'], { minLength: 1 })).map(([of, list]) => `(${of} in [${list.join(', ')}])`),
        fc.tuple(tie('double'), fc.subarray(['0.0', '1.0', '-0.5', '2.25'], { minLength: 1 })).map(([of, list]) => `(${of} in [${list.join(', ')}])`),
        choice('bool'),
      ),
      int: fc.oneof(
        nested,
        leaf(['i', 'j'], ['0', '1', '2', '-3', '100', '2147483647', '9007199254740991']),
        binary('int', '+', '-', '*', '/'),
        tie('int').map((of) => `-${of}`),
        choice('int'),
      ),
      double: fc.oneof(
        nested,
        leaf(['x', 'y'], ['0.0', '1.0', '0.5', '1.1', '-2.25', '1e-15', '1e15']),
        binary('double', '+', '-', '*', ...(divideDoubles ? ['/'] : [])),
        tie('double').map((of) => `-${of}`),
        choice('double'),
      ),
    };
  });
  return fc.oneof(
    { arbitrary: bool.map((text) => ({ text, type: 'bool' as const })), weight: 3 },
    int.map((text) => ({ text, type: 'int' as const })),
    double.map((text) => ({ text, type: 'double' as const })),
  );
}

const int = fc.option(fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constantFrom(2147483647, -2147483647, 90, 46341)), { freq: 4 });
const double = fc.option(
  fc.oneof(
    fc.integer({ min: -9, max: 9 }).map((quarters) => quarters / 4),
    fc.constantFrom(0.1, 0.3, 7500, 8250, 1e15, -1e15, 1e-15),
    fc.double({ min: 1e-15, max: 1e15, noNaN: true }),
  ),
  { freq: 4 },
);
const bool = fc.option(fc.boolean(), { freq: 4 });

/** Values of one subject, each of them unknown one time in five. */
export const randomValues: fc.Arbitrary<RandomValues> = fc.record({ i: int, j: int, x: double, y: double, p: bool, q: bool });
