/** The indicator of every item for every settlement, and its sums for the areas above. */
import { asOf, type View } from './asOf.ts';
import { evaluateCel } from './cel.ts';
import { factsAt, kinds, type SubjectFacts } from './factsAt.ts';
import { colours, type Item, items, levelOf, type Parameters, variablesOf } from './items.ts';
import { type Row, text, type World } from './world.ts';

const prefecture = '522300';

/** An indicator of an area: sums of its settlements, and the subjects left out because something is unknown. */
export interface Indicator {
  readonly area: string;
  readonly item: string;
  readonly numerator: number;
  readonly denominator: number;
  readonly unknown: number;
  /** scale × numerator / denominator; null when the denominator is 0. */
  readonly value: number | null;
}

/** What one subject adds: to both sums, or to the unknown. */
interface Share {
  readonly numerator: number;
  readonly denominator: number;
  readonly unknown: number;
}

/** Indicators of settlements, streets, counties and the prefecture. */
export function indicatorsAt(world: World, date: string, parameters: Parameters = {}, view: View = {}): Indicator[] {
  const areasOf = areaTree(world, date, view);
  const facts = new Map(kinds.map((kind) => [kind, factsAt(world, kind, date, view)]));
  return items.flatMap((item) => {
    const sums = new Map<string, Share>();
    for (const subject of facts.get(item.subject)?.values() ?? []) {
      for (const area of areasOf(subject.settlement)) {
        sums.set(area, added(sums.get(area) ?? nothing, shareOf(item, subject, parameters)));
      }
    }
    return [...sums].map(([area, share]) => ({ area, item: item.code, ...share, value: valueFor(item, share) }));
  });
}

const nothing: Share = { numerator: 0, denominator: 0, unknown: 0 };
const unknown: Share = { numerator: 0, denominator: 0, unknown: 1 };

const added = (a: Share, b: Share): Share => ({
  numerator: a.numerator + b.numerator,
  denominator: a.denominator + b.denominator,
  unknown: a.unknown + b.unknown,
});

function valueFor(item: Item, share: Share): number | null {
  return share.denominator === 0 ? null : (item.indicator.scale * share.numerator) / share.denominator;
}

function shareOf(item: Item, subject: SubjectFacts, parameters: Parameters): Share {
  return item.indicator.mode === 'count' ? counted(item, subject, parameters) : summed(item, subject, parameters);
}

/** Counted where the denominator is true; unknown when it is unknown, or true with an unknown numerator. */
function counted(item: Item, { facts }: SubjectFacts, parameters: Parameters): Share {
  const level = levelOf(item, facts, parameters);
  const isKnown = level !== 'unknown';
  const variables = {
    ...variablesOf(item, facts, parameters),
    applies: isKnown ? level !== 'not_applicable' : null,
    warned: isKnown ? colours.some((colour) => colour === level) : null,
  };
  const denominator = evaluateCel(item.indicator.denominator, variables);
  if (denominator !== true) return denominator === null ? unknown : nothing;
  const numerator = evaluateCel(item.indicator.numerator, variables);
  return numerator === null ? unknown : { numerator: numerator === true ? 1 : 0, denominator: 1, unknown: 0 };
}

/** Both numbers of a settlement that the item concerns, or neither when one is unknown. */
function summed(item: Item, { facts }: SubjectFacts, parameters: Parameters): Share {
  const variables = variablesOf(item, facts, parameters);
  const applies = evaluateCel(item.applies, variables);
  if (applies !== true) return applies === null ? unknown : nothing;
  const numerator = evaluateCel(item.indicator.numerator, variables);
  const denominator = evaluateCel(item.indicator.denominator, variables);
  if (typeof numerator !== 'number' || typeof denominator !== 'number') return unknown;
  return { numerator, denominator, unknown: 0 };
}

/** A settlement and the areas above it: its street, the county of the street, the prefecture. */
function areaTree(world: World, date: string, view: View): (settlement: string) => string[] {
  const at = asOf(world, date, view);
  const parentOf = (register: string, key: string, value: string, field: string): string | null => {
    const row: Row = at.rows(register).find((candidate) => text(candidate, key) === value) ?? {};
    return text(row, field);
  };
  return (settlement) => {
    const street = parentOf('settlement', 'settlement_code', settlement, 'street_code');
    const own = parentOf('settlement', 'settlement_code', settlement, 'county_code');
    const county = street === null ? own : (parentOf('street_community', 'area_code', street, 'county_code') ?? own);
    return [settlement, street, county, prefecture].filter((area) => area !== null);
  };
}
