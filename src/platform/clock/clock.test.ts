/** Days are days of China, whatever the machine's zone. */
import { expect, test } from 'vitest';
import { dayInChina, jumpableClock } from './clock.ts';

test('the day turns at midnight in China', () => {
  expect(dayInChina(new Date('2024-02-28T15:59:59Z'))).toBe('2024-02-28');
  expect(dayInChina(new Date('2024-02-28T16:00:00Z'))).toBe('2024-02-29');
});

test('a jumped clock moves by what it is told and stands still otherwise', () => {
  const clock = jumpableClock('2024-02-28');
  clock.jump({ hours: 15, minutes: 59 });
  expect(clock.today()).toBe('2024-02-28');
  clock.jump({ minutes: 1 });
  expect(clock.today()).toBe('2024-02-29');
  clock.jump({ days: 366 });
  expect(clock.today()).toBe('2025-03-01');
  clock.set('2024-01-01');
  expect(clock.now().toISOString()).toBe('2024-01-01T00:00:00.000Z');
});
