/** The unit that a resident complains about, from their own words: the people of the settlement, the street, or the county. */
import { officesAbove } from '#features/areas/areaAbove.ts';
import type { Queryable } from '#platform/database/database.ts';
import type { ResidentOrder } from './publicContract.ts';

/** As `area:…`; undefined where nobody is complained about, or the office is not registered. */
export async function partyOf(database: Queryable, settlement: string, about: ResidentOrder['about']): Promise<string | undefined> {
  if (about === 'nobody') return undefined;
  if (about === 'community') return `area:${settlement}`;
  const area = (await officesAbove(database, settlement))[about];
  return area === null ? undefined : `area:${area}`;
}
