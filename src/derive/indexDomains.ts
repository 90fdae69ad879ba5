/** Under which domain the blind index of a sealed value is made: the same number must give the same index wherever it is looked up. */

import type { Field } from '#catalog/kinds/kind.ts';

/** Identity numbers of persons and heads of households. */
export const identityNumberDomain = 'person-id';

/** The domain of a sealed field: equal numbers of different registers find each other. */
export function indexDomain(field: Field): string {
  if (field.kind.name === 'idCard') return identityNumberDomain;
  return field.kind.name === 'phone' ? 'phone' : 'text';
}
