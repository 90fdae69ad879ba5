/** The page for residents without an account: its address, and what it asks before it opens. */
import { queryOptions } from '@tanstack/react-query';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { PublicPlaces } from '#features/appeals/contract.ts';
import { ask } from '../parts/ask.ts';
import { keepTexts } from '../parts/search.ts';
import { root } from '../root.ts';

/** The settlements that may be chosen. */
export const settlementsQuestion = queryOptions({
  queryKey: ['residents', 'settlements'],
  queryFn: () => ask<PublicPlaces>('/public/settlements'),
  staleTime: 600_000,
});

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
