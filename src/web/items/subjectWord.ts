/** What an item watches, in words. */
import type { Say } from '../parts/language.ts';

const kinds = ['person', 'household', 'settlement', 'school', 'clinic', 'facility', 'dispute', 'appeal'] as const;
type Kind = (typeof kinds)[number];

export function subjectWord(say: Say<Kind>, kind: string): string {
  const known = kinds.find((candidate) => candidate === kind);
  return known ? say(known) : kind;
}
