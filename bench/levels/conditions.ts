/** An item as the engines beside can be asked: conditions of two values for each of its levels. */
import type { Item } from '../../src/catalog/items/item.ts';
import { itemRules } from '../../src/features/standards/itemRules.ts';
import { levelsDownwards } from '../../src/rules/decideLevel.ts';
import type { Rule } from '../../src/rules/rule.ts';
import { type Condition, surely, withParameters } from './surely.ts';

/** When an item has which state; where none of them holds it is unknown. */
export interface ItemConditions {
  readonly code: string;
  readonly notApplicable: Condition;
  /** It concerns the subject and is at this level or a higher one, from the highest down. */
  readonly levels: readonly (readonly [level: (typeof levelsDownwards)[number], Condition])[];
  /** It concerns the subject, and no level holds. */
  readonly quiet: Condition;
}

/** The conditions of an item under the values of the declared standard. */
export function conditionsOf(item: Item): ItemConditions {
  const rules = itemRules(item);
  const of = (rule: Rule, holds: boolean): Condition =>
    surely(
      withParameters(rule.tree, (name) => item.params[name as `p_${string}`]?.default ?? Number.NaN),
      holds,
    );
  const used = levelsDownwards.filter((level) => rules.levels[level].text !== 'false');
  const concerned = of(rules.applies, true);
  return {
    code: item.code,
    notApplicable: of(rules.applies, false),
    levels: used.map((level) => [level, { kind: 'all', of: [concerned, of(rules.levels[level], true)] }]),
    quiet: { kind: 'all', of: [concerned, ...used.map((level) => of(rules.levels[level], false))] },
  };
}

/** The state that an engine gives for an item, `none` for quiet. */
export type State = (typeof levelsDownwards)[number] | 'none' | 'not_applicable' | 'unknown';

/** The values of a subject. */
export type FactRow = Readonly<Record<string, boolean | number | null>>;

/** Decides the items for rows, one state an item. */
export interface LevelEngine {
  readonly name: string;
  decide(rows: readonly FactRow[]): Promise<readonly Readonly<Record<string, State>>[]>;
}
