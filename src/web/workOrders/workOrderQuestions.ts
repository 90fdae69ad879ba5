/** What the pages ask about work orders and about handling. */
import { queryOptions } from '@tanstack/react-query';
import type { Candidate, Handling, OrderFile, OrderPage, Rates } from '#features/workOrders/contract.ts';
import { ask } from '../parts/ask.ts';
import { rateQuery, type RateSearch } from '../parts/rateSearch.ts';
import { keepTexts, pageOf } from '../parts/search.ts';

/** What the address of the list may name. */
export const orderSearch = keepTexts('area', 'state', 'level', 'mark', 'mine', 'household', 'sort', 'page');
export type OrderSearch = ReturnType<typeof orderSearch>;

export const ordersPerPage = 50;

/** A page of orders. */
export const ordersQuestion = ({ page, ...filter }: OrderSearch) => {
  const query = { ...filter, page: pageOf(page), size: ordersPerPage };
  return queryOptions({ queryKey: ['work-orders', query], queryFn: () => ask<OrderPage>('/work-orders', query) });
};

/** One order with everything on it. */
export const orderQuestion = (id: string) =>
  queryOptions({ queryKey: ['work-orders', 'one', id], queryFn: () => ask<OrderFile>(`/work-orders/${encodeURIComponent(id)}`) });

/** Who may be put in charge of an order, with the work that they have. */
export const peopleQuestion = (id: number) =>
  queryOptions({ queryKey: ['work-orders', 'people', id], queryFn: () => ask<{ people: Candidate[] }>(`/work-orders/${id}/people`) });

/** A warning as people handle it. */
export const handlingQuestion = (id: string) =>
  queryOptions({ queryKey: ['warnings', 'handling', id], queryFn: () => ask<Handling>(`/warnings/${encodeURIComponent(id)}/handling`) });

/** The rates of a time. */
export const ratesQuestion = (search: RateSearch) => {
  const query = rateQuery(search);
  return queryOptions({ queryKey: ['work-orders', 'rates', query], queryFn: () => ask<Rates>('/work-orders/rates', query) });
};
