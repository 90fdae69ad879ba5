/** What the page of data health asks. */
import { queryOptions } from '@tanstack/react-query';
import type { DataHealth } from '#features/dataHealth/contract.ts';
import { ask } from '../parts/ask.ts';
import { keepTexts } from '../parts/search.ts';

/** What the address may name: the area, a department, and whether only late registers are shown. */
export const dataHealthSearch = keepTexts('area', 'department', 'late');
export type DataHealthSearch = ReturnType<typeof dataHealthSearch>;

export const dataHealthQuestion = ({ area }: Pick<DataHealthSearch, 'area'>) =>
  queryOptions({ queryKey: ['data-health', area ?? ''], queryFn: () => ask<DataHealth>('/data-health', { area }) });
