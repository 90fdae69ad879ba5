/** What the board asks. */
import { queryOptions } from '@tanstack/react-query';
import type { Board, Comparison, Trend } from '#features/boards/contract.ts';
import { ask } from '../parts/ask.ts';
import { keepTexts } from '../parts/search.ts';

/** What the address of the board may name: the area, the month, and the letters of the aspects that are folded away. */
export const boardSearch = keepTexts('area', 'month', 'folded');
export type BoardSearch = ReturnType<typeof boardSearch>;

/** The board of an area in a month; without an area that of the highest of the reader's areas. */
export const boardQuestion = ({ area, month }: BoardSearch) =>
  queryOptions({ queryKey: ['board', area ?? '', month ?? ''], queryFn: () => ask<Board>('/board', { area, month }), staleTime: 30_000 });

/** What the address of a comparison may name: the area, the month, the item. */
export const comparisonSearch = keepTexts('area', 'month', 'item');
export type ComparisonSearch = ReturnType<typeof comparisonSearch>;

/** An area beside those of the same parent. */
export const comparisonQuestion = ({ area, month }: ComparisonSearch) =>
  queryOptions({
    queryKey: ['board', 'comparison', area ?? '', month ?? ''],
    queryFn: () => ask<Comparison>('/board/comparison', { area, month }),
    staleTime: 30_000,
  });

/** The numbers of one item in one area over the months. */
export const trendQuestion = (item: string, area: string) =>
  queryOptions({ queryKey: ['board', 'trend', area, item], queryFn: () => ask<Trend>('/board/trend', { area, item }), staleTime: 30_000 });
