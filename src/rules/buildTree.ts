/** Turns the library's syntax tree into our typed tree; whatever lies outside the supported subset is refused at its exact spot. */
import type { ASTNode } from '@marcbachmann/cel-js';
import { closestName } from './closestName.ts';
import { largestDouble, mayOverflow, smallestDouble } from './magnitude.ts';
import type { RuleType, Tree } from './rule.ts';
import { RuleError } from './ruleError.ts';
import { notABool, notANumber, notLike, operatorSpan, unsupported } from './typeRefusals.ts';

/** What reading one rule needs to know and gathers: `reads` keeps the order of first appearance. */
interface Reading {
  readonly text: string;
  readonly variables: Readonly<Record<string, RuleType>>;
  readonly reads: Set<string>;
}

type Node<Operator extends ASTNode['op']> = Extract<ASTNode, { op: Operator }>;

function literal(node: Node<'value'>, { text }: Reading): Tree {
  const value = node.args;
  if (typeof value === 'boolean') return { kind: 'literal', type: 'bool', value };
  const size = typeof value === 'number' || typeof value === 'bigint' ? Math.abs(Number(value)) : 0;
  if (typeof value === 'bigint' && size <= Number.MAX_SAFE_INTEGER) return { kind: 'literal', type: 'int', value: Number(value) };
  if (typeof value === 'number' && (size === 0 || (size <= largestDouble && size >= smallestDouble)))
    return { kind: 'literal', type: 'double', value };
  if (size > 0) throw new RuleError('number-out-of-range', text, node, '这个数超出可用范围。', 'This number is out of range.');
  if (value === null)
    throw unsupported(text, node, '规则里不写 null:缺少的值本来就是“未知”。', 'Rules do not write null: a missing value is unknown by itself.');
  if (typeof value === 'string') throw unsupported(text, node, '规则里不能用文字。', 'Rules cannot use text.');
  throw unsupported(
    text,
    node,
    '这种值不能用:只能写是非值、整数和小数。',
    'This kind of value cannot be used: write yes-or-no values, whole and decimal numbers only.',
  );
}

function variable(node: Node<'id'>, { text, variables, reads }: Reading): Tree {
  const name = node.args;
  const type = Object.hasOwn(variables, name) ? variables[name] : undefined;
  if (type === undefined) {
    const closest = closestName(name, Object.keys(variables));
    const hint = closest === undefined ? { zh: '。', en: '.' } : { zh: `,是否指 ${closest}?`, en: `; did you mean ${closest}?` };
    throw new RuleError('unknown-name', text, node, `没有名为“${name}”的事实或参数${hint.zh}`, `There is no fact or parameter “${name}”${hint.en}`);
  }
  reads.add(name);
  return { kind: 'variable', type, name };
}

function bool(node: ASTNode, reading: Reading): Tree {
  const tree = build(node, reading);
  if (tree.type !== 'bool') throw notABool(reading.text, node, tree);
  return tree;
}

/** The terms of a chain of one operator, which `a && b && c` and `a && (b && c)` both are. */
function terms(kind: 'and' | 'or', node: Node<'&&' | '||'>, reading: Reading): readonly Tree[] {
  return node.args.flatMap((side) => {
    const term = bool(side, reading);
    return term.kind === kind ? term.terms : [term];
  });
}

function compare(node: Node<'==' | '!=' | '<' | '<=' | '>' | '>='>, reading: Reading): Tree {
  const [leftNode, rightNode] = node.args;
  const left = build(leftNode, reading);
  const right = build(rightNode, reading);
  if (node.op !== '==' && node.op !== '!=') {
    if (left.type === 'bool') throw notANumber(reading.text, leftNode, node.op);
    if (right.type === 'bool') throw notANumber(reading.text, rightNode, node.op);
  }
  if (left.type !== right.type) throw notLike(reading.text, leftNode, left, rightNode, right);
  return { kind: 'compare', type: 'bool', operator: node.op, left, right };
}

