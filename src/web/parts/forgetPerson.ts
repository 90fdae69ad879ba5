/** Forgets what was shown to a person who is gone; what the sign-in page itself asks stays, and what they had not sent waits for them in the open page. */
import type { QueryClient } from '@tanstack/react-query';
import type { AnyRouter } from '@tanstack/react-router';
import { setDraftsAside } from './drafts.ts';

export function forgetPerson(router: AnyRouter, queries: QueryClient): void {
  setDraftsAside();
  queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
  router.clearCache();
}
