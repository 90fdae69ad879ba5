/** Who asks: the person or system behind a request, with the grants that hold today. */
import type { Permission } from '#catalog/permissions.ts';
import { everybodyMay, type RoleCode, roleOf } from '#catalog/roles.ts';

/** A role in an area, for one department where the role asks for it. */
export interface Grant {
  readonly role: RoleCode;
  readonly area: string;
  readonly department: string | null;
}

/** What a caller has to do before anything else. */
export type Owed = 'password' | 'second-factor';

/** The caller of a request. */
export interface Caller {
  readonly account: number;
  readonly login: string;
  readonly name: string;
  readonly via: 'web' | 'token';
  /** Number of the session or token. */
  readonly key: number;
  readonly grants: readonly Grant[];
  /** A token holds fewer permissions than the account that made it; null = all of its account. */
  readonly only: readonly string[] | null;
  /** The absent person whose deputy the caller is at the moment: then the grants are those that were given for that. */
  readonly actsFor?: { readonly account: number; readonly name: string };
  /** Until this is done, only the own account may be managed. */
  readonly owes: Owed | null;
}

/** Who the caller is at the moment: the account, and the absent one for whom it acts. */
export const selvesOf = ({ account, actsFor }: Pick<Caller, 'account' | 'actsFor'>): readonly number[] => [
  account,
  ...(actsFor ? [actsFor.account] : []),
];

/** Grants of a caller that allow a permission. */
export function grantsFor(caller: Caller, permission: Permission): readonly Grant[] {
  if (caller.owes !== null) return [];
  if (caller.only !== null && !caller.only.includes(permission)) return [];
  return caller.grants.filter(({ role }) => roleOf(role).may.includes(permission));
}

/** Whether a caller may do something somewhere. */
export function may(caller: Caller, permission: Permission): boolean {
  const isEverybodys = caller.via === 'web' && everybodyMay.includes(permission) && (caller.owes === null || permission === 'account.own');
  return isEverybodys || grantsFor(caller, permission).length > 0;
}

/** Everything that a caller may do somewhere, for the screens. */
export function permissionsOf(caller: Caller): readonly Permission[] {
  const all = [...everybodyMay, ...caller.grants.flatMap(({ role }) => roleOf(role).may)];
  return [...new Set(all)].filter((permission) => may(caller, permission)).sort();
}