function arithmetic(node: Node<'+' | '-' | '*' | '/'>, reading: Reading): Tree {
  const [leftNode, rightNode] = node.args;
  const left = build(leftNode, reading);
  const right = build(rightNode, reading);
  if (left.type === 'bool') throw notANumber(reading.text, leftNode, node.op);
  if (right.type === 'bool') throw notANumber(reading.text, rightNode, node.op);
  if (left.type !== right.type) throw notLike(reading.text, leftNode, left, rightNode, right);
  const tree: Tree = { kind: 'arithmetic', type: left.type, operator: node.op, left, right };
  if (!mayOverflow(tree)) return tree;
  throw new RuleError(
    'result-out-of-range',
    reading.text,
    operatorSpan(reading.text, node),
    '这里的结果可能超出数的范围,请减少相乘或相除的次数。',
    'The result could leave the range of numbers here: multiply or divide less often.',
  );
}

function negate(node: Node<'-_'>, reading: Reading): Tree {
  const of = build(node.args, reading);
  if (of.type === 'bool') throw notANumber(reading.text, node.args, '-');
  if (of.kind === 'literal') return { ...of, value: -Number(of.value) };
  return { kind: 'negate', type: of.type, of };
}

function oneOf(node: Node<'in'>, reading: Reading): Tree {
  const [ofNode, listNode] = node.args;
  const of = build(ofNode, reading);
  if (of.type === 'bool') throw notANumber(reading.text, ofNode, node.op);
  if (listNode.op !== 'list')
    throw unsupported(reading.text, listNode, 'in 后面要写一个列表,例如 [1, 2]。', 'A list must follow in, such as [1, 2].');
  if (listNode.args.length === 0) throw unsupported(reading.text, listNode, '列表不能为空。', 'The list must not be empty.');
  const among = listNode.args.map((memberNode) => {
    const member = build(memberNode, reading);
    if (member.kind !== 'literal') throw unsupported(reading.text, memberNode, '列表里只能写固定的值。', 'A list holds fixed values only.');
    if (member.type !== of.type) throw notLike(reading.text, ofNode, of, memberNode, member);
    return Number(member.value);
  });
  return { kind: 'oneOf', type: 'bool', of, among };
}

function choose(node: Node<'?:'>, reading: Reading): Tree {
  const [whenNode, trueNode, falseNode] = node.args;
  const when = bool(whenNode, reading);
  const whenTrue = build(trueNode, reading);
  const whenFalse = build(falseNode, reading);
  if (whenTrue.type !== whenFalse.type) throw notLike(reading.text, trueNode, whenTrue, falseNode, whenFalse);
  return { kind: 'choose', type: whenTrue.type, when, whenTrue, whenFalse };
}

function build(node: ASTNode, reading: Reading): Tree {
  const { text } = reading;
  switch (node.op) {
    case 'value':
      return literal(node, reading);
    case 'id':
      return variable(node, reading);
    case '!_':
      return { kind: 'not', type: 'bool', of: bool(node.args, reading) };
    case '&&':
      return { kind: 'and', type: 'bool', terms: terms('and', node, reading) };
    case '||':
      return { kind: 'or', type: 'bool', terms: terms('or', node, reading) };
    case '==':
    case '!=':
    case '<':
    case '<=':
    case '>':
    case '>=':
      return compare(node, reading);
    case '+':
    case '-':
    case '*':
    case '/':
      return arithmetic(node, reading);
    case '-_':
      return negate(node, reading);
    case 'in':
      return oneOf(node, reading);
    case '?:':
      return choose(node, reading);
    case '%':
      throw unsupported(text, operatorSpan(text, node), '不能用求余 %。', 'The remainder % cannot be used.');
    case 'list':
      throw unsupported(text, node, '列表只能写在 in 后面。', 'A list may only follow in.');
    case 'call':
    case 'rcall':
      throw unsupported(text, node, `不能用函数 ${node.args[0]}。`, `The function ${node.args[0]} cannot be used.`);
    default:
      throw unsupported(text, node, '事实没有下级字段,不能用“.”“[ ]”或“{ }”。', 'Facts have no inner fields: “.”, “[ ]” and “{ }” cannot be used.');
  }
}

/** The typed tree of a rule and the names that it reads, in order of first appearance. */
export function buildTree(
  ast: ASTNode,
  text: string,
  variables: Readonly<Record<string, RuleType>>,
): { readonly tree: Tree; readonly reads: readonly string[] } {
  const reads = new Set<string>();
  const tree = build(ast, { text, variables, reads });
  return { tree, reads: [...reads] };
}
