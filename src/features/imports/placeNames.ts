/** Streets by name, for cells that state the name where the code belongs. */
import { referenceStreets } from '#catalog/areas/referenceStreets.ts';
import type { Queryable } from '#platform/database/database.ts';
import { queryText } from './importSql.ts';

/** What a rule needs to know of the registers before rows are read. */
export interface PlaceNames {
  /** Code of a street by its name; undefined when none or several have it. */
  streetCode(name: string): string | undefined;
}

/** Streets of the register first, else of the official list; only where one street has the name. */
export async function readPlaceNames(database: Queryable): Promise<PlaceNames> {
  const codes = new Map<string, Set<string>>();
  const note = (name: string, code: string): void => void codes.set(name, (codes.get(name) ?? new Set()).add(code));
  const registered = await queryText<{ name: string; code: string }>(
    database,
    "select name, area_code as code from street_community where level = 'street'",
  );
  for (const { name, code } of registered) note(name, code);
  const known = new Set(codes.keys());
  for (const { name, code } of referenceStreets) if (!known.has(name)) note(name, code);
  return {
    streetCode: (name) => {
      const found = [...(codes.get(name) ?? [])];
      return found.length === 1 ? found[0] : undefined;
    },
  };
}
