/** Where a household lives, as people write it. */
import type { HouseholdPage } from '#features/households/contract.ts';
import type { Say } from '../parts/language.ts';

type Home = Pick<HouseholdPage['rows'][number], 'community' | 'building' | 'unit' | 'room'>;

export function homeOf(say: Say<'unit' | 'room'>, { community, building, unit, room }: Home): string {
  const buildingWords = building === null ? null : /^\d+$/.test(building) ? `${building}栋` : building;
  return [community, buildingWords, unit === null ? null : say('unit', { unit }), room === null ? null : say('room', { room })]
    .filter(Boolean)
    .join(' ');
}
