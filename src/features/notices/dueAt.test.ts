/** When notices leave: quiet hours across midnight in China, the digest, and what is urgent. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { afterQuiet, dueAt, gatherMinutes, usualWish, type Wish } from './dueAt.ts';

const at = (text: string): Date => new Date(`${text}+08:00`);
const wish = (change: Partial<Wish> = {}): Wish => ({ ...usualWish, ...change });

describe('quiet hours from 21:30 to 07:30 in Shanghai', () => {
  test.each([
    ['2026-03-01T21:29:59', '2026-03-01T21:29:59'],
    ['2026-03-01T21:30:00', '2026-03-02T07:30:00'],
    ['2026-03-01T23:59:59', '2026-03-02T07:30:00'],
    ['2026-03-02T00:00:00', '2026-03-02T07:30:00'],
    ['2026-03-02T07:29:59', '2026-03-02T07:30:00'],
    ['2026-03-02T07:30:00', '2026-03-02T07:30:00'],
    ['2026-12-31T22:00:00', '2027-01-01T07:30:00'],
    ['2028-02-28T22:00:00', '2028-02-29T07:30:00'],
  ])('%s leaves at %s', (from, to) => expect(afterQuiet(at(from), usualWish)).toEqual(at(to)));

  test('the hours may lie within one day, and equal ones are none', () => {
    const noon = { quietFrom: '12:00', quietTo: '14:00' };
    expect(afterQuiet(at('2026-03-01T13:00:00'), noon)).toEqual(at('2026-03-01T14:00:00'));
    expect(afterQuiet(at('2026-03-01T14:00:00'), noon)).toEqual(at('2026-03-01T14:00:00'));
    expect(afterQuiet(at('2026-03-01T02:00:00'), { quietFrom: '08:00', quietTo: '08:00' })).toEqual(at('2026-03-01T02:00:00'));
  });
});

describe('what is due when', () => {
  const now = at('2026-03-01T10:00:00');
  const night = at('2026-03-01T23:00:00');
  test('urgent at once, also at night, also in a digest', () => {
    expect(dueAt('urgent', wish({ when: 'digest' }), night)).toEqual(night);
    expect(dueAt('urgent', wish({ when: 'urgent' }), night)).toEqual(night);
  });
  test('usual after gathering, at night in the morning', () => {
    expect(dueAt('usual', wish(), now)).toEqual(new Date(now.getTime() + gatherMinutes * 60_000));
    expect(dueAt('usual', wish(), night)).toEqual(at('2026-03-02T07:30:00'));
    // The gathering itself may reach into the quiet hours.
    expect(dueAt('usual', wish(), at('2026-03-01T21:26:00'))).toEqual(at('2026-03-02T07:30:00'));
  });
  test('with the digest of the day, or the next', () => {
    expect(dueAt('quiet', wish(), now)).toEqual(at('2026-03-02T08:30:00'));
    expect(dueAt('usual', wish({ when: 'digest' }), at('2026-03-01T08:29:00'))).toEqual(at('2026-03-01T08:30:00'));
    expect(dueAt('usual', wish({ when: 'digest' }), at('2026-03-01T08:30:00'))).toEqual(at('2026-03-02T08:30:00'));
  });
  test('not at all', () => {
    expect(dueAt('urgent', wish({ when: 'off' }), now)).toBeUndefined();
    expect(dueAt('usual', wish({ when: 'urgent' }), now)).toBeUndefined();
  });
});

const time = fc
  .integer({ min: 0, max: 1439 })
  .map((minute) => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`);
/** The time of day in China by another way than the code's. */
const clockOf = (moment: Date): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(moment);

test('nothing usual ever leaves in somebody’s quiet hours, nothing waits longer than a day, and nothing leaves before it was made', () => {
  fc.assert(
    fc.property(
      fc.date({ min: at('2023-01-01T00:00:00'), max: at('2030-01-01T00:00:00'), noInvalidDate: true }),
      time,
      time,
      (moment, quietFrom, quietTo) => {
        const leaves = afterQuiet(moment, { quietFrom, quietTo });
        const clock = clockOf(leaves);
        const isQuiet = quietFrom <= quietTo ? quietFrom <= clock && clock < quietTo : clock >= quietFrom || clock < quietTo;
        expect(isQuiet).toBe(false);
        expect(leaves.getTime()).toBeGreaterThanOrEqual(moment.getTime());
        expect(leaves.getTime() - moment.getTime()).toBeLessThanOrEqual(86_400_000);
      },
    ),
  );
});
