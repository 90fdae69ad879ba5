/** Seeded dice: the same seed throws the same world. */

/** Everything random that a world is made with. */
export interface Dice {
  /** A number from 0 up to 1. */
  readonly roll: () => number;
  /** True with this probability. */
  readonly chance: (probability: number) => boolean;
  /** A whole number between both, inclusive. */
  readonly between: (least: number, greatest: number) => number;
  readonly pick: <Choice>(choices: readonly Choice[]) => Choice;
  /** A choice with this probability, else null: an empty cell. */
  readonly maybe: <Choice>(probability: number, choices: readonly Choice[]) => Choice | null;
  /** Some of the choices, each once. */
  readonly some: <Choice>(choices: readonly Choice[], probability: number) => Choice[];
}

/** Dice from a seed (mulberry32). */
export function diceOf(seed: number): Dice {
  let state = seed >>> 0;
  const roll = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const chance = (probability: number): boolean => roll() < probability;
  const between = (least: number, greatest: number): number => least + Math.floor(roll() * (greatest - least + 1));
  const pick = <Choice>(choices: readonly Choice[]): Choice => {
    const chosen = choices[between(0, choices.length - 1)];
    if (chosen === undefined) throw new Error('nothing to choose from');
    return chosen;
  };
  const maybe = <Choice>(probability: number, choices: readonly Choice[]): Choice | null => (chance(probability) ? pick(choices) : null);
  const some = <Choice>(choices: readonly Choice[], probability: number): Choice[] => choices.filter(() => chance(probability));
  return { roll, chance, between, pick, maybe, some };
}
