/** The units that may have to do with an appeal of a settlement: the offices above it, the communities in it, and the departments. */
import { areas, registers } from '#catalog/catalog.ts';
import { prefectureCode } from '#catalog/areas/areas.ts';
import type { Queryable } from '#platform/database/database.ts';
import sql from 'sql-template-tag';

/** A unit as `area:522301001` or `department:教育局`, with its name. */
export interface Unit {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}

const everyDepartment = '各部门';
const departments: readonly Unit[] = [...new Set(Object.values(registers).flatMap((register) => register.departments))]
  .filter((name) => name !== everyDepartment)
  .sort()
  .map((name) => ({ code: `department:${name}`, zh: name, en: name }));

interface Place {
  readonly settlement_code: string;
  readonly settlement_name: string;
  readonly street_code: string | null;
  readonly street_name: string | null;
  readonly county_code: string | null;
  readonly communities: { code: string; name: string }[] | null;
}

/** The units of settlements, nearest first. */
export async function unitsOf(database: Queryable, settlements: readonly string[]): Promise<ReadonlyMap<string, readonly Unit[]>> {
  const places = await database.query<Place>(sql`
    select settlement.settlement_code, settlement_name, settlement.street_code, street.name as street_name, coalesce(street.county_code, settlement.county_code) as county_code,
      (select jsonb_agg(jsonb_build_object('code', area_code, 'name', name) order by area_code) from street_community
        where street_community.level = 'community' and street_community.settlement_code = settlement.settlement_code) as communities
    from settlement left join street_community street on street.area_code = settlement.street_code and street.level = 'street'
    where settlement.settlement_code = any(${settlements}::text[])`);
  return new Map(places.map((place) => [place.settlement_code, unitsAt(place)]));
}

function unitsAt({
  settlement_code: code,
  settlement_name: name,
  street_code: street,
  street_name: streetName,
  county_code: county,
  communities,
}: Place): Unit[] {
  const office = (area: string, zh: string, en = zh): Unit => ({ code: `area:${area}`, zh, en });
  const above = [county, prefectureCode].flatMap((area) => {
    const found = areas.find((one) => one.code === area);
    return found ? [office(found.code, `${found.zh}（主管部门）`, `${found.en} (lead)`)] : [];
  });
  return [
    ...(communities ?? []).map((community) => office(community.code, community.name)),
    office(code, `${name}（社区、网格员、楼栋长）`, `${name} (community)`),
    ...(street !== null && streetName !== null ? [office(street, streetName)] : []),
    ...above,
    ...departments,
  ];
}

/** The unit of a code at a settlement. */
export async function findUnit(database: Queryable, settlement: string, code: string): Promise<Unit | undefined> {
  return (await unitsOf(database, [settlement])).get(settlement)?.find((unit) => unit.code === code);
}
