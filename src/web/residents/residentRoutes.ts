/** The page for residents without an account: its address, and what it asks before it opens. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { keepTexts } from '../parts/search.ts';
import { root } from '../root.ts';
import { settlementsQuestion } from './residentQuestions.ts';

const appeal = createRoute({
  getParentRoute: () => root,
  path: '/appeal',
  // The settlement of a poster, the number of a receipt. The code never stands in an address.
  validateSearch: keepTexts('at', 'no'),
  loader: ({ context: { queries } }) => queries.ensureQueryData(settlementsQuestion),
  component: lazyRouteComponent(() => import('./residentPage.tsx'), 'ResidentPage'),
});

/** The page of this room. */
export const residentRoutes = [appeal] as const;
