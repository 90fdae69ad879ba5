/** Under which domain the blind index of a sealed value is made: the same number must give the same index wherever it is looked up. */

/** Identity numbers of persons and heads of households. */
export const identityNumberDomain = 'person-id';
