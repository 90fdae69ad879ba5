/** The state of every subject under every item as of a date. */
import { factsAt, type Kind, kinds, type SubjectFacts } from './factsAt.ts';
import { items, type Level, levelOf, type Parameters } from './items.ts';
import type { View } from './asOf.ts';
import type { World } from './world.ts';

/** One subject under one item. */
export interface Finding {
  readonly item: string;
  readonly kind: Kind;
  readonly subject: string;
  readonly settlement: string;
  readonly level: Level;
}

/** Every subject of every item with its state, also those at no level and those not concerned. */
export function findingsAt(world: World, date: string, parameters: Parameters = {}, view: View = {}): Finding[] {
  const facts = new Map<Kind, Map<string, SubjectFacts>>(kinds.map((kind) => [kind, factsAt(world, kind, date, view)]));
  return items.flatMap((item) =>
    [...(facts.get(item.subject) ?? [])].map(([subject, { settlement, facts: known }]) => ({
      item: item.code,
      kind: item.subject,
      subject,
      settlement,
      level: levelOf(item, known, parameters),
    })),
  );
}
