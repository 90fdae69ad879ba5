/** The names of holidays fall on the days on which they were kept. */
import { expect, test } from 'vitest';
import { holidayNames } from './holidayNames.ts';

const dayOf = (year: number, zh: string): string[] => [...holidayNames(year)].filter(([, name]) => name.zh === zh).map(([day]) => day);

test.each([
  [2020, '2020-01-25', '2020-06-25', '2020-10-01', '2020-04-04'],
  [2023, '2023-01-22', '2023-06-22', '2023-09-29', '2023-04-05'],
  [2024, '2024-02-10', '2024-06-10', '2024-09-17', '2024-04-04'],
  [2025, '2025-01-29', '2025-05-31', '2025-10-06', '2025-04-04'],
  [2026, '2026-02-17', '2026-06-19', '2026-09-25', '2026-04-05'],
])('%i', (year, spring, dragonBoat, midAutumn, qingming) => {
  expect(dayOf(year, '春节')[0]).toBe(spring);
  expect(dayOf(year, '端午')).toEqual([dragonBoat]);
  if (year !== 2020) expect(dayOf(year, '中秋')).toEqual([midAutumn]);
  expect(dayOf(year, '清明')).toEqual([qingming]);
  expect(dayOf(year, '元旦')).toEqual([`${year}-01-01`]);
});
