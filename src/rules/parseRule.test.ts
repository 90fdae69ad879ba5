/** Rules that are read, and rules that are refused at the exact spot with the reason in both languages. */
import { describe, expect, test } from 'vitest';
import { parseRule } from './parseRule.ts';
import { RuleError } from './ruleError.ts';

const variables = { days: 'int', grade: 'int', income: 'double', line: 'double', moved_back: 'bool', has_job: 'bool', p_red: 'int' } as const;

function refusal(text: string): RuleError {
  try {
    parseRule(text, variables, 'bool');
  } catch (error) {
    if (error instanceof RuleError) return error;
    throw error;
  }
  throw new Error(`taken: ${text}`);
}

describe('reading', () => {
  test('lists what it reads in the order of first appearance', () => {
    expect(parseRule('days >= p_red || (moved_back && days > grade)', variables, 'bool').reads).toEqual(['days', 'p_red', 'moved_back', 'grade']);
  });

  test('gives a small typed tree', () => {
    expect(parseRule('!has_job && (days > -5 && moved_back)', variables, 'bool').tree).toEqual({
      kind: 'and',
      type: 'bool',
      terms: [
        { kind: 'not', type: 'bool', of: { kind: 'variable', type: 'bool', name: 'has_job' } },
        {
          kind: 'compare',
          type: 'bool',
          operator: '>',
          left: { kind: 'variable', type: 'int', name: 'days' },
          right: { kind: 'literal', type: 'int', value: -5 },
        },
        { kind: 'variable', type: 'bool', name: 'moved_back' },
      ],
    });
  });

  test.each([
    ['days + grade', 'int'],
    ['income / line * 1.1', 'double'],
    ['moved_back ? days : 0', 'int'],
    ['-income', 'double'],
    ['grade in [1, 2, -3]', 'bool'],
    ['days * grade + days * p_red > 0', 'bool'],
    ['moved_back == !has_job', 'bool'],
    ['0x1F > days', 'bool'],
    ['true // 适用于所有户', 'bool'],
  ] as const)('%s is %s', (text, type) => {
    expect(parseRule(text, variables, type).type).toBe(type);
  });
});

