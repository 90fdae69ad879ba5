/** Which level an item's rules add up to for one subject: the highest that is true wins, and unknown is never green. */

/** What the four level rules gave for one subject; null = unknown. */
export interface LevelValues {
  readonly blue: boolean | null;
  readonly yellow: boolean | null;
  readonly orange: boolean | null;
  readonly red: boolean | null;
}

export type DecidedLevel = 'not_applicable' | 'none' | 'blue' | 'yellow' | 'orange' | 'red' | 'unknown';

/** The levels from the highest down. */
export const levelsDownwards = ['red', 'orange', 'yellow', 'blue'] as const;

/** The state of a subject. An item that does not use a level gives false for it. */
export function decideLevel(levels: LevelValues, applies: boolean | null): DecidedLevel {
  if (applies === null) return 'unknown';
  if (!applies) return 'not_applicable';
  for (const level of levelsDownwards) if (levels[level] === true) return level;
  return levelsDownwards.some((level) => levels[level] === null) ? 'unknown' : 'none';
}
