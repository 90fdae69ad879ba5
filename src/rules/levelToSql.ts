/** The twin of `decideLevel` in SQL: one expression that gives the state of every subject of a scan, as a rank. */
import { type DecidedLevel, levelsDownwards } from './decideLevel.ts';

/** SQL text of an item's boolean rules. */
export interface LevelSql {
  readonly applies: string;
  readonly blue: string;
  readonly yellow: string;
  readonly orange: string;
  readonly red: string;
}

/** States by rank: the higher the worse, so that `> 0` is warned and `>= 0` concerned, unknown where the state is. */
const ranks = { not_applicable: -1, none: 0, blue: 1, yellow: 2, orange: 3, red: 4 } as const satisfies Partial<Record<DecidedLevel, number>>;

/** The rank of a level in SQL. */
export const rankOf = (level: keyof typeof ranks): number => ranks[level];

/** An integer expression: the rank of the state, null for unknown. Levels that are plainly `false` are left out. */
export function levelToSql(rules: LevelSql): string {
  const used = levelsDownwards.filter((level) => rules[level] !== 'false');
  // Most subjects are at no level: testing all levels at once first settles them with one reading of each rule.
  const quiet = `WHEN NOT (${used.map((level) => rules[level]).join(' OR ')}) THEN ${ranks.none}`;
  const raised = used.map((level) => `WHEN ${rules[level]} THEN ${ranks[level]}`);
  const state = used.length === 0 ? `${ranks.none}` : `CASE ${[quiet, ...raised].join(' ')} END`;
  if (rules.applies === 'true') return state;
  return `CASE ${rules.applies} WHEN true THEN ${state} WHEN false THEN ${ranks.not_applicable} END`;
}

/** The name of the state of a rank, as a text expression. */
export const stateOfRank = (rank: string): string =>
  `coalesce((array[${Object.keys(ranks)
    .map((state) => `'${state}'`)
    .join(', ')}])[(${rank}) + 2], 'unknown')`;
