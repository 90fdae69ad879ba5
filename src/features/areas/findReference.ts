/** Looks streets, towns, communities and villages up in the official statistical codes, to check an address or a code. */
import { referenceStreets } from '#catalog/areas/referenceStreets.ts';

/** A place of the reference list with the name of the street or town above it. */
export interface ReferencePlace {
  readonly code: string;
  readonly name: string;
  readonly street: string;
}

const mostPlaces = 50;

const places: readonly ReferencePlace[] = referenceStreets.flatMap(({ code, name, communities }) => [
  { code, name, street: name },
  ...communities.map((entry) => ({ code: `${code}${entry.slice(0, 3)}`, name: entry.slice(3), street: name })),
]);

/** Places whose code begins with the text or whose name holds it, streets before communities; at most fifty. */
export function findReference(text: string): readonly ReferencePlace[] {
  const found = places.filter((place) => place.code.startsWith(text) || place.name.includes(text));
  return found.sort((a, b) => a.code.length - b.code.length || a.code.localeCompare(b.code)).slice(0, mostPlaces);
}
