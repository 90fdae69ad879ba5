/** Time limits on the calendar of China: named cases around holidays and adjusted workdays, and laws over every day of 2023 to 2027. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { items } from '#catalog/catalog.ts';
import { calendarExceptions } from '#catalog/calendar.ts';
import type { TimeLimit } from '#catalog/items/item.ts';
import { dayAfter, dayInChina, momentInChina } from './chinaTime.ts';
import { clockReading } from './clockReading.ts';
import { dueMoment, type Pause, warnMoment } from './dueMoment.ts';
import { readLimit } from './timeLimit.ts';
import { usualHours, workingCalendar } from './workingCalendar.ts';

type Given = NonNullable<TimeLimit>;
const calendar = workingCalendar();
const at = (text: string): Date => momentInChina(text.slice(0, 10), text.slice(11) || '10:00');
const said = (moment: Date | null): string =>
  moment === null ? 'stands still' : new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
const due = (start: string, limit: Given, pauses: readonly Pause[] = []): string => said(dueMoment(at(start), limit, calendar, pauses));

describe('the end of a time limit', () => {
  it.each<[start: string, limit: Given, end: string, why: string]>([
    ['2024-01-08 10:00', '2h', '2024-01-08 12:00', 'hours run on the wall clock'],
    ['2024-01-08 23:30', '2h', '2024-01-09 01:30', 'through the night'],
    ['2024-02-09 22:00', '24h', '2024-02-10 22:00', 'through New Year’s Eve'],
    ['2024-01-08 10:00', '1wd', '2024-01-09 17:30', 'the first day is the next'],
    ['2024-01-08 00:00', '1wd', '2024-01-09 17:30', 'begun at the first moment of a day'],
    ['2024-01-08 23:59', '1wd', '2024-01-09 17:30', 'begun at the last minute of a day'],
    ['2024-01-05 10:00', '1wd', '2024-01-08 17:30', 'Friday to Monday'],
    ['2024-01-06 10:00', '1wd', '2024-01-08 17:30', 'begun on a Saturday'],
    ['2023-01-20 16:00', '1wd', '2023-01-28 17:30', 'Spring Festival 2023 ends with a worked Saturday'],
    ['2023-01-20 16:00', '3wd', '2023-01-30 17:30', 'and a worked Sunday'],
    ['2023-09-28 10:00', '1wd', '2023-10-07 17:30', 'Mid-Autumn and National Day 2023, worked Saturday'],
    ['2023-09-28 10:00', '2wd', '2023-10-08 17:30', 'and Sunday'],
    ['2024-02-08 10:00', '2wd', '2024-02-18 17:30', 'Spring Festival 2024: Friday the 9th is worked, and Sunday the 18th'],
    ['2024-04-30 10:00', '2wd', '2024-05-07 17:30', 'Labour Day 2024'],
    ['2024-05-10 10:00', '1wd', '2024-05-11 17:30', 'a worked Saturday'],
    ['2025-01-24 10:00', '1wd', '2025-01-26 17:30', 'a worked Sunday before Spring Festival 2025'],
    ['2025-09-30 10:00', '1wd', '2025-10-09 17:30', 'National Day and Mid-Autumn 2025'],
    ['2025-09-30 10:00', '3wd', '2025-10-11 17:30', 'with its worked Saturday'],
    ['2026-02-13 10:00', '1wd', '2026-02-14 17:30', 'a worked Saturday before Spring Festival 2026'],
    ['2026-02-13 10:00', '2wd', '2026-02-24 17:30', 'and nine days off'],
    ['2027-02-05 10:00', '1wd', '2027-02-08 17:30', 'no notice for 2027 yet: Monday to Friday'],
    ['2026-12-31 10:00', '1wd', '2027-01-01 17:30', 'into a year without a notice'],
    ['2024-01-29 10:00', '15d', '2024-02-13 17:30', 'calendar days, into the holidays'],
    ['2024-02-28 10:00', '1d', '2024-02-29 17:30', 'a leap day'],
    ['2023-12-31 10:00', '60d', '2024-02-29 17:30', 'petitions'],
  ])('%s + %s = %s: %s', (start, limit, end) => expect(due(start, limit)).toBe(end));

  it('knows a local holiday once it is in the calendar', () => {
    const local = workingCalendar([...calendarExceptions, { day: '2024-07-11', working: false }], { opens: '08:30', closes: '18:00' });
    expect(said(dueMoment(at('2024-07-10 10:00'), '1wd', local))).toBe('2024-07-12 18:00');
  });

  it('stands still in a pause and goes on after it', () => {
    const pause = (from: string, to: string | null): Pause[] => [{ from: at(from), to: to === null ? null : at(to) }];
    expect(due('2024-01-08 10:00', '3wd', pause('2024-01-09 12:00', '2024-01-11 10:00'))).toBe('2024-01-15 17:30');
    expect(due('2024-01-08 10:00', '5d', pause('2024-01-09 12:00', '2024-01-11 10:00'))).toBe('2024-01-15 17:30');
    expect(due('2024-01-08 10:00', '8h', pause('2024-01-08 12:00', '2024-01-08 15:00'))).toBe('2024-01-08 21:00');
    expect(due('2024-01-08 10:00', '8h', pause('2024-01-08 12:00', null))).toBe('stands still');
    expect(due('2024-01-08 10:00', '2wd', pause('2024-01-09 12:00', null))).toBe('stands still');
    expect(due('2024-01-08 10:00', '2h', pause('2024-01-08 12:00', '2024-01-09 12:00'))).toBe('2024-01-08 12:00');
    expect(due('2024-01-08 10:00', '1wd', pause('2024-01-10 09:00', null))).toBe('2024-01-09 17:30');
  });
});

const day = fc.integer({ min: 0, max: 1825 }).map((days) => dayAfter('2023-01-01', days));
const moment = fc
  .tuple(day, fc.integer({ min: 0, max: 1439 }))
  .map(([on, minute]) => new Date(momentInChina(on, '00:00').getTime() + minute * 60_000));
const declared = [...new Set(items.flatMap(({ limits }) => Object.values(limits).flatMap((level) => Object.values(level))))].filter(
  (limit): limit is Given => limit !== null,
);
const limit = fc.oneof(
  fc.constantFrom(...declared),
  fc.tuple(fc.integer({ min: 1, max: 90 }), fc.constantFrom('h', 'wd', 'd')).map(([n, unit]) => `${n}${unit}` as Given),
);
const law = (name: string, property: fc.IProperty<unknown[]>): void =>
  it(name, () => void fc.assert(property as fc.IProperty<unknown>, { numRuns: 2000, seed: 2023 }));

describe('laws of 2023 to 2027', () => {
  law(
    'a limit ends after it began, and a longer one not earlier; one begun later ends not earlier',
    fc.property(moment, limit, fc.integer({ min: 0, max: 5000 }), (start, text, minutes) => {
      const { amount, unit } = readLimit(text);
      const end = dueMoment(start, text, calendar) as Date;
      expect(end.getTime()).toBeGreaterThan(start.getTime());
      expect((dueMoment(start, `${amount + 1}${unit}`, calendar) as Date).getTime()).toBeGreaterThan(end.getTime());
      const later = new Date(start.getTime() + minutes * 60_000);
      expect((dueMoment(later, text, calendar) as Date).getTime()).toBeGreaterThanOrEqual(end.getTime());
    }),
  );

  law(
    'days end with the working hours, never at midnight; working days on a worked day, as many as the limit says',
    fc.property(moment, limit, (start, text) => {
      const { amount, unit } = readLimit(text);
      if (unit === 'h') return;
      const end = dueMoment(start, text, calendar) as Date;
      expect(said(end).slice(11)).toBe(usualHours.closes);
      const days: string[] = [];
      for (let one = dayAfter(dayInChina(start)); one <= dayInChina(end); one = dayAfter(one)) days.push(one);
      if (unit === 'wd') expect(calendar.isWorking(dayInChina(end))).toBe(true);
      expect(unit === 'd' ? days.length : days.filter((one) => calendar.isWorking(one)).length).toBe(amount);
    }),
  );

  law(
    'the warning comes after the start and before the end, in working hours where days count',
    fc.property(moment, limit, (start, text) => {
      const end = dueMoment(start, text, calendar) as Date;
      const warned = warnMoment(start, end, text, calendar);
      expect(warned.getTime()).toBeGreaterThan(start.getTime());
      expect(warned.getTime()).toBeLessThan(end.getTime());
      if (readLimit(text).unit === 'wd') expect(calendar.isWorking(dayInChina(warned))).toBe(true);
      if (readLimit(text).unit !== 'h') expect(said(warned).slice(11)).toBe(usualHours.opens);
    }),
  );

  law(
    'a pause never brings the end nearer, and pauses of no length change nothing',
    fc.property(moment, limit, fc.integer({ min: -3000, max: 9000 }), fc.integer({ min: 0, max: 9000 }), (start, text, before, long) => {
      const from = new Date(start.getTime() + before * 60_000);
      const to = new Date(from.getTime() + long * 60_000);
      const end = dueMoment(start, text, calendar) as Date;
      const paused = dueMoment(start, text, calendar, [{ from, to }]) as Date;
      expect(paused.getTime()).toBeGreaterThanOrEqual(end.getTime());
      if (long === 0 || from > end || to <= start) expect(paused).toEqual(end);
    }),
  );
});

describe('a clock read', () => {
  const clock = { startedAt: at('2024-01-08'), dueAt: at('2024-01-10'), warnAt: at('2024-01-09'), metAt: null };
  it('runs, is soon over, is overdue; what is done at the last moment is in time', () => {
    expect(clockReading(clock, at('2024-01-08 12:00'))).toBe('running');
    expect(clockReading(clock, at('2024-01-09 10:00'))).toBe('soon');
    expect(clockReading(clock, at('2024-01-10 10:00'))).toBe('soon');
    expect(clockReading(clock, at('2024-01-10 10:01'))).toBe('overdue');
    expect(clockReading({ ...clock, metAt: at('2024-01-10') }, at('2024-02-01'))).toBe('met');
    expect(clockReading({ ...clock, metAt: at('2024-01-11') }, at('2024-02-01'))).toBe('met-late');
    expect(clockReading({ ...clock, dueAt: null }, at('2024-02-01'))).toBe('paused');
  });
});
