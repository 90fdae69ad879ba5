/** Where an appeal may be taken down: the settlements that the caller touches, each with the units that may be complained about. */
import type { ScopedDatabase } from '#features/areas/scope.ts';
import type { Database } from '#platform/database/database.ts';
import sql from 'sql-template-tag';
import type { EntryPlaces } from './contract.ts';
import { unitsOf } from './units.ts';

export async function listPlaces({ touched }: ScopedDatabase, database: Database): Promise<EntryPlaces> {
  const settlements = await database.query<EntryPlaces['settlements'][number]>(sql`
    select settlement_code as code, settlement_name as name from settlement where settlement_code = any(${touched}::text[]) order by settlement_code`);
  const units = await unitsOf(
    database,
    settlements.map(({ code }) => code),
  );
  return {
    settlements,
    units: Object.fromEntries([...units].map(([code, all]) => [code, all.map(({ code: unit, zh, en }) => ({ code: unit, zh, en }))])),
  };
}
