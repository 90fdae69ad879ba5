/** What the pages ask about appeals. */
import { queryOptions } from '@tanstack/react-query';
import type { AppealFile, AppealPage, EnteredPage, EntryPlaces } from '#features/appeals/contract.ts';
import type { AppealRates } from '#features/appeals/rateContract.ts';
import { ask } from '../parts/ask.ts';
import { rateQuery, type RateSearch } from '../parts/rateSearch.ts';
import { keepTexts, pageOf } from '../parts/search.ts';

/** What the address of the list may name. */
export const appealSearch = keepTexts('area', 'state', 'nature', 'channel', 'track', 'mark', 'mine', 'no', 'sort', 'page');
export type AppealSearch = ReturnType<typeof appealSearch>;

export const appealsPerPage = 50;

/** A page of appeals. */
export const appealsQuestion = ({ page, ...filter }: AppealSearch) => {
  const query = { ...filter, page: pageOf(page), size: appealsPerPage };
  return queryOptions({ queryKey: ['appeals', query], queryFn: () => ask<AppealPage>('/appeals', query) });
};

/** One appeal with everything on it. */
export const appealQuestion = (no: string) =>
  queryOptions({ queryKey: ['appeals', 'one', no], queryFn: () => ask<AppealFile>(`/appeals/${encodeURIComponent(no)}`) });

export const enteredSearch = keepTexts('page');
/** What the new form may be opened with. */
export const entrySearch = keepTexts('person');

/** A page of what the person took down. */
export const enteredQuestion = ({ page }: ReturnType<typeof enteredSearch>) => {
  const query = { page: pageOf(page), size: appealsPerPage };
  return queryOptions({ queryKey: ['appeals', 'entered', query], queryFn: () => ask<EnteredPage>('/appeals/entered', query) });
};

/** The rates of a time. */
export const appealRatesQuestion = (search: RateSearch) => {
  const query = rateQuery(search);
  return queryOptions({ queryKey: ['appeals', 'rates', query], queryFn: () => ask<AppealRates>('/appeals/rates', query) });
};

/** Where the person may take an appeal down, and whom it may be about. */
export const placesQuestion = queryOptions({
  queryKey: ['appeals', 'places'],
  queryFn: () => ask<EntryPlaces>('/appeals/places'),
  staleTime: 300_000,
});
