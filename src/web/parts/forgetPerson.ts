/** Forgets what was shown to a person who is gone; what the sign-in page itself asks stays. */
import type { QueryClient } from '@tanstack/react-query';
import type { AnyRouter } from '@tanstack/react-router';

export function forgetPerson(router: AnyRouter, queries: QueryClient): void {
  queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
  router.clearCache();
}
