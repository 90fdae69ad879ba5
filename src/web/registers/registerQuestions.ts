/** What the pages ask about registers. */
import { queryOptions } from '@tanstack/react-query';
import type { RegisterList, RowPage } from '#features/registers/contract.ts';
import { ask } from '../parts/ask.ts';
import { keepTexts, pageOf } from '../parts/search.ts';

export const registerSearch = keepTexts('area', 'page');
export type RegisterSearch = ReturnType<typeof registerSearch>;

export const rowsPerPage = 50;

/** All registers with their fields. */
export const registersQuestion = queryOptions({
  queryKey: ['registers'],
  queryFn: () => ask<RegisterList>('/registers').then((answer) => answer.registers),
  staleTime: 60_000,
});

/** A page of the rows of one register. */
export const registerQuestion = (name: string, { area, page }: RegisterSearch) => {
  const query = { area, page: pageOf(page), size: rowsPerPage };
  return queryOptions({ queryKey: ['registers', name, query], queryFn: () => ask<RowPage>(`/registers/${encodeURIComponent(name)}/rows`, query) });
};
