/** How many people and households live in each area, remembered: counting them reads both registers whole. */
import sql from 'sql-template-tag';
import type { AreaTree } from './areaTree.ts';
import { rememberCounted } from './registersState.ts';
import type { ScopedDatabase } from './scope.ts';

/** Members of households who live there, and households that are not closed. */
export interface AreaSize {
  readonly persons: number;
  readonly households: number;
}

/** Answers the size of every area that the handle sees, by its code; empty areas are left out. */
export type SizesOf = (database: ScopedDatabase, tree: AreaTree) => Promise<ReadonlyMap<string, AreaSize>>;

export function rememberSizes(): SizesOf {
  const known = rememberCounted<ReadonlyMap<string, AreaSize>>();
  return (database, tree) => known(database, [database.scope], () => sizesIn(database, tree));
}

async function sizesIn(database: ScopedDatabase, tree: AreaTree): Promise<ReadonlyMap<string, AreaSize>> {
  const sizes = await database.query<AreaSize & { code: string }>(sql`
    select coalesce(building_code, community_code, settlement_code) as code, 0 as households, count(*)::integer as persons
    from person where ${database.within('settlement_code')} and end_date is null group by 1
    union all
    select coalesce(building_code, community_code, settlement_code), count(*)::integer, 0
    from household where ${database.within('settlement_code')} and status is distinct from '5' and status is distinct from '6' group by 1`);
  const total = new Map<string, AreaSize>();
  for (const { code, persons, households } of sizes) {
    for (const node of tree.pathTo(code)) {
      const sum = total.get(node.code) ?? { persons: 0, households: 0 };
      total.set(node.code, { persons: sum.persons + persons, households: sum.households + households });
    }
  }
  return total;
}
