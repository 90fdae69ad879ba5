/** Sentences of findings read as people say them, also where a number is negative or unknown. */
import { describe, expect, test } from 'vitest';
import { items } from '#catalog/catalog.ts';
import type { Item, Level } from '#catalog/items/item.ts';
import { appliesSentence, ruleSentence, whySentence } from './explain.ts';

const item = (code: string): Item => {
  const found = items.find((one) => one.code === code);
  if (!found) throw new Error(code);
  return found;
};
const permit = { has_permit: true, permit_wait_days: 0, no_credential: false };

test('what is not due yet is not called overdue', () => {
  const said = (days: number | null) => whySentence(item('G01'), 'blue', { ...permit, permit_overdue_days: days }, {});
  expect(said(-17)).toMatchObject({ zh: expect.stringContaining('距签注到期17天'), en: expect.stringContaining('endorsement due in 17 days') });
  expect(said(17)).toMatchObject({ zh: expect.stringContaining('签注逾期17天'), en: expect.stringContaining('endorsement overdue 17 days') });
  expect(said(null)).toEqual({
    zh: '持证:是,申领等待0天,无证未申领:否；签注逾期天数未知。',
    en: 'Holds a permit: yes; application waiting 0 days; no credential: no; unknown: days of overdue endorsement.',
  });
});

test('an income above the line is said to be near it, one below to be under it, at the number of its level', () => {
  const { params } = item('F01');
  const thresholds = Object.fromEntries(Object.entries(params).map(([name, parameter]) => [name, parameter.default]));
  const said = (level: Level | 'unknown', income: number | null) => whySentence(item('F01'), level, { income_per_capita: income }, thresholds).zh;
  expect(said('blue', 9280.5)).toBe('近四季度人均纯收入9280.5元，不低于监测线7500元，但不到其1.5倍，接近监测线。');
  expect(said('orange', 7600)).toContain('但不到其1.1倍');
  expect(said('red', 7152.2)).toBe('近四季度人均纯收入7152.2元，低于监测线7500元。');
  expect(said('unknown', null)).toContain('监测线7500元');
});

test('English sentences name units and parameters in English', () => {
  const thresholds = Object.fromEntries(Object.entries(item('G01').params).map(([name, parameter]) => [name, parameter.default]));
  expect(ruleSentence(item('G01'), 'red', thresholds).en).toBe('holds a residence permit: yes, and days of overdue endorsement ≥ 181 days');
  const texts = items.flatMap((one) => [...Object.values(one.params), ...one.basis].map(({ en }) => en));
  expect(texts.filter((text) => /[\u4e00-\u9fff]/.test(text))).toEqual([]);
});

describe('what is unknown is named at the end of the sentence, in words', () => {
  const said = (code: string, facts: Record<string, boolean | number | null>) => whySentence(item(code), 'unknown', facts, { p_required: 10 });

  test('and what is known is said as ever', () => {
    expect(said('D01', { absent_school_days: null, not_enrolled: true })).toEqual({
      zh: '未入学或辍学:是；连续缺勤天数未知。',
      en: 'Not enrolled or dropped out: yes; unknown: school days absent in a row.',
    });
    expect(said('D01', {})).toEqual({
      zh: '连续缺勤天数、是否未入学或辍学未知。',
      en: 'Unknown: school days absent in a row; not enrolled or dropped out (yes or no).',
    });
    expect(said('A03', { students: 530, teachers: null, teacher_load: null })).toEqual({
      zh: '在校生530人；专任教师、师生比(标准=1)未知。',
      en: 'Pupils: 530 persons; unknown: teachers; pupils per teacher (standard = 1).',
    });
    expect(said('C03', { labour_willing: 90, labour_employed: 81, employment_rate: 90, employment_rate_ex_post: null })).toEqual({
      zh: '有意愿劳动力90人,就业81人,就业率90%；就业率(不含公益岗)未知。',
      en: '81 of 90 willing workers employed: 90 %; unknown: employment rate without public-welfare posts.',
    });
    expect(said('B04', { inspection_overdue_days: -3, equipment_accident: false, fire_down_hours: 0 }).en).toBe(
      'Inspection due in 3 days, fire system down 0 h, accident: no; unknown: hours of a lift out of service.',
    );
    expect(said('E01', { medins_gap_days: 3, medins_days_left: 9, medins_group: 1 }).zh).toBe(
      '本年未参保3天,距缴费截止9天,保障类别1；下年度是否已参保未知。',
    );
    expect(said('F05', { pension_gap_months: 2, core_gap_months: 0 }).zh).toBe('养老2个月,特困孤儿保障0个月；待遇缺口月数未知。');
  });

  test.each(items)('$code: each of its values, and all', (one) => {
    const names = [...new Set([...one.why.zh.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name))].filter((name) => !(name in one.params));
    const known = Object.fromEntries(names.map((name, at) => [name, at + 2]));
    const thresholds = Object.fromEntries(Object.entries(one.params).map(([name, parameter]) => [name, parameter.default]));
    for (const facts of [{}, ...names.map((name) => ({ ...known, [name]: null }))]) {
      const { zh, en } = whySentence(one, 'unknown', facts, thresholds);
      expect(zh).toMatch(/^[^{}[\]|]+未知。$/);
      expect(zh.match(/未知/g)).toHaveLength(1);
      expect(en).toMatch(/^(?:[A-Z0-9“"][^{}[\]|]*; u|U)nknown: [^{}[\]|]+\.$/);
      expect(en.match(/unknown/gi)).toHaveLength(1);
      for (const [name, value] of Object.entries(facts))
        if (value !== null) expect([name, zh, en]).toEqual([name, expect.stringContaining(String(value)), expect.stringContaining(String(value))]);
    }
    const whole = whySentence(one, 'unknown', known, thresholds);
    expect([whole.zh.includes('未知'), whole.en.includes('unknown')]).toEqual([false, false]);
  });
});

test('whom an item concerns is said where it is not everybody', () => {
  expect(appliesSentence(item('B05'), {})).toBeNull();
  expect(appliesSentence(item('C01'), {})).toEqual({ zh: expect.stringContaining('> 0'), en: expect.stringContaining('> 0') });
});
