/** What the pages ask about visits. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { VisitForm, VisitPage } from '#features/visits/contract.ts';
import type { AnswerMend, AnswerPage } from '#features/visits/answerContract.ts';
import type { Round } from '#features/visits/roundContract.ts';
import { ask } from '../parts/ask.ts';
import { keepTexts, pageOf } from '../parts/search.ts';

export const roundSearch = keepTexts('area', 'building', 'show', 'page');
export type RoundSearch = ReturnType<typeof roundSearch>;
export const answersSearch = keepTexts('area', 'state', 'page');
export type AnswersSearch = ReturnType<typeof answersSearch>;

export const homesPerPage = 50;
export const answersPerPage = 50;

/** The round of the person before the screen. */
export const roundQuestion = ({ page, ...filter }: RoundSearch) => {
  const query = { ...filter, page: pageOf(page), size: homesPerPage };
  return queryOptions({ queryKey: ['visits', 'round', query], queryFn: () => ask<Round>('/visits/round', query) });
};

/** The form of a household. */
export const formQuestion = (household: string) =>
  queryOptions({ queryKey: ['visits', 'form', household], queryFn: () => ask<VisitForm>(`/visits/form/${encodeURIComponent(household)}`) });

/** The visits to a household. */
export const visitsQuestion = (household: string, size: number) =>
  queryOptions({
    queryKey: ['visits', 'list', household, size],
    queryFn: () => ask<VisitPage>('/visits', { household, size }),
    placeholderData: keepPreviousData,
  });

/** Answers that wait for a person, or were settled. */
export const answersQuestion = ({ page, ...filter }: AnswersSearch) => {
  const query = { ...filter, page: pageOf(page), size: answersPerPage };
  return queryOptions({ queryKey: ['visits', 'answers', query], queryFn: () => ask<AnswerPage>('/visits/answers', query) });
};

/** A refused answer with its row, to be mended. */
export const mendQuestion = (id: string) =>
  queryOptions({ queryKey: ['visits', 'answers', id], queryFn: () => ask<AnswerMend>(`/visits/answers/${id}`) });
