/** Allowances: used up by a rush, filled again little by little, each caller and each kind for itself. */
import { expect, test } from 'vitest';
import { allowances, readAllowances, startCounter } from './allowances.ts';

test('a store is used up, says how long to wait, and fills again', () => {
  let at = 0;
  const counter = startCounter({ write: { aMinute: 60, atOnce: 3 } }, () => at);
  expect([1, 2, 3, 4].map(() => counter.take('write', 'a'))).toEqual([0, 0, 0, 1]);
  expect(counter.isUsedUp('write', 'a')).toBe(true);
  expect(counter.take('write', 'b')).toBe(0);
  expect(counter.take('read', 'a')).toBe(0);
  at += 1_000;
  expect([counter.take('write', 'a'), counter.take('write', 'a')]).toEqual([0, 1]);
  at += 3_600_000;
  expect([1, 2, 3, 4].map(() => counter.take('write', 'a'))).toEqual([0, 0, 0, 1]);
});

test('a slow store says how long it takes until there is one again', () => {
  const counter = startCounter({ export: { aMinute: 2, atOnce: 1 } }, () => 0);
  expect([counter.take('export', 'a'), counter.take('export', 'a')]).toEqual([0, 30]);
});

test('the setting changes some and leaves the others', () => {
  expect(readAllowances('read=6000/120000, sign-in=5/5')).toEqual({ read: { aMinute: 6000, atOnce: 120_000 }, 'sign-in': { aMinute: 5, atOnce: 5 } });
  for (const text of ['reading=1/1', 'read=1', 'read=0/5', 'toString=1/1']) expect(() => readAllowances(text), text).toThrow('settings.limits');
  expect(Object.keys(allowances)).toContain('upload');
});
