/** Sentences of findings read as people say them, also where a number is negative or unknown. */
import { expect, test } from 'vitest';
import { items } from '#catalog/catalog.ts';
import type { Item } from '#catalog/items/item.ts';
import { ruleSentence, whySentence } from './explain.ts';

const item = (code: string): Item => {
  const found = items.find((one) => one.code === code);
  if (!found) throw new Error(code);
  return found;
};
const permit = { has_permit: true, permit_wait_days: 0, no_credential: false };

test('what is not due yet is not called overdue', () => {
  const said = (days: number | null) => whySentence(item('G01'), { ...permit, permit_overdue_days: days }, {});
  expect(said(-17)).toMatchObject({ zh: expect.stringContaining('距签注到期17天'), en: expect.stringContaining('endorsement due in 17 days') });
  expect(said(17)).toMatchObject({ zh: expect.stringContaining('签注逾期17天'), en: expect.stringContaining('endorsement overdue 17 days') });
  expect(said(null).zh).toContain('签注逾期未知天');
});

test('English sentences name units and parameters in English', () => {
  const thresholds = Object.fromEntries(Object.entries(item('G01').params).map(([name, parameter]) => [name, parameter.default]));
  expect(ruleSentence(item('G01'), 'red', thresholds).en).toBe('holds a residence permit: yes, and days of overdue endorsement ≥ 181 days');
  const texts = items.flatMap((one) => [...Object.values(one.params), ...one.basis].map(({ en }) => en));
  expect(texts.filter((text) => /[\u4e00-\u9fff]/.test(text))).toEqual([]);
});
