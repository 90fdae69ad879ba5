/** What the pages ask about households. */
import { queryOptions } from '@tanstack/react-query';
import type { HouseholdFile, HouseholdPage } from '#features/households/contract.ts';
import { ask } from '../parts/ask.ts';
import { keepTexts, pageOf } from '../parts/search.ts';

export const householdSearch = keepTexts('area', 'q', 'item', 'state', 'page');
export type HouseholdSearch = ReturnType<typeof householdSearch>;

export const householdsPerPage = 50;

/** A page of households. */
export const householdsQuestion = ({ page, ...filter }: HouseholdSearch) => {
  const query = { ...filter, page: pageOf(page), size: householdsPerPage };
  return queryOptions({ queryKey: ['households', query], queryFn: () => ask<HouseholdPage>('/households', query) });
};

/** The file of one household. */
export const householdQuestion = (no: string) =>
  queryOptions({ queryKey: ['households', 'one', no], queryFn: () => ask<HouseholdFile>(`/households/${encodeURIComponent(no)}`) });
