/** The unit that a resident complains about, from their own words: the people of the settlement, the street, or the county. */
import type { Queryable } from '#platform/database/database.ts';
import sql from 'sql-template-tag';
import type { ResidentOrder } from './contract.ts';

/** As `area:…`; undefined where nobody is complained about, or the office is not registered. */
export async function partyOf(database: Queryable, settlement: string, about: ResidentOrder['about']): Promise<string | undefined> {
  if (about === 'nobody') return undefined;
  if (about === 'community') return `area:${settlement}`;
  const place = await database.maybe<{ street: string | null; county: string | null }>(sql`
    select street.area_code as street, coalesce(street.county_code, settlement.county_code) as county
    from settlement left join street_community street on street.area_code = settlement.street_code and street.level = 'street' where settlement.settlement_code = ${settlement}`);
  const area = about === 'street' ? place?.street : place?.county;
  return area ? `area:${area}` : undefined;
}
