/** The days of a year as the calendar shows them: whether each is worked, and whether that is the rule, a notice, or a change by an official. */
import { calendarExceptions, holidayNotices } from '#catalog/calendar.ts';
import type { CalendarYear } from '#features/calendar/contract.ts';

export interface ShownDay {
  readonly day: string;
  /** 1 = Monday to 7 = Sunday. */
  readonly weekday: number;
  readonly isWorked: boolean;
  /** Differs from the rule Monday to Friday. */
  readonly isException: boolean;
  /** Differs from what the notice of the year says, or from the rule where there is none. */
  readonly isChanged: boolean;
  /** The holiday of the county, where the day is one of its own. */
  readonly local?: string;
}

/** Whether the arrangement of a year has been published. */
export const hasNotice = (year: number): boolean => holidayNotices[year] !== undefined;

const noticed = new Map(calendarExceptions.map(({ day, working }) => [day, working]));

/** The days of a year in a county, month by month: marked are those that are its own. */
export function countyMonths(calendar: CalendarYear, county: string): readonly (readonly ShownDay[])[] {
  const own = new Map(calendar.local.filter((day) => day.county === county).map((day) => [day.day, day]));
  return monthsOf(calendar).map((days) =>
    days.map((day) => {
      const local = own.get(day.day);
      if (!local) return { ...day, isChanged: false };
      return { ...day, isWorked: local.working, isException: local.working !== day.weekday < 6, isChanged: true, local: local.name };
    }),
  );
}

/** The days of a year, month by month. */
export function monthsOf({ year, exceptions }: CalendarYear): readonly (readonly ShownDay[])[] {
  const stands = new Map(exceptions.map(({ day, working }) => [day, working]));
  return Array.from({ length: 12 }, (_, month) =>
    Array.from({ length: new Date(Date.UTC(year, month + 1, 0)).getUTCDate() }, (_day, at) => {
      const date = new Date(Date.UTC(year, month, at + 1));
      const day = date.toISOString().slice(0, 10);
      const weekday = date.getUTCDay() || 7;
      const isUsual = weekday < 6;
      const isWorked = stands.get(day) ?? isUsual;
      return { day, weekday, isWorked, isException: isWorked !== isUsual, isChanged: isWorked !== (noticed.get(day) ?? isUsual) };
    }),
  );
}
