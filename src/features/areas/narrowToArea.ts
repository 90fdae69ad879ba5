/** Holds a handle to one area as well as to the caller's scope. */
import { type AreaTree, readSeenTree } from './areaTree.ts';
import type { Scope, ScopedDatabase } from './scope.ts';

/** The same handle held to an area; unchanged when no area is named. Throws `areas.unknown-area` for one outside the scope too. */
export async function narrowToArea(database: ScopedDatabase, area: string | undefined): Promise<ScopedDatabase> {
  return area ? heldToArea(database, await readSeenTree(database, [area]), area) : database;
}

/** The same for who has read the tree. What is seen only for a department is seen only for it in the area too. */
export function heldToArea(database: ScopedDatabase, tree: AreaTree, area: string): ScopedDatabase {
  const { parts, ...all } = database.scope;
  const held = parts?.map((part) => ({ ...partOf(part, tree, area), department: part.department }));
  return database.held({ ...partOf(all, tree, area), ...(held && { parts: held }) });
}

/** What of a scope lies in an area. */
function partOf(scope: Omit<Scope, 'parts'>, tree: AreaTree, area: string): Omit<Scope, 'parts'> {
  const { code, level } = tree.get(area);
  const settlements = tree.settlementsOf(code);
  if (level !== 'community' && level !== 'building') {
    return {
      areas: [area],
      settlements: scope.settlements.filter((settlement) => settlements.includes(settlement)),
      places: scope.places.filter(({ settlement }) => settlements.includes(settlement)),
      everything: false,
    };
  }
  const above = new Set(tree.pathTo(code).map((node) => node.code));
  const isSeen = settlements.some((settlement) => scope.settlements.includes(settlement)) || scope.places.some((place) => above.has(place.code));
  const places = isSeen ? settlements.map((settlement) => ({ code, settlement })) : [];
  const below = scope.places.filter((place) => !isSeen && tree.pathTo(place.code).some((node) => node.code === code));
  return { areas: [area], settlements: [], places: [...places, ...below], everything: false };
}
