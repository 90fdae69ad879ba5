/** What a caller may do with an appeal: where their posts reach; what only the unit in charge does, or one that takes part, where that unit is theirs. */
import type { Mover } from '#catalog/lifecycles/move.ts';
import type { Permission } from '#catalog/permissions.ts';
import { type Caller, grantsFor } from '#features/accounts/caller.ts';
import type { AppealCase } from './findAppeal.ts';

/** The caller as who moves it. */
export function moverOf(caller: Caller, { areas, unit, parties }: AppealCase): Exclude<Mover, 'platform' | 'appellant'> {
  const inHand = parties.flatMap(({ part, party }) => (part === 'against' ? [] : [party]));
  return {
    account: caller.account,
    may: (permission: Permission) =>
      grantsFor(caller, permission).some(({ area, department }) => {
        const own = department === null ? `area:${area}` : `department:${department}`;
        if (!areas.includes(area)) return false;
        if (permission === 'appeals.handle') return own === unit;
        if (permission === 'appeals.contribute') return parties.some(({ part, party }) => part === 'joins' && party === own);
        return department === null || inHand.includes(own);
      }),
  };
}
