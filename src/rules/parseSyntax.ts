/** Reads CEL text into the library's syntax tree and says in plain words what is wrong with text that is no CEL. */
import { type ASTNode, Environment, ParseError } from '@marcbachmann/cel-js';
import { RuleError, type Span } from './ruleError.ts';

/** Characters a rule may have; the reader calls itself once a nested sign, so this also bounds the stack. */
const longestText = 2000;

const reader = new Environment({ limits: { maxAstNodes: 1000, maxDepth: 50, maxListElements: 200 } });

const closingSigns: Readonly<Record<string, string>> = { RPAREN: ')', RBRACKET: ']', RBRACE: '}', COLON: ':' };

/** What people write from habit, and how a rule says it. */
const habits = new Map([
  ...Object.entries({ '=': '==', '=>': '>=', '=<': '<=', '<>': '!=', '≥': '>=', '≤': '<=', '≠': '!=', '×': '*', '÷': '/' }),
  ...Object.entries({ '&': '&&', '|': '||', and: '&&', AND: '&&', or: '||', OR: '||', 且: '&&', 或: '||' }),
]);

function wordAt(text: string, start: number): string {
  return /^(?:<>|=[<>]|[且或]|\w+|\p{Script=Han}+|.)/su.exec(text.slice(start))?.[0] ?? '';
}

function unexpected(text: string, at: Span): RuleError {
  const word = wordAt(text, at.start);
  const halfWidth = word.normalize('NFKC');
  const hint = habits.get(word) ?? (halfWidth === word ? undefined : halfWidth);
  const span = { start: at.start, end: at.start + word.length };
  return new RuleError(
    'syntax',
    text,
    span,
    `这里不应出现“${word}”${hint === undefined ? '' : `,应写作 ${hint}`}。`,
    `“${word}” does not belong here${hint === undefined ? '' : `; write ${hint}`}.`,
  );
}

function missingValue(text: string, at: Span): RuleError {
  if (text.trim() === '') return new RuleError('syntax', text, at, '规则是空的。', 'The rule is empty.');
  if (text.startsWith('<>', at.start - 1)) return unexpected(text, { start: at.start - 1, end: at.end });
  if (at.start >= text.length)
    return new RuleError('syntax', text, at, '规则没有写完:末尾缺少一个值。', 'The rule breaks off: a value is missing at its end.');
  return new RuleError('syntax', text, at, '这里缺少一个值。', 'A value is missing here.');
}

function missingSign(text: string, at: Span, summary: string): RuleError {
  const sign = closingSigns[/^Expected (\w+)/.exec(summary)?.[1] ?? ''];
  if (habits.has(wordAt(text, at.start))) return unexpected(text, at);
  if (sign === undefined) return new RuleError('syntax', text, at, '“.”后面不完整。', 'What follows “.” is not complete.');
  return new RuleError('syntax', text, at, `这里缺少“${sign}”。`, `“${sign}” is missing here.`);
}

function explain(text: string, error: ParseError): RuleError {
  const range = error.range ?? { start: 0, end: 0 };
  const at = { start: Math.min(range.start, text.length), end: Math.min(range.end, text.length) };
  switch (error.code) {
    case 'unexpected_character':
      return unexpected(text, at);
    case 'unexpected_token':
      return missingValue(text, at);
    case 'expected_token':
      return missingSign(text, at, error.summary);
    case 'reserved_identifier':
      return new RuleError(
        'syntax',
        text,
        at,
        `“${text.slice(at.start, at.end)}”是保留字,不能作名称。`,
        `“${text.slice(at.start, at.end)}” is a reserved word, not a name.`,
      );
    case 'limit_exceeded':
      return new RuleError('too-long', text, at, '规则太长或嵌套太深。', 'The rule is too long or nested too deeply.');
    case 'invalid_number':
    case 'invalid_integer':
    case 'invalid_hex_integer':
    case 'invalid_exponent':
      return new RuleError('syntax', text, at, '这个数写得不对。', 'This number is not written correctly.');
    default:
      return new RuleError(
        'not-supported',
        text,
        at,
        '这里的写法不能用:规则只用事实、参数、数和运算符。',
        `Not usable here (${error.summary}): rules hold facts, parameters, numbers and operators only.`,
      );
  }
}

/** The library's tree of `text`; throws a RuleError at the first spot that is no CEL. */
export function parseSyntax(text: string): ASTNode {
  if (text.length > longestText) {
    throw new RuleError(
      'too-long',
      text,
      { start: longestText, end: text.length },
      `规则不得超过 ${longestText} 个字符。`,
      `A rule has at most ${longestText} characters.`,
    );
  }
  try {
    return reader.parse(text).ast;
  } catch (error) {
    if (error instanceof ParseError) throw explain(text, error);
    throw error;
  }
}
