/** Where the subject of a warning is, from the settlement down to the building. */
import type { WarningRow } from '#features/warnings/contract.ts';

export function placeOf({
  subjectName,
  settlement,
  community,
  building,
}: Pick<WarningRow, 'subjectName' | 'settlement' | 'community' | 'building'>): string {
  return [settlement === subjectName ? null : settlement, community, building].filter((part) => part !== null && part !== '').join(' · ');
}
