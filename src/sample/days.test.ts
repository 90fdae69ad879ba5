import { expect, test } from 'vitest';
import {
  addMonths,
  dayOf,
  isoDay,
  isoMonth,
  monthOf,
  parseDay,
  quarterOf,
  schoolYearStart,
  termStart,
  workingDaysAfter,
  workingDaysBefore,
  yearsBetween,
} from './days.ts';
import { timelineUntil } from './timeline.ts';

const day = parseDay;

test('ages, terms and school years turn on their day', () => {
  expect(yearsBetween(day('2000-02-29'), day('2023-02-28'))).toBe(22);
  expect(yearsBetween(day('2000-02-29'), day('2023-03-01'))).toBe(23);
  expect(isoDay(termStart(day('2023-02-28')))).toBe('2022-09-01');
  expect(isoDay(termStart(day('2023-09-01')))).toBe('2023-09-01');
  expect(isoDay(schoolYearStart(day('2023-08-30')))).toBe('2022-08-31');
  expect(isoDay(schoolYearStart(day('2023-08-31')))).toBe('2023-08-31');
});

test('months keep their end, quarters count', () => {
  expect(isoDay(addMonths(day('2023-03-31'), -1))).toBe('2023-02-28');
  expect(isoMonth(monthOf(dayOf(2023, 12, 5)))).toBe('2023-12');
  expect(quarterOf(day('2023-12-31'))).toBe(2023 * 4 + 4);
});

test('working days leave out the holidays of the notices', () => {
  expect(isoDay(workingDaysBefore(day('2023-10-08'), 2))).toBe('2023-10-06');
  expect(isoDay(workingDaysAfter(day('2023-09-28'), 1))).toBe('2023-10-07');
});

test('the time line of a full year begins before the year ahead of it ends', () => {
  const full = timelineUntil(day('2023-12-31'), 13);
  expect(full.lastFullYear).toBe(2023);
  expect(full.base).toBeLessThanOrEqual(day('2022-12-31'));
  expect(full.quarters).toHaveLength(8);
  expect(full.monthly.at(-1)).toBe(day('2023-12-31'));
  const running = timelineUntil(day('2026-11-24'), 13);
  expect(isoDay(running.base)).toBe('2024-12-31');
  expect(running.quarters).toHaveLength(11);
  expect(isoDay(running.start)).toBe('2025-10-31');
});
