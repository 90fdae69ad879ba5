/** How numbers are counted by the areas right below one: as a key that statements group by, with the names of the keys. */
import sql, { type Sql } from 'sql-template-tag';
import { readSeenTree } from './areaTree.ts';
import type { ScopedDatabase } from './scope.ts';

/** A key of rows, and what it is called. */
export interface CountedBy {
  readonly key: Sql;
  nameOf(key: string): { readonly zh: string; readonly en: string };
}

/** The key of rows that lie in places (an array in SQL, the nearest first): the area below the one named, or below the caller's own. */
export async function countByArea(database: ScopedDatabase, area: string | undefined, places: Sql): Promise<CountedBy> {
  const tree = await readSeenTree(database);
  const above = area ?? database.scope.areas[0] ?? '';
  const below = tree.childrenOf(above);
  const pairs = (below.length > 0 ? below : [...tree.nodes.values()].filter(({ code }) => code === above)).flatMap(({ code, level }) =>
    level === 'community' || level === 'building'
      ? [{ of: code, key: code }]
      : tree.settlementsOf(code).map((settlement) => ({ of: settlement, key: code })),
  );
  return {
    key: sql`coalesce((select pair.key from unnest(${pairs.map(({ of }) => of)}::text[], ${pairs.map(({ key }) => key)}::text[]) as pair (place, key)
      where pair.place = any(${places}) order by array_position(${places}, pair.place) limit 1), '')`,
    nameOf: (key) => {
      const node = tree.nodes.get(key);
      return { zh: node?.name ?? '其他', en: node?.en ?? node?.name ?? 'Other' };
    },
  };
}
