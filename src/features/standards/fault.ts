/** A fault of the catalogue, and the words that faults have in common. */
import { closestName } from '#rules/closestName.ts';

/** Where a fault lies and what is wrong: the file from the root of the repository, and the spot in it. */
export interface Fault {
  readonly file: string;
  readonly where: string;
  readonly zh: string;
  readonly en: string;
}

/** What was written, and the names that it could have been. */
export interface Written {
  readonly kind: { readonly zh: string; readonly en: string };
  readonly name: string;
  readonly names: readonly string[];
}

/** That there is nothing of a name, with the name that was most likely meant. */
export function noSuch({ kind, name, names }: Written): { zh: string; en: string } {
  const meant = closestName(name, names);
  return {
    zh: `没有${kind.zh} ${name}${meant === undefined ? '。' : `，是否指 ${meant}？`}`,
    en: `There is no ${kind.en} ${name}${meant === undefined ? '.' : `; did you mean ${meant}?`}`,
  };
}

/** The names that stand twice or more often, each once. */
export const repeated = (names: readonly string[]): string[] => [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
