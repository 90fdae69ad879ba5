/** Whether a warning stands in the silent period of its item: shown, not dispatched. */
import type { WarningRow } from '#features/warnings/contract.ts';
import { today } from '../parts/format.ts';

export function isSilent({ silentUntil }: Pick<WarningRow, 'silentUntil'>): boolean {
  return silentUntil !== null && silentUntil >= today();
}
