/** The offices above a settlement, and the area of the one to which something goes that was missed. */
import { prefectureCode } from '#catalog/areas/areas.ts';
import type { Queryable } from '#platform/database/database.ts';
import sql from 'sql-template-tag';

/** How far up something goes. */
export type Level = 'street' | 'county' | 'prefecture';

/** Street and county of a settlement, as far as they are registered. */
export interface Above {
  readonly street: string | null;
  readonly county: string | null;
}

/** The area of the level; the next above where the settlement has none. */
export function areaAbove({ street, county }: Above, level: Level): string {
  if (level === 'street') return street ?? county ?? prefectureCode;
  return (level === 'county' ? county : null) ?? prefectureCode;
}

/** The offices above a settlement. */
export async function officesAbove(database: Queryable, settlement: string): Promise<Above> {
  const found = await database.maybe<Above>(sql`
    select street.area_code as street, coalesce(street.county_code, settlement.county_code) as county
    from settlement left join street_community street on street.area_code = settlement.street_code and street.level = 'street' where settlement.settlement_code = ${settlement}`);
  return found ?? { street: null, county: null };
}
