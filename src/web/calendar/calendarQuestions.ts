/** What the calendar asks. */
import { queryOptions } from '@tanstack/react-query';
import { areas } from '#catalog/areas/areas.ts';
import type { CalendarYear } from '#features/calendar/contract.ts';
import { ask } from '../parts/ask.ts';
import { today } from '../parts/format.ts';
import { keepTexts } from '../parts/search.ts';

export const calendarSearch = keepTexts('year', 'county');

/** The counties, each with a calendar of its own. */
export const counties = areas.filter(({ level }) => level === 'county');

/** The year of an address, this year when none is named. */
export function yearOf({ year }: { readonly year?: string | undefined }): number {
  const named = Number(year);
  return Number.isInteger(named) && named >= 1900 && named <= 2099 ? named : Number(today().slice(0, 4));
}

/** The working days of a year. */
export const calendarQuestion = (year: number) =>
  queryOptions({ queryKey: ['calendar', year], queryFn: () => ask<CalendarYear>('/calendar', { year }) });
