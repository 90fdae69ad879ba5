/** Where a household lives, as people write it. */
import type { HouseholdPage } from '#features/households/contract.ts';
import { building } from '../parts/format.ts';
import type { Say } from '../parts/language.ts';

type Home = Pick<HouseholdPage['rows'][number], 'community' | 'building' | 'unit' | 'room'>;

export function homeOf(say: Say<'unit' | 'room'>, { community, building: number, unit, room }: Home): string {
  return [
    community,
    number === null ? null : building(number),
    unit === null ? null : say('unit', { unit }),
    room === null ? null : say('room', { room }),
  ]
    .filter(Boolean)
    .join(' ');
}
