/** Leads from where somebody stands to the sign-in page, keeps the address, and forgets everything that was shown. */
import type { QueryClient } from '@tanstack/react-query';
import type { AnyRouter } from '@tanstack/react-router';
import { forgetPerson } from './forgetPerson.ts';

export async function leaveToSignIn(router: AnyRouter, queries: QueryClient): Promise<void> {
  const { pathname, href } = router.latestLocation;
  if (pathname === '/sign-in') return;
  await router.navigate({ to: '/sign-in', search: href === '/' ? {} : { next: href }, replace: true });
  forgetPerson(router, queries);
}
