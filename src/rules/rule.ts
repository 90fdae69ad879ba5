/** What a rule (规则) is once it has been read: its text, its type, its typed tree, and the names it reads. */

/** `bool` 是非值, `int` 整数 (a PostgreSQL integer), `double` 小数 (a double precision). */
export type RuleType = 'bool' | 'int' | 'double';

/** A value of a fact, a parameter or a rule; null = unknown. */
export type RuleValue = boolean | number | null;

/** The values that one subject brings, by name. */
export type RuleValues = Readonly<Record<string, RuleValue>>;

export type Comparison = '==' | '!=' | '<' | '<=' | '>' | '>=';
export type Arithmetic = '+' | '-' | '*' | '/';

/** One node of a rule. Chains of `&&` and `||` are flat; `<` and its like compare numbers only. */
export type Tree =
  | { readonly kind: 'literal'; readonly type: RuleType; readonly value: boolean | number }
  | { readonly kind: 'variable'; readonly type: RuleType; readonly name: string }
  | { readonly kind: 'not'; readonly type: 'bool'; readonly of: Tree }
  | { readonly kind: 'and' | 'or'; readonly type: 'bool'; readonly terms: readonly Tree[] }
  | { readonly kind: 'compare'; readonly type: 'bool'; readonly operator: Comparison; readonly left: Tree; readonly right: Tree }
  | { readonly kind: 'oneOf'; readonly type: 'bool'; readonly of: Tree; readonly among: readonly number[] }
  | { readonly kind: 'negate'; readonly type: 'int' | 'double'; readonly of: Tree }
  | { readonly kind: 'arithmetic'; readonly type: 'int' | 'double'; readonly operator: Arithmetic; readonly left: Tree; readonly right: Tree }
  | { readonly kind: 'choose'; readonly type: RuleType; readonly when: Tree; readonly whenTrue: Tree; readonly whenFalse: Tree };

/** A rule that was read and found sound. `reads` lists the variables in the order of their first appearance. */
export interface Rule {
  readonly text: string;
  readonly type: RuleType;
  readonly tree: Tree;
  readonly reads: readonly string[];
}
