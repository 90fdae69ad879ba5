/** The numbers of areas: those of their settlements added up, item by item. */
import { items } from '#catalog/catalog.ts';
import { levels, type Item, type Level } from '#catalog/items/item.ts';
import type { AreaTree } from '#features/areas/areaTree.ts';
import type { Queryable } from '#platform/database/database.ts';
import sql from 'sql-template-tag';
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

interface IndicatorRow extends Record<Level, number> {
  settlement_code: string;
  item_code: string;
  numerator: number | null;
  denominator: number | null;
  unknown: number;
  concerned: number;
}

/** Numbers of every item for each of the areas in a month as evaluated. */
export async function areaNumbers(database: Queryable, tree: AreaTree, month: string, areaCodes: readonly string[]): Promise<AreaNumber[]> {
  const settlements = new Set(areaCodes.flatMap((code) => tree.settlementsOf(code)));
  const rows = await database.query<IndicatorRow>(sql`
    select settlement_code, item_code, numerator, denominator, unknown, concerned, blue, yellow, orange, red
    from indicator where month = ${month}::date and settlement_code = any(${[...settlements]}::text[])`);
  const byItem = new Map<string, Map<string, IndicatorRow>>();
  for (const row of rows) {
    const ofItem = byItem.get(row.item_code) ?? new Map<string, IndicatorRow>();
    ofItem.set(row.settlement_code, row);
    byItem.set(row.item_code, ofItem);
  }
  return areaCodes.flatMap((area) => {
    const within = tree.settlementsOf(area);
    return items.map((item) =>
      addUp(
        area,
        item,
        within.flatMap((code) => byItem.get(item.code)?.get(code) ?? []),
      ),
    );
  });
}

function addUp(area: string, item: Item, rows: readonly IndicatorRow[]): AreaNumber {
  const sum = (pick: (row: IndicatorRow) => number | null): number => rows.reduce((total, row) => total + (pick(row) ?? 0), 0);
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
