/** What the pages ask about items. */
import { queryOptions } from '@tanstack/react-query';
import type { itemList, ItemPage, ItemVerdicts, SubjectPage } from '#features/items/contract.ts';
import type { z } from 'zod';
import { ask } from '../parts/ask.ts';
import { keepTexts, pageOf } from '../parts/search.ts';

/** All items of the standard in force, in their order. */
export const itemsQuestion = queryOptions({
  queryKey: ['items'],
  queryFn: () => ask<z.infer<typeof itemList>>('/items'),
  staleTime: 300_000,
});

/** What the address of an item's page may name: the area, a level, a month and a page of the subjects. */
export const itemSearch = keepTexts('area', 'level', 'month', 'page');
export type ItemSearch = ReturnType<typeof itemSearch>;

/** One item as its page prints it. */
export const itemQuestion = (code: string) =>
  queryOptions({ queryKey: ['items', code], queryFn: () => ask<ItemPage>(`/items/${encodeURIComponent(code)}`), staleTime: 300_000 });

/** What those said who checked warnings, of one item or of all, in an area or in all that the reader sees. */
export const verdictsQuestion = (area: string | undefined, item?: string) =>
  queryOptions({
    queryKey: ['items', 'verdicts', area ?? '', item ?? ''],
    queryFn: () => ask<ItemVerdicts>('/items/verdicts', { area, item }),
    staleTime: 60_000,
  });

export const subjectsPerPage = 50;

/** The subjects that an item finds, a page of them. */
export const subjectsQuestion = (code: string, { area, level, month, page }: ItemSearch) => {
  const query = { area, level, month, page: pageOf(page), size: subjectsPerPage };
  return queryOptions({
    queryKey: ['items', code, 'subjects', query],
    queryFn: () => ask<SubjectPage>(`/items/${encodeURIComponent(code)}/subjects`, query),
  });
};
