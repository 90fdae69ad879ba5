/** Who has signed in, and what that person may do: asked before any page opens. */
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import type { Permission } from '#catalog/permissions.ts';
import type { Me } from '#features/accounts/contract.ts';
import { ask } from './ask.ts';
import { keepDraftsOf } from './drafts.ts';

async function askMe(): Promise<Me> {
  const me = await ask<Me>('/me');
  keepDraftsOf(me.account);
  return me;
}

/** The person of the session; refused with 401 where nobody has signed in. */
export const meQuestion = queryOptions({ queryKey: ['me'], queryFn: askMe, staleTime: 60_000 });

/** The person before the screen. */
export const useMe = (): Me => useSuspenseQuery(meQuestion).data;

/** Whether somebody may do something somewhere. */
export const mayOf = (me: Me, permission: Permission): boolean => me.permissions.includes(permission);

/** Whether the person before the screen may do something somewhere. */
export const useMay = (permission: Permission): boolean => mayOf(useMe(), permission);
