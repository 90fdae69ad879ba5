/** What the page of settings asks. */
import { queryOptions, useSuspenseQueries } from '@tanstack/react-query';
import type { CalendarException } from '#catalog/calendar.ts';
import type { Settings } from '#features/standards/contract.ts';
import { calendarQuestion } from '../calendar/calendarQuestions.ts';
import { ask } from '../parts/ask.ts';
import { today } from '../parts/format.ts';

/** The settings of the installation. */
export const settingsQuestion = queryOptions({ queryKey: ['settings'], queryFn: () => ask<Settings>('/settings') });

/** This year and the next, in which a time limit that begins today ends. */
export const officialYears = (): readonly number[] => [0, 1].map((later) => Number(today().slice(0, 4)) + later);

/** The days of these years that differ from Monday to Friday. */
export const useOfficialDays = (): readonly CalendarException[] =>
  useSuspenseQueries({ queries: officialYears().map(calendarQuestion) }).flatMap(({ data }) => data.exceptions);
