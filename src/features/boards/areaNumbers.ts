/** The numbers of areas: those of their settlements added up, item by item. */
import { items } from '#catalog/catalog.ts';
import { levels, type Item, type Level } from '#catalog/items/item.ts';
import type { AreaTree } from '#features/areas/areaTree.ts';
import type { Queryable } from '#platform/database/database.ts';
import sql from 'sql-template-tag';
import { placeSums, type PlaceSum } from '#features/evaluation/placeSums.ts';
import { roundHalfAway } from '#derive/roundHalfAway.ts';

/** Numbers of one item in one area on one day. */
export interface AreaNumber {
  readonly area: string;
  readonly item: string;
  readonly numerator: number;
  readonly denominator: number;
  /** scale × numerator / denominator, rounded once; null where nothing is counted. */
  readonly value: number | null;
  /** The worst level of a subject in the area; null if none. */
  readonly level: Level | null;
  /** Subjects that could not be judged for want of data. */
  readonly unknown: number;
  /** Subjects that the item concerns. */
  readonly concerned: number;
  readonly atLevel: Readonly<Record<Level, number>>;
}

/** Numbers of every item for each of the areas in a month as evaluated. */
export async function areaNumbers(database: Queryable, tree: AreaTree, month: string, areaCodes: readonly string[]): Promise<AreaNumber[]> {
  const rows = [...(await settlementRows(database, tree, month, areaCodes)), ...(await placeRows(database, tree, month, areaCodes))];
  const byPlace = new Map<string, PlaceSum[]>();
  for (const row of rows) {
    const key = `${row.place} ${row.item_code}`;
    byPlace.set(key, [...(byPlace.get(key) ?? []), row]);
  }
  return areaCodes.flatMap((area) => {
    const places = isBelowSettlement(tree, area) ? [area] : tree.settlementsOf(area);
    return items.map((item) =>
      addUp(
        area,
        item,
        places.flatMap((place) => byPlace.get(`${place} ${item.code}`) ?? []),
      ),
    );
  });
}

const isBelowSettlement = (tree: AreaTree, area: string): boolean => ['community', 'building'].includes(tree.nodes.get(area)?.level ?? '');

async function settlementRows(database: Queryable, tree: AreaTree, month: string, areaCodes: readonly string[]): Promise<PlaceSum[]> {
  const settlements = new Set(areaCodes.filter((code) => !isBelowSettlement(tree, code)).flatMap((code) => tree.settlementsOf(code)));
  return database.query<PlaceSum>(sql`
    select settlement_code as place, item_code, numerator, denominator, unknown, concerned, blue, yellow, orange, red
    from indicator where month = ${month}::date and settlement_code = any(${[...settlements]}::text[])`);
}

async function placeRows(database: Queryable, tree: AreaTree, month: string, areaCodes: readonly string[]): Promise<PlaceSum[]> {
  const found: PlaceSum[] = [];
  for (const level of ['community', 'building'] as const) {
    const settlements = new Set(areaCodes.filter((code) => tree.nodes.get(code)?.level === level).flatMap((code) => tree.settlementsOf(code)));
    for (const settlement of settlements) found.push(...(await placeSums(database, settlement, month, `${level}_code`)));
  }
  return found;
}

function addUp(area: string, item: Item, rows: readonly PlaceSum[]): AreaNumber {
  const sum = (pick: (row: PlaceSum) => number | null): number => rows.reduce((total, row) => total + (pick(row) ?? 0), 0);
  const numerator = sum((row) => row.numerator);
  const denominator = sum((row) => row.denominator);
  const atLevel = { blue: sum((row) => row.blue), yellow: sum((row) => row.yellow), orange: sum((row) => row.orange), red: sum((row) => row.red) };
  return {
    area,
    item: item.code,
    numerator,
    denominator,
    value: denominator === 0 ? null : roundHalfAway((item.indicator.scale * numerator) / denominator, item.indicator.decimals),
    level: levels.findLast((level) => atLevel[level] > 0) ?? null,
    unknown: sum((row) => row.unknown),
    concerned: sum((row) => row.concerned),
    atLevel,
  };
}
