/** Three-valued logic: a claim is true, false or unknown (null), as in SQL. */

export type Truth = boolean | null;

/** False as soon as one claim is false, else unknown as soon as one is unknown. */
export function allOf(...claims: Truth[]): Truth {
  if (claims.includes(false)) return false;
  return claims.includes(null) ? null : true;
}

/** True as soon as one claim is true, else unknown as soon as one is unknown. */
export function anyOf(...claims: Truth[]): Truth {
  if (claims.includes(true)) return true;
  return claims.includes(null) ? null : false;
}

/** The opposite; unknown stays unknown. */
export function not(claim: Truth): Truth {
  return claim === null ? null : !claim;
}
