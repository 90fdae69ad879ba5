/** How the work of an evaluation is cut: settlements of one set of parameters together, about equally many persons a slice. */
import type { Standard } from '#features/standards/standardInForce.ts';
import type { Queryable } from '#platform/database/database.ts';
import sql, { raw, type Sql } from 'sql-template-tag';

/** Settlements that are evaluated in one transaction; all lie in counties with the same values of parameters, of which `county` is one. */
export interface Slice {
  readonly county: string;
  readonly settlements: readonly string[];
}

/** About this many persons make a slice: large enough for hash joins to pay, small enough to be done again after a kill. */
const personsInSlice = 45_000;
/** Fewer persons are not worth a slice of their own, though somebody has nothing to do. */
const worthASlice = 5_000;

interface SettlementSize {
  settlement_code: string;
  county: string | null;
  persons: number;
}

/** Cuts all settlements, or those named, into slices, at least as many as run side by side where that pays. */
export async function slicesOf(
  database: Queryable,
  settlements: readonly string[] | undefined,
  standard: Standard,
  sideBySide = 1,
): Promise<Slice[]> {
  const named = (column: string): Sql => (settlements ? sql`${raw(column)} = any(${settlements}::text[])` : sql`true`);
  const sizes = await database.query<SettlementSize>(sql`
    select settlement.settlement_code, coalesce(street.county_code, settlement.county_code) as county, coalesce(persons.count, 0)::integer as persons
    from settlement
    left join street_community street on street.area_code = settlement.street_code and street.level = 'street'
    left join (select settlement_code, count(*) as count from person where ${named('settlement_code')} group by settlement_code) persons
      on persons.settlement_code = settlement.settlement_code
    where ${named('settlement.settlement_code')}
    order by 3 desc, 1`);
  const profiles = new Map<string, SettlementSize[]>();
  for (const size of sizes) {
    const profile = standard.tunedCounties.has(size.county ?? '') ? (size.county ?? '') : '';
    profiles.set(profile, [...(profiles.get(profile) ?? []), size]);
  }
  const share = Math.ceil(personsOf(sizes) / sideBySide);
  const most = Math.max(worthASlice, Math.min(personsInSlice, share));
  return [...profiles].flatMap(([county, members]) => pack(members, most).map((codes) => ({ county, settlements: codes })));
}

/** The largest settlement first, each into the emptiest slice. */
function pack(sizes: readonly SettlementSize[], most: number): string[][] {
  const slices = Array.from({ length: Math.max(1, Math.ceil(personsOf(sizes) / most)) }, () => ({ codes: [] as string[], persons: 0 }));
  for (const size of sizes) {
    const emptiest = slices.reduce((one, other) => (other.persons < one.persons ? other : one));
    emptiest.codes.push(size.settlement_code);
    emptiest.persons += size.persons;
  }
  return slices.map(({ codes }) => codes).filter((codes) => codes.length > 0);
}

const personsOf = (sizes: readonly SettlementSize[]): number => sizes.reduce((sum, { persons }) => sum + persons, 0);
