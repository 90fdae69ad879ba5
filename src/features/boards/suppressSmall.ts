/** Withholds numbers about so few people that they could be told apart, and as many others as keep them from being worked out from the total. */

/** Numbers of one item in one area. */
export interface SmallCell {
  readonly numerator: number;
  readonly denominator: number;
}

/** An area in a comparison: one's own is known to the reader anyway; of one that is known in part too much would follow from the rest. */
export interface ComparedCell extends SmallCell {
  readonly known: 'whole' | 'part' | 'not';
}

/** Numbers on fewer people than this are withheld. */
export const fewest = 5;

/** What may be shown: for each area in its order, and for the sum of all of them. */
export interface Suppressed {
  readonly areas: readonly boolean[];
  readonly total: boolean;
}

/** Those counted, those not counted, or all of them are fewer than five. */
export function isSmall({ numerator, denominator }: SmallCell): boolean {
  return numerator < fewest || denominator < fewest || Math.abs(denominator - numerator) < fewest;
}

const plus = (one: SmallCell, other: SmallCell): SmallCell => ({
  numerator: one.numerator + other.numerator,
  denominator: one.denominator + other.denominator,
});
const none: SmallCell = { numerator: 0, denominator: 0 };

/** What is withheld together must be at least twice as much as the fewest: else the part of a large area in it tells that of the small one. */
function isSafe(withheld: readonly SmallCell[]): boolean {
  const { numerator, denominator } = withheld.reduce(plus, none);
  return withheld.length > 1 && Math.min(numerator, denominator, Math.abs(denominator - numerator)) >= 2 * fewest;
}

/** Decides for one item. Own areas are shown; small ones are withheld, then the next smallest until nothing follows from the total; where that cannot be, the total is withheld. */
export function suppressSmall(cells: readonly ComparedCell[]): Suppressed {
  const total = cells.reduce(plus, none);
  const isWithheld = cells.map((cell) => cell.known === 'part' || (cell.known === 'not' && isSmall(cell)));
  const isKnownInPart = cells.some(({ known }) => known === 'part');
  const withheld = (): SmallCell[] => cells.filter((_, at) => isWithheld[at]);
  const others = cells
    .map((cell, at) => ({ cell, at }))
    .filter(({ cell, at }) => cell.known === 'not' && !isWithheld[at])
    .sort((a, b) => a.cell.denominator - b.cell.denominator);
  const isAny = isWithheld.some(Boolean);
  for (const { at } of others) {
    if (!isAny || isSafe(withheld())) break;
    isWithheld[at] = true;
  }
  const isTotalShown = !isKnownInPart && !isSmall(total) && (!isAny || isSafe(withheld()));
  return { areas: isWithheld.map((is) => !is), total: isTotalShown };
}
