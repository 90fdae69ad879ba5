/** The address of a page of rates, and what it asks for. */
import { today } from './format.ts';
import { keepTexts } from './search.ts';

/** What the address of a sheet may name. */
export const rateSearch = keepTexts('by', 'area', 'from', 'to');
export type RateSearch = ReturnType<typeof rateSearch>;

/** What a sheet asks for; without a time, this year. */
export const rateQuery = ({ by = 'unit', area, from = `${today().slice(0, 4)}-01-01`, to = today() }: RateSearch) => ({
  by,
  from,
  to,
  ...(area !== undefined && { area }),
});
