/** What recording a visit works with: what an import needs, and the caller as somebody who moves warnings. */
import type { Caller } from '#features/accounts/caller.ts';
import type { ImportHouse } from '#features/imports/importHouse.ts';

export interface VisitHouse extends ImportHouse {
  readonly caller: Caller;
}