describe('refusing', () => {
  test.each([
    ['', 'syntax', 0, 0, '规则是空的。'],
    ['days >', 'syntax', 6, 0, '规则没有写完:末尾缺少一个值。'],
    ['days > && moved_back', 'syntax', 7, 2, '这里缺少一个值。'],
    ['(days > 1', 'syntax', 9, 0, '这里缺少“)”。'],
    ['moved_back ? 1', 'syntax', 14, 0, '这里缺少“:”。'],
    ['days = 1', 'syntax', 5, 1, '这里不应出现“=”,应写作 ==。'],
    ['days <> 1', 'syntax', 5, 2, '这里不应出现“<>”,应写作 !=。'],
    ['days => 1', 'syntax', 5, 2, '这里不应出现“=>”,应写作 >=。'],
    ['days \uff1e 1', 'syntax', 5, 1, '这里不应出现“\uff1e”,应写作 >。'],
    ['days ≥ 1', 'syntax', 5, 1, '这里不应出现“≥”,应写作 >=。'],
    ['has_job and moved_back', 'syntax', 8, 3, '这里不应出现“and”,应写作 &&。'],
    ['(has_job or moved_back)', 'syntax', 9, 2, '这里不应出现“or”,应写作 ||。'],
    ['has_job constructor', 'syntax', 8, 11, '这里不应出现“constructor”。'],
    ['空置 > 1', 'syntax', 0, 2, '这里不应出现“空置”。'],
    ['if', 'syntax', 0, 2, '“if”是保留字,不能作名称。'],
    ['income > 1e999', 'syntax', 9, 5, '这个数写得不对。'],
    ['dayz > 1', 'unknown-name', 0, 4, '没有名为“dayz”的事实或参数,是否指 days?'],
    ['toString > 1', 'unknown-name', 0, 8, '没有名为“toString”的事实或参数。'],
    ['income > 30', 'mixed-numbers', 9, 2, '整数与小数不能混用,请写成 30.0。'],
    ['30.0 < days', 'mixed-numbers', 0, 4, '整数与小数不能混用,请写成 30。'],
    ['income > days', 'mixed-numbers', 9, 4, '整数与小数不能混用。'],
    ['grade in [1, 2.0]', 'mixed-numbers', 13, 3, '整数与小数不能混用,请写成 2。'],
    ['moved_back > 1', 'wrong-type', 0, 10, '“>”只用于数,而它是是非值。'],
    ['days + moved_back > 1', 'wrong-type', 7, 10, '“+”只用于数,而它是是非值。'],
    ['-moved_back', 'wrong-type', 1, 10, '“-”只用于数,而它是是非值。'],
    ['days == moved_back', 'wrong-type', 8, 10, '整数与是非值不能放在一起。'],
    ['moved_back && !days', 'wrong-type', 15, 4, '这里要写成立与否的条件,而它是整数。'],
    ['days ? moved_back : has_job', 'wrong-type', 0, 4, '这里要写成立与否的条件,而它是整数。'],
    ['days + 1', 'wrong-type', 0, 8, '这条规则的结果应是是非值,而它是整数。'],
    ['moved_back == null', 'not-supported', 14, 4, '规则里不写 null:缺少的值本来就是“未知”。'],
    ['"a" == "b"', 'not-supported', 0, 3, '规则里不能用文字。'],
    ["moved_back || 'a", 'not-supported', 14, 2, '这里的写法不能用:规则只用事实、参数、数和运算符。'],
    ['1u < 2u', 'not-supported', 0, 2, '这种值不能用:只能写是非值、整数和小数。'],
    ['days % 2 == 0', 'not-supported', 5, 1, '不能用求余 %。'],
    ['has(days.a)', 'not-supported', 0, 11, '不能用函数 has。'],
    ['days.a > 1', 'not-supported', 0, 6, '事实没有下级字段,不能用“.”“[ ]”或“{ }”。'],
    ['days. > 1', 'syntax', 6, 1, '“.”后面不完整。'],
    ['grade in [1].map(x, x)', 'not-supported', 9, 13, 'in 后面要写一个列表,例如 [1, 2]。'],
    ['grade in []', 'not-supported', 9, 2, '列表不能为空。'],
    ['grade in [1, days]', 'not-supported', 13, 4, '列表里只能写固定的值。'],
    ['[1] == [1]', 'not-supported', 0, 3, '列表只能写在 in 后面。'],
    ['days > 9007199254740993', 'number-out-of-range', 7, 16, '这个数超出可用范围。'],
    ['income > 1e16', 'number-out-of-range', 9, 4, '这个数超出可用范围。'],
    ['days * grade * p_red > 1', 'result-out-of-range', 13, 1, '这里的结果可能超出数的范围,请减少相乘或相除的次数。'],
  ] as const)('%s', (text, code, offset, length, zh) => {
    const error = refusal(text);
    expect([error.code, error.position.offset, error.length, error.zh]).toEqual([code, offset, length, zh]);
    expect(error.en).toMatch(/^(?:“[^”]*”|[^\p{Script=Han}])+[.?]$/u);
  });

  test('line and column count from 1', () => {
    expect(refusal('days > 1 &&\n  daz > 2').position).toEqual({ offset: 14, line: 2, column: 3 });
  });

  test('text that is too long or too deep ends in a refusal, not in a crash', () => {
    expect(refusal('!'.repeat(3000)).code).toBe('too-long');
    expect(refusal(`${'('.repeat(500)}has_job`).code).toBe('too-long');
    expect(parseRule(`${'!'.repeat(900)}has_job`, variables, 'bool').reads).toEqual(['has_job']);
    expect(refusal(`${'!'.repeat(1990)}has_job`).code).toBe('too-long');
  });
});
