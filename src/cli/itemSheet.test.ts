/** The sheet of an item says everything that a person needs who reads or writes one. */
import { expect, test } from 'vitest';
import { items } from '#catalog/catalog.ts';
import { viewDeclaredItem } from '#features/items/viewItems.ts';
import { itemSheet } from './itemSheet.ts';

test('of B05: both names, file, levels, parameters, both sentences, SQL', () => {
  const sheet = itemSheet(viewDeclaredItem('B05'));
  for (const line of [
    'B05 安居险保障与理赔时效 · Housing-security insurance',
    'src/catalog/items/housing/b05HousingInsurance.ts',
    '  黄 yellow: house_claim_days > p_yellow',
    '  p_yellow = 20 天 days  黄色理赔等待天数 · yellow: days waiting for the claim',
    '  未参保{house_uninsured_days}天,资料齐全后{house_claim_days}天未赔付,拒赔未书面说明:{house_claim_refused_unexplained}。',
    '  -- yellow',
    '  house_claim_days > 20',
  ])
    expect(sheet.split('\n')).toContain(line);
});

test('of every item: nothing is undefined', () => {
  for (const { code } of items) expect(itemSheet(viewDeclaredItem(code)), code).not.toMatch(/undefined|NaN|\[object/);
});
