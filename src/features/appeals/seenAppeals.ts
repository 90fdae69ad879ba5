/** Which appeals a caller sees: those of their places and of their unit; a department those that it has in hand; accusations where that is allowed; never one about themselves. */
import { isHiddenAppeal } from '#features/areas/hiddenAppeal.ts';
import type { ScopedDatabase } from '#features/areas/scope.ts';
import sql, { join, type Sql } from 'sql-template-tag';

const inHand = (parties: readonly string[]): Sql =>
  sql`exists (select from appeal_party where appeal_party.appeal_no = appeal.appeal_no and part <> 'against' and party = any(${parties}::text[]))`;

/** Condition on `appeal` that every reading statement of this room carries; the row policies hold the same. */
export function isSeenAppeal(database: ScopedDatabase): Sql {
  const { scope, viewer } = database;
  const conditions = [database.within('appeal.settlement_code'), sql`not ${isHiddenAppeal(viewer)}`];
  if (scope.places.length > 0) {
    const codes = scope.places.map(({ code }) => code);
    conditions.push(sql`(appeal.settlement_code = any(${scope.settlements}::text[]) or ${inHand(viewer.self)}
      or appeal.person_no in (select person_no from person where ${database.within('person.settlement_code')}
        and (community_code = any(${codes}::text[]) or building_code = any(${codes}::text[]))))`);
  }
  if (scope.parts) {
    const each = scope.parts.map(({ department, settlements, places }) => {
      const here = sql`appeal.settlement_code = any(${[...settlements, ...places.map(({ settlement }) => settlement)]}::text[])`;
      return department === null ? here : sql`(${here} and ${inHand([`department:${department}`])})`;
    });
    conditions.push(sql`(${join(each, ' or ')})`);
  }
  return join(conditions, ' and ');
}
