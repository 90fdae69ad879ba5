/** Numbers below a settlement: those of its communities or buildings, judged anew from the facts that its month keeps. */
import { itemsOf, standardInForce } from '#features/standards/standardInForce.ts';
import type { Queryable } from '#platform/database/database.ts';
import sql, { raw } from 'sql-template-tag';
import { sumStatement } from './judgeStatement.ts';
import { slicesOf } from './slices.ts';

/** Sums of one item over the persons or households of a community or building. */
export interface PlaceSum {
  readonly place: string;
  readonly item_code: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly unknown: number;
  readonly concerned: number;
  readonly blue: number;
  readonly yellow: number;
  readonly orange: number;
  readonly red: number;
}

const kindsInHouseholds = ['person', 'household'] as const;

/** The sums of all items about persons and households, for each community or building of a settlement in an evaluated month. Schools, clinics and the like belong to the settlement alone. */
export async function placeSums(
  database: Queryable,
  settlement: string,
  month: string,
  by: 'community_code' | 'building_code',
): Promise<readonly PlaceSum[]> {
  const evaluated = await database.maybe<{ as_of: string }>(sql`
    select as_of from evaluated_month where settlement_code = ${settlement} and month = ${month}::date`);
  if (!evaluated) return [];
  const standard = await standardInForce(database, evaluated.as_of);
  const [slice] = await slicesOf(database, [settlement], standard);
  const of = { month, settlement, by };
  const found: PlaceSum[] = [];
  for (const kind of kindsInHouseholds) {
    const statement = sumStatement(kind, itemsOf(kind), (item, name) => standard.value(item, name, slice?.county ?? ''), of);
    found.push(...(await database.query<PlaceSum>(sql`${raw(statement)}`)));
  }
  return found;
}
