/** Where the subject of a warning is, from the settlement down to the building. */
import type { WarningRow } from '#features/warnings/contract.ts';
import { building } from '../parts/format.ts';

type Place = Pick<WarningRow, 'subjectName' | 'settlement' | 'community' | 'building'>;

export function placeOf({ subjectName, settlement, community, building: number }: Place): string {
  const parts = [settlement === subjectName ? null : settlement, community, number === null ? null : building(number)];
  return parts.filter((part) => part !== null && part !== '').join(' · ');
}
