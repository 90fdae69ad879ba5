/** Proposes the field that an unknown header most likely means; a person decides. */
import { looksLikeIdNumber } from '#catalog/kinds/identityNumber.ts';
import type { Register } from '#catalog/registers/register.ts';
import { headerForm, isImported, withoutUnit } from './headers.ts';

const least = 0.5;

/** The field whose name or alias is likest to the header, among those that no column has; null where nothing is like it. */
export function suggestField(register: Register, header: string, samples: readonly string[], taken: ReadonlySet<string>): string | null {
  const form = withoutUnit(headerForm(header));
  const free = Object.entries(register.fields).filter(([name, field]) => isImported(field) && field.calc === undefined && !taken.has(name));
  const ranked = free
    .map(([name, field]) => {
      const holdsNumbers = (field.kind.name === 'idCard' || field.target === 'person') && samples.some(looksLikeIdNumber);
      const likeness = Math.max(...[field.zh, ...field.aliases].map((known) => likenessOf(form, headerForm(known))));
      return { name, likeness: holdsNumbers ? Math.max(likeness, 0.9) : likeness };
    })
    .sort((one, other) => other.likeness - one.likeness);
  const [best] = ranked;
  return best && best.likeness >= least ? best.name : null;
}

/** 1 for equal texts, 0 for texts that share no two neighbouring characters; a text that holds the other counts as near. */
function likenessOf(one: string, other: string): number {
  if (one.length < 2 || other.length < 2) return one === other ? 1 : 0;
  if (one.includes(other) || other.includes(one)) return 0.6 + (0.4 * Math.min(one.length, other.length)) / Math.max(one.length, other.length);
  const own = pairsOf(one);
  const shared = pairsOf(other).filter((pair) => own.includes(pair)).length;
  return (2 * shared) / (one.length + other.length - 2);
}

const pairsOf = (text: string): string[] => [...text].slice(1).map((character, at) => `${[...text][at] ?? ''}${character}`);
