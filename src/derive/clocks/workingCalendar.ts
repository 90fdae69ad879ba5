/** The working calendar as clocks read it: which days are worked, and from when to when. */
import { type CalendarException, calendarExceptions } from '#catalog/calendar.ts';

/** Beginning and end of the working day, `hh:mm`. */
export interface WorkingHours {
  readonly opens: string;
  readonly closes: string;
}

/** The working hours where nobody set them. */
export const usualHours: WorkingHours = { opens: '09:00', closes: '17:30' };

export interface WorkingCalendar extends WorkingHours {
  isWorking(day: string): boolean;
}

/** A calendar of Monday to Friday but for the exceptions: days off, adjusted working weekends (调休) and local holidays. */
export function workingCalendar(exceptions: readonly CalendarException[] = calendarExceptions, hours: WorkingHours = usualHours): WorkingCalendar {
  const known = new Map(exceptions.map(({ day, working }) => [day, working]));
  return { ...hours, isWorking: (day) => known.get(day) ?? isWeekday(day) };
}

function isWeekday(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday >= 1 && weekday <= 5;
}
