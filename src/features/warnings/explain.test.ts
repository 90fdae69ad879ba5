/** Sentences of findings read as people say them, also where a number is negative or unknown. */
import { expect, test } from 'vitest';
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
  expect(said(null).zh).toContain('签注逾期未知天');
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

test('whom an item concerns is said where it is not everybody', () => {
  expect(appliesSentence(item('B05'), {})).toBeNull();
  expect(appliesSentence(item('C01'), {})).toEqual({ zh: expect.stringContaining('> 0'), en: expect.stringContaining('> 0') });
});
