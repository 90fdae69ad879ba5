/** Holds a handle to one area as well as to the caller's scope. */
import { readAreaTree } from './areaTree.ts';
import type { ScopedDatabase } from './scope.ts';

/** The same handle held to an area; unchanged when no area is named. Throws `areas.unknown-area`. */
export async function narrowToArea(database: ScopedDatabase, area: string | undefined): Promise<ScopedDatabase> {
  if (!area) return database;
  const tree = await readAreaTree(database);
  const { code, level } = tree.get(area);
  const settlements = tree.settlementsOf(code);
  return level === 'community' || level === 'building'
    ? database.narrow(settlements, { column: `${level}_code`, code })
    : database.narrow(settlements);
}
