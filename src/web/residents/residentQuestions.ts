/** What the page for residents asks. */
import { queryOptions } from '@tanstack/react-query';
import type { PublicPlaces } from '#features/appeals/publicContract.ts';
import { ask } from '../parts/ask.ts';

/** The settlements that may be chosen. */
export const settlementsQuestion = queryOptions({
  queryKey: ['residents', 'settlements'],
  queryFn: () => ask<PublicPlaces>('/public/settlements'),
  staleTime: 600_000,
});
