/** The twin of `decideLevel` in SQL: one expression that gives the state of every subject of a scan. */
import { levelsDownwards } from './decideLevel.ts';

/** SQL text of an item's boolean rules. */
export interface LevelSql {
  readonly applies: string;
  readonly blue: string;
  readonly yellow: string;
  readonly orange: string;
  readonly red: string;
}

/** A text expression: not_applicable, none, blue, yellow, orange, red or unknown. Levels that are plainly `false` are left out. */
export function levelToSql(rules: LevelSql): string {
  const used = levelsDownwards.filter((level) => rules[level] !== 'false');
  // Most subjects are at no level: testing all levels at once first settles them with one reading of each rule.
  const quiet = `WHEN NOT (${used.map((level) => rules[level]).join(' OR ')}) THEN 'none'`;
  const raised = used.map((level) => `WHEN ${rules[level]} THEN '${level}'`);
  const state = used.length === 0 ? "'none'::text" : `CASE ${[quiet, ...raised].join(' ')} ELSE 'unknown' END`;
  if (rules.applies === 'true') return state;
  return `CASE ${rules.applies} WHEN true THEN ${state} WHEN false THEN 'not_applicable' ELSE 'unknown' END`;
}
