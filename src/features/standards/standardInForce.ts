/** The standard in force on a day: the version, and the value of every parameter of every item, for all or for one county. */
import { items } from '#catalog/catalog.ts';
import type { Item } from '#catalog/items/item.ts';
import type { Queryable } from '#platform/database/database.ts';
import sql from 'sql-template-tag';

/** Name of the standard that the catalogue declares; versions that officials publish stand above it. */
export const declaredVersion = 'declared';

export interface Standard {
  readonly version: string;
  /** Value of a parameter of an item in a county. */
  value(item: Item, name: string, county: string): number;
  /** Counties that have a value of their own for some parameter. */
  readonly tunedCounties: ReadonlySet<string>;
}

interface ParameterRow {
  item_code: string;
  name: string;
  county_code: string;
  value: number;
}

/** The standard of the greatest effective date not after the day; the declared defaults where nothing was published. Shared parameters are kept under item `*`. */
export async function standardInForce(database: Queryable, day: string): Promise<Standard> {
  const version = await database.maybe<{ version: string }>(sql`
    select version from standard_version where effective_from <= ${day}::date
    order by effective_from desc, published_at desc limit 1`);
  const rows = version
    ? await database.query<ParameterRow>(sql`
        select item_code, name, county_code, value from standard_parameter where version = ${version.version}`)
    : [];
  const values = new Map(rows.map((row) => [`${row.item_code}/${row.name}/${row.county_code}`, row.value]));
  return {
    version: version?.version ?? declaredVersion,
    tunedCounties: new Set(rows.map((row) => row.county_code).filter((code) => code !== '')),
    value(item, name, county) {
      const parameter = item.params[name as `p_${string}`];
      if (!parameter) throw new Error(`item ${item.code} has no parameter ${name}`);
      const owner = parameter.shared ? '*' : item.code;
      return values.get(`${owner}/${name}/${county}`) ?? values.get(`${owner}/${name}/`) ?? parameter.default;
    },
  };
}

/** Items by the kind of subject that they watch. */
export function itemsOf(kind: Item['subject']): readonly Item[] {
  return items.filter((item) => item.subject === kind);
}
