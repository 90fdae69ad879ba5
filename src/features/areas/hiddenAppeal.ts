/** Which appeals are hidden from whom, for statements that no scope holds: accusations where they are not seen, and what complains about whoever looks. */
import sql, { raw, type Sql } from 'sql-template-tag';
import type { Viewer } from './scope.ts';

/** Who looks: a person of the house, or the administrator at the machine, who sees everything. */
export type Looker = Viewer | 'machine';

/** Condition that a row of `appeal` or of its history (by the name that it has in the statement) is hidden. */
export function isHiddenAppeal(looker: Looker, name = 'appeal'): Sql {
  if (looker === 'machine') return sql`false`;
  const row = raw(name);
  return sql`((${row}.nature is not distinct from '4' and ${row}.settlement_code <> all(${looker.accusations}::text[]))
    or exists (select from appeal_party where appeal_party.appeal_no = ${row}.appeal_no and part = 'against' and party = any(${looker.self}::text[])))`;
}
