/** Where somebody goes after signing in: the address that they asked for when it is one of this site and of a page that they may see, else their first page. */
import type { Me } from '#features/accounts/contract.ts';
import { firstPageOf, mayOpen } from '../parts/pages.ts';

export function safeNext(me: Me, next: string | undefined): string {
  const first = firstPageOf(me);
  if (next === undefined || !next.startsWith('/') || !URL.canParse(next, location.origin)) return first;
  const { origin, pathname, search, hash } = new URL(next, location.origin);
  if (origin !== location.origin || pathname === '/sign-in' || !mayOpen(me, pathname)) return first;
  return pathname + search + hash;
}
