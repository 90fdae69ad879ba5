/** Who brings rows, about which settlements that person may speak, and how much they may send. */
import { roleOf } from '#catalog/roles.ts';
import { type Caller, grantsFor } from '#features/accounts/caller.ts';
import type { ScopedDatabase } from '#features/areas/scope.ts';
import type { ImportOrder, Reach } from './importOrder.ts';
import type { UploadLimits } from './receiveUploads.ts';

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

/** The widest of the limits of the roles by which the caller imports. */
export function uploadLimitsOf(caller: Caller): UploadLimits {
  const limits = grantsFor(caller, 'imports.create').map(({ role }) => roleOf(role).uploads ?? { megabytes: 0, atOnce: 0 });
  return { megabytes: Math.max(0, ...limits.map((one) => one.megabytes)), atOnce: Math.max(0, ...limits.map((one) => one.atOnce)) };
}
