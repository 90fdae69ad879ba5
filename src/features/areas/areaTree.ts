/** The area tree: prefecture and counties as declared, streets, settlements, communities and buildings as the registers hold them. The tree decides, never the prefix of a code. */
import { areas } from '#catalog/areas/areas.ts';
import type { AreaLevel } from '#catalog/areas/areas.ts';
import type { Queryable } from '#platform/database/database.ts';
import sql from 'sql-template-tag';
import { areaProblems } from './problems.ts';
import type { ScopedDatabase } from './scope.ts';

export interface AreaNode {
  readonly code: string;
  readonly name: string;
  readonly en: string | null;
  readonly level: AreaLevel;
  readonly parent: string | null;
}

export interface AreaTree {
  readonly nodes: ReadonlyMap<string, AreaNode>;
  childrenOf(code: string): readonly AreaNode[];
  /** Settlements below an area, or the settlement above a community or building. */
  settlementsOf(code: string): readonly string[];
  /** The area and those above it, from the top down. */
  pathTo(code: string): readonly AreaNode[];
  /** The area of a code; throws `areas.unknown-area`. */
  get(code: string): AreaNode;
}

interface PlaceRow {
  code: string;
  name: string;
  level: AreaLevel;
  parent: string | null;
}

/** Reads the tree: down to the settlements, and below a settlement all of it, or only where one of some areas lies. A settlement whose street is not registered hangs on its county, a building whose community is not on its settlement. */
export async function readAreaTree(database: Queryable, near?: readonly string[]): Promise<AreaTree> {
  const isNear = near
    ? sql`settlement_code in (
        select unnest(${near}::text[])
        union select settlement_code from street_community where area_code = any(${near}::text[]) and level = 'community'
        union select settlement_code from building where building_code = any(${near}::text[]))`
    : sql`true`;
  const rows = await database.query<PlaceRow>(sql`
    select * from (
    select area_code as code, name, 'street' as level, county_code as parent from street_community where level = 'street'
    union all
    select settlement_code, settlement_name, 'settlement',
      case when exists (select 1 from street_community where area_code = street_code and level = 'street') then street_code else county_code end
    from settlement
    union all
    select area_code, name, 'community', settlement_code from street_community where level = 'community' and ${isNear}
    union all
    select building_code, building_no || '栋', 'building',
      case when exists (select 1 from street_community where area_code = community_code and level = 'community') then community_code else settlement_code end
    from building where ${isNear}
    ) places order by level, length(code), code`);
  return treeOf([
    ...areas.map((area): AreaNode => ({ code: area.code, name: area.zh, en: area.en, level: area.level, parent: area.parent })),
    ...rows.map((row): AreaNode => ({ ...row, en: null })),
  ]);
}

/** The tree as the caller of a request may know it: the areas that were given with all below them (below the settlements, where an area is named, only near it). Those above have a name and nothing more: `get` does not find them. */
export async function readSeenTree(database: ScopedDatabase, near?: readonly string[]): Promise<AreaTree> {
  const tree = await readAreaTree(database, near && [...near, ...database.scope.areas]);
  const given = new Set(database.scope.areas);
  const isGiven = (code: string): boolean => tree.pathTo(code).some((node) => given.has(node.code));
  const above = new Set(database.scope.areas.flatMap((code) => tree.pathTo(code).map((node) => node.code)));
  return treeOf(
    [...tree.nodes.values()].filter(({ code }) => above.has(code) || isGiven(code)),
    isGiven,
  );
}

function treeOf(all: readonly AreaNode[], isShown: (code: string) => boolean = () => true): AreaTree {
  const nodes = new Map(all.map((node) => [node.code, node]));
  const children = new Map<string, AreaNode[]>();
  for (const node of nodes.values()) if (node.parent) children.set(node.parent, [...(children.get(node.parent) ?? []), node]);

  const childrenOf = (code: string): readonly AreaNode[] => children.get(code) ?? [];
  const below = (code: string): string[] => {
    const node = nodes.get(code);
    if (!node) return [];
    if (node.level === 'settlement') return [code];
    if (node.level === 'community' || node.level === 'building') return node.parent ? below(node.parent) : [];
    return childrenOf(code).flatMap((child) => below(child.code));
  };
  const pathTo = (code: string): AreaNode[] => {
    const node = nodes.get(code);
    return node ? [...(node.parent ? pathTo(node.parent) : []), node] : [];
  };
  return {
    nodes,
    childrenOf,
    settlementsOf: below,
    pathTo,
    get(code) {
      const node = nodes.get(code);
      if (!node || !isShown(code)) throw areaProblems['unknown-area']({ code });
      return node;
    },
  };
}
