import { registers } from '#catalog/catalog.ts';
import { describe, expect, test } from 'vitest';
import { ruleInWords } from './ruleInWords.ts';

const rules = Object.values(registers).flatMap((register) =>
  Object.values(register.fields).flatMap(({ checks, warns }) => [...checks, ...warns].map((rule) => ({ register, rule }))),
);

describe('rules in the words of who brings the sheet', () => {
  test('no rule of any register shows SQL or the name of a field', () => {
    expect(rules.length).toBeGreaterThan(80);
    for (const { register, rule } of rules) {
      const chinese = ruleInWords(rule, register, 'zh');
      expect(chinese, rule).not.toMatch(/[a-z_]{2,}|[<>='\u0001\u0002]/);
      expect(ruleInWords(rule, register, 'en'), rule).not.toMatch(/_|[<>=\u0001\u0002]| null|coalesce|substr/);
    }
  });

  test('codes are called by their labels, dates are earlier or later, numbers larger or smaller', () => {
    const of = (rule: string, register: keyof typeof registers): string => ruleInWords(rule, registers[register], 'zh');
    expect(of("exempt_reason is null or emp_status <> '1'", 'employment')).toBe('暂不能就业原因未填，或者就业状态不是“就业”');
    expect(of("start_on is not null or emp_status <> '1'", 'employment')).toBe('起始日期已填，或者就业状态不是“就业”');
    expect(of('end_on is null or end_on >= start_on', 'employment')).toBe('结束日期未填，或者结束日期不早于起始日期');
    expect(of('labour_count <= member_count', 'household')).toBe('劳动力数不大于家庭人口');
    expect(of('(end_date is null) = (end_reason is null)', 'person')).toBe('“去世/迁出日期未填”与“减少原因未填”同时成立或同时不成立');
  });
});
