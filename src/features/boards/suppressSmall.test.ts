/** No set of numbers that is shown lets anybody work out one about fewer than five people. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ComparedCell, fewest, isSmall, type Suppressed, suppressSmall } from './suppressSmall.ts';

const cell = fc
  .record({
    denominator: fc.integer({ min: 0, max: 60 }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    known: fc.constantFrom('whole', 'part', 'not'),
  })
  .map(({ denominator, share, known }): ComparedCell => ({ denominator, numerator: Math.round(denominator * share), known }));
const cells = fc.array(cell, { minLength: 1, maxLength: 9 });

type Count = (cell: ComparedCell) => number;
const counts: readonly Count[] = [
  ({ numerator }) => numerator,
  ({ denominator }) => denominator,
  ({ numerator, denominator }) => denominator - numerator,
];

/** The least and greatest values that a withheld cell may have for somebody who knows what is shown and that no count is below zero. */
function rangeOf(all: readonly ComparedCell[], shown: Suppressed, at: number, count: Count): [number, number] {
  if (!shown.total) return [0, Number.POSITIVE_INFINITY];
  const withheld = all.map((_, index) => index).filter((index) => !shown.areas[index]);
  const rest = withheld.reduce((sum, index) => sum + count(all[index] as ComparedCell), 0);
  return withheld.length === 1 && withheld[0] === at ? [rest, rest] : [0, rest];
}

test('a small cell of another area is never shown', () => {
  fc.assert(
    fc.property(cells, (all) => {
      const { areas } = suppressSmall(all);
      all.forEach((one, at) => {
        if (one.known === 'not' && isSmall(one)) expect(areas[at]).toBe(false);
        if (one.known === 'part') expect(areas[at]).toBe(false);
        if (one.known === 'whole') expect(areas[at]).toBe(true);
      });
    }),
    { numRuns: 2000 },
  );
});

test('no withheld cell follows from the total: each might as well be five or more', () => {
  fc.assert(
    fc.property(cells, (all) => {
      const shown = suppressSmall(all);
      all.forEach((_, at) => {
        if (shown.areas[at]) return;
        for (const count of counts) {
          const [least, most] = rangeOf(all, shown, at, count);
          expect(least).toBeLessThan(most);
          expect(most).toBeGreaterThanOrEqual(fewest);
        }
      });
    }),
    { numRuns: 5000 },
  );
});

test('even who knows that the other withheld areas are large cannot tell that one is small', () => {
  fc.assert(
    fc.property(cells, (all) => {
      const shown = suppressSmall(all);
      const withheld = all.map((_, index) => index).filter((index) => !shown.areas[index]);
      if (!shown.total || withheld.length !== 2) return;
      for (const count of counts) {
        const rest = withheld.reduce((sum, index) => sum + count(all[index] as ComparedCell), 0);
        expect(rest - fewest).toBeGreaterThanOrEqual(fewest);
      }
    }),
    { numRuns: 3000 },
  );
});

test('a total about few is not shown either, and what needs no secret keeps none', () => {
  fc.assert(
    fc.property(cells, (all) => {
      const shown = suppressSmall(all);
      const total = all.reduce((sum, one) => ({ numerator: sum.numerator + one.numerator, denominator: sum.denominator + one.denominator }), {
        numerator: 0,
        denominator: 0,
      });
      if (isSmall(total)) expect(shown.total).toBe(false);
      if (all.every((one) => one.known === 'whole' || (one.known === 'not' && !isSmall(one)))) expect(shown.areas.every(Boolean)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test('the next smallest area is withheld beside a small one', () => {
  const not = 'not' as const;
  const all: ComparedCell[] = [
    { numerator: 3, denominator: 40, known: not },
    { numerator: 30, denominator: 90, known: not },
    { numerator: 20, denominator: 50, known: not },
    { numerator: 1, denominator: 2, known: 'whole' },
  ];
  expect(suppressSmall(all)).toEqual({ areas: [false, true, false, true], total: true });
});
