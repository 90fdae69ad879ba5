/** Rules said as sentences: natural words, values with their units, brackets only where they are needed. */
import { describe, expect, test } from 'vitest';
import { parseRule } from './parseRule.ts';
import type { RuleType } from './rule.ts';
import { type RuleLabel, ruleToSentence } from './ruleToSentence.ts';

const variables = {
  vacant: 'int',
  grade: 'int',
  income: 'double',
  line: 'double',
  moved_back: 'bool',
  has_job: 'bool',
  lift: 'bool',
  p_red: 'int',
  p_rate: 'double',
} as const;
const labels: Record<string, RuleLabel> = {
  vacant: { zh: '无因空置天数', en: 'vacant without reason', unit: { zh: '天', en: 'days' } },
  grade: { zh: '隐患等级', en: 'hazard grade' },
  income: { zh: '人均收入', en: 'income per person', unit: '元' },
  line: { zh: '监测线', en: 'monitoring line', unit: '元' },
  moved_back: { zh: '回迁原址', en: 'moved back' },
  has_job: { zh: '有人就业', en: 'has a job' },
  lift: { zh: '有电梯', en: 'has a lift' },
  p_red: { zh: '红色空置天数', en: 'red days', unit: { zh: '天', en: 'days' }, value: 90 },
  p_rate: { zh: '比例', en: 'share', unit: '%', value: 12.5 },
};

function say(text: string, lang: 'zh' | 'en', expected: RuleType = 'bool'): string {
  return ruleToSentence(parseRule(text, variables, expected), lang, (name) => labels[name] ?? { zh: name, en: name });
}

describe('conditions', () => {
  test.each([
    ['vacant >= p_red || moved_back', '无因空置天数 ≥ 90 天,或者回迁原址为是', 'vacant without reason ≥ 90 days, or moved back: yes'],
    ['!has_job', '有人就业为否', 'has a job: no'],
    ['!has_job && vacant == 0', '有人就业为否,并且无因空置天数 = 0 天', 'has a job: no, and vacant without reason = 0 days'],
    [
      'vacant >= 3 && !(moved_back && vacant <= p_red)',
      '无因空置天数 ≥ 3 天,并且(回迁原址为否,或者无因空置天数 > 90 天)',
      'vacant without reason ≥ 3 days, and (moved back: no, or vacant without reason > 90 days)',
    ],
    [
      '(lift && vacant > 0) || moved_back',
      '有电梯为是且无因空置天数 > 0 天,或者回迁原址为是',
      'has a lift: yes and vacant without reason > 0 days, or moved back: yes',
    ],
    ['lift && grade == 3 || moved_back', '有电梯为是且隐患等级 = 3,或者回迁原址为是', 'has a lift: yes and hazard grade = 3, or moved back: yes'],
    ['grade == 3 && lift || moved_back', '隐患等级 = 3 且有电梯为是,或者回迁原址为是', 'hazard grade = 3 and has a lift: yes, or moved back: yes'],
    ['grade in [1, 2, 3]', '隐患等级为 1、2 或 3', 'hazard grade is 1, 2 or 3'],
    ['!(grade in [4])', '隐患等级不为 4', 'hazard grade is not 4'],
    ['moved_back == false', '回迁原址为否', 'moved back: no'],
    ['lift != has_job', '(有电梯为是) ≠ (有人就业为是)', '(has a lift: yes) ≠ (has a job: yes)'],
    [
      'lift ? vacant > 1 : moved_back',
      '若有电梯为是则无因空置天数 > 1 天,否则回迁原址为是',
      'if has a lift: yes, then vacant without reason > 1 days, otherwise moved back: yes',
    ],
    ['has_job && (lift ? vacant > 1 : moved_back)', '有人就业为是,并且(若有电梯为是则无因空置天数 > 1 天,否则回迁原址为是)', undefined],
    ['(lift ? 1 : 2) > grade', '(若有电梯为是则 1,否则 2) > 隐患等级', '(if has a lift: yes, then 1, otherwise 2) > hazard grade'],
    ['true', '总是成立', 'always'],
    ['!true', '从不成立', 'never'],
  ] as const)('%s', (text, zh, en) => {
    expect(say(text, 'zh')).toBe(zh);
    if (en !== undefined) expect(say(text, 'en')).toBe(en);
  });
});

describe('numbers', () => {
  test.each([
    ['income < 1.5 * line', '人均收入 < 1.5 × 监测线'],
    ['income * 100.0 / line < p_rate', '人均收入 × 100 ÷ 监测线 < 12.5%'],
    ['income - (line + 100.0) > 0.0', '人均收入 - (监测线 + 100 元) > 0 元'],
    ['(income + line) * 2.0 > 1.0', '(人均收入 + 监测线) × 2 > 1'],
    ['-vacant < -5', '-无因空置天数 < -5 天'],
  ] as const)('%s', (text, zh) => {
    expect(say(text, 'zh')).toBe(zh);
  });

  test('a rule that gives a number', () => {
    expect(say('vacant + p_red', 'zh', 'int')).toBe('无因空置天数 + 90 天');
  });
});
