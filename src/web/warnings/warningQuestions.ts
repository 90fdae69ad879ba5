/** What the pages ask about warnings. */
import { queryOptions } from '@tanstack/react-query';
import type { WarningFile, WarningPage } from '#features/warnings/contract.ts';
import { ask } from '../parts/ask.ts';
import { keepTexts, pageOf } from '../parts/search.ts';

/** What the address of the list may name. */
export const warningSearch = keepTexts('area', 'item', 'level', 'state', 'handled', 'household', 'sort', 'page');
export type WarningSearch = ReturnType<typeof warningSearch>;

export const warningsPerPage = 50;

/** A page of warnings. */
export const warningsQuestion = ({ page, ...filter }: WarningSearch, size: number = warningsPerPage) => {
  const query = { ...filter, page: pageOf(page), size };
  return queryOptions({ queryKey: ['warnings', query], queryFn: () => ask<WarningPage>('/warnings', query) });
};

/** One warning with everything that explains it. */
export const warningQuestion = (id: string) =>
  queryOptions({ queryKey: ['warnings', 'one', id], queryFn: () => ask<WarningFile>(`/warnings/${encodeURIComponent(id)}`) });
