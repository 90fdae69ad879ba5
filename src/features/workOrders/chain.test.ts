/** Whom an order goes to: the nearest post, the department whose item it is, and never who sees claims alone. */
import { expect, test } from 'vitest';
import { items } from '#catalog/catalog.ts';
import { type OrderPlace, postsFor } from './chain.ts';

const place: OrderPlace = {
  building: '522301A001-01',
  community: '522301001001',
  settlement: '522301A001',
  street: '522301001',
  county: '522301',
  prefecture: '522300',
};
const chainOf = (...codes: string[]): (string | null)[] =>
  postsFor(
    items.filter(({ code }) => codes.includes(code)),
    place,
  ).map(({ role, department }) => department ?? role);

test('items of the insurer go to the department that keeps the same register, then up from the community', () => {
  expect(chainOf('C06')).toEqual(['人社局', 'community', 'street', 'county']);
  expect(chainOf('B05')).toEqual(['生态移民局', 'community', 'street', 'county']);
});

test('no order goes to somebody who may not handle it', () => {
  for (const item of items) expect(chainOf(item.code)).not.toContain('保险承办机构');
});

test('every item finds the county at last', () => {
  for (const item of items) expect(chainOf(item.code).at(-1)).toBe('county');
});
