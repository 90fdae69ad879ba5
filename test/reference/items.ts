/** The items as data, and the level of one subject. */
import { type CelValue, evaluateCel } from './cel.ts';
import type { Kind } from './factsAt.ts';
import known from './items.json' with { type: 'json' };
import type { Fact } from './facts.ts';

/** An item as far as levels and indicators need it. */
export interface Item {
  readonly code: string;
  readonly aspect: string;
  readonly subject: Kind;
  readonly applies: string;
  readonly levels: Readonly<Record<Colour, string>>;
  /** Defaults of the parameters. */
  readonly params: Readonly<Record<string, number>>;
  readonly shared: readonly string[];
  readonly indicator: {
    readonly mode: 'count' | 'sum';
    readonly numerator: string;
    readonly denominator: string;
    readonly scale: number;
  };
  readonly value?: string;
}

export const colours = ['blue', 'yellow', 'orange', 'red'] as const;
type Colour = (typeof colours)[number];

/** The state of a subject under an item. */
export type Level = Colour | 'none' | 'unknown' | 'not_applicable';

/** Parameters other than the defaults, by item; `shared` ones hold for every item that names them. */
export type Parameters = Readonly<Record<string, Readonly<Record<string, number>>>>;

export const items = known as unknown as readonly Item[];

/** What the expressions of an item read about one subject: its facts and the parameters in force. */
export function variablesOf(item: Item, facts: Readonly<Record<string, Fact>>, parameters: Parameters = {}): Record<string, CelValue> {
  const shared = Object.entries(parameters.shared ?? {}).filter(([name]) => item.shared.includes(name));
  return { ...facts, ...item.params, ...Object.fromEntries(shared), ...parameters[item.code] };
}

/** The highest level that is true; without one unknown as soon as one is unknown, else none. */
export function levelOf(item: Item, facts: Readonly<Record<string, Fact>>, parameters: Parameters = {}): Level {
  const variables = variablesOf(item, facts, parameters);
  const applies = evaluateCel(item.applies, variables);
  if (applies !== true) return applies === null ? 'unknown' : 'not_applicable';
  const values = colours.map((colour) => evaluateCel(item.levels[colour], variables));
  const highest = colours[values.lastIndexOf(true)];
  return highest ?? (values.includes(null) ? 'unknown' : 'none');
}
