/** Who brings rows, and about which settlements that person may speak. */
import type { Caller } from '#features/accounts/caller.ts';
import type { ScopedDatabase } from '#features/areas/scope.ts';
import type { ImportOrder, Reach } from './importFile.ts';

export interface Bringer extends Required<Pick<ImportOrder, 'statedBy'>> {
  readonly reach: Reach;
}

/** The caller of a request as one who brings rows: settlements that are seen whole, for the registers of the caller's departments. */
export function bringerOf({ name, login }: Caller, database: ScopedDatabase): Bringer {
  return {
    statedBy: `${name}（${login}）`,
    reach: (register) => {
      const part = database.forRegister(register)?.scope;
      return part?.everything ? undefined : (part?.settlements ?? []);
    },
  };
}
