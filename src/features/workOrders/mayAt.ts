/** What a caller may do at one place: the grants that allow it and whose area holds the place, of the department in question where they are a department's. */
import type { Permission } from '#catalog/permissions.ts';
import type { Mover } from '#catalog/lifecycles/move.ts';
import { type Caller, grantsFor } from '#features/accounts/caller.ts';

/** Where something lies, and which departments have to do with it. */
export interface At {
  /** The areas that hold it, from the prefecture down. */
  readonly areas: readonly string[];
  readonly departments: readonly string[];
}

/** The caller as who moves a case that lies there. */
export function moverAt(caller: Caller, { areas, departments }: At): Exclude<Mover, 'platform'> {
  return {
    account: caller.account,
    may: (permission: Permission) =>
      grantsFor(caller, permission).some(({ area, department }) => areas.includes(area) && (department === null || departments.includes(department))),
  };
}
