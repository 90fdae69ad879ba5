/** What the page of the published figures asks. */
import { queryOptions } from '@tanstack/react-query';
import type { figureAnswer } from '#features/figures/contract.ts';
import type { z } from 'zod';
import { ask } from '../parts/ask.ts';
import { keepTexts } from '../parts/search.ts';

export const figureSearch = keepTexts('year');
export type FigureSearch = ReturnType<typeof figureSearch>;
export type FigureAnswer = z.infer<typeof figureAnswer>;
export type FigureRow = FigureAnswer['figures'][number];

export const figuresQuestion = ({ year }: FigureSearch) =>
  queryOptions({ queryKey: ['figures', year ?? ''], queryFn: () => ask<FigureAnswer>('/figures', { year }) });
