/** How far a caller reaches with one permission: the areas of the grants that allow it, department by department. */
import sql from 'sql-template-tag';
import { prefectureCode } from '#catalog/areas/areas.ts';
import type { Scope, ScopePart, ScopePlace } from '#features/areas/scope.ts';
import type { Queryable } from '#platform/database/database.ts';
import type { Grant } from './caller.ts';

interface AreaRow {
  area: string;
  settlement: string;
  place: string | null;
}

/** The scope of grants: what any of them sees. Grants of a department reach only its registers and items. */
export async function reachOf(database: Queryable, grants: readonly Grant[]): Promise<Scope> {
  const rows = await areasOf(database, [...new Set(grants.map(({ area }) => area))]);
  const departments = [...new Set(grants.map(({ department }) => department))];
  const parts = departments.map((department): ScopePart => {
    const areas = new Set(grants.filter((grant) => grant.department === department).map(({ area }) => area));
    return {
      department,
      ...scopeOf(
        [...areas],
        rows.filter(({ area }) => areas.has(area)),
        areas.has(prefectureCode),
      ),
    };
  });
  const all = scopeOf(
    [...new Set(grants.map(({ area }) => area))],
    rows,
    grants.some(({ area, department }) => area === prefectureCode && department === null),
  );
  return departments.some((department) => department !== null) ? { ...all, parts } : all;
}

function scopeOf(areas: readonly string[], rows: readonly AreaRow[], everything: boolean): Scope {
  const settlements = [...new Set(rows.filter(({ place }) => place === null).map(({ settlement }) => settlement))].sort();
  const whole = new Set(settlements);
  const places = rows.flatMap(({ place, settlement }): ScopePlace[] =>
    place === null || whole.has(settlement) ? [] : [{ code: place, settlement }],
  );
  return { areas, settlements, places, everything };
}

/** The settlements below each area, and the settlement of each community and building. The registers decide, never the prefix of a code. */
function areasOf(database: Queryable, areas: readonly string[]): Promise<AreaRow[]> {
  return database.query<AreaRow>(sql`
    with wanted as (select unnest(${areas}::text[]) as area), placed as (
      select settlement.settlement_code as settlement, settlement.street_code as street, coalesce(street.county_code, settlement.county_code) as county
      from settlement left join street_community street on street.area_code = settlement.street_code and street.level = 'street'
    )
    select area, settlement, null as place from wanted join placed on area in (${prefectureCode}, county, street, settlement)
    union all
    select area, settlement_code, area_code from wanted join street_community on area_code = area and level = 'community' where settlement_code is not null
    union all
    select area, settlement_code, building_code from wanted join building on building_code = area where settlement_code is not null
    order by 2, 3`);
}
