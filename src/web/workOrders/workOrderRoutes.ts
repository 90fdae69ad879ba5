/** Pages of work orders: their addresses and what each asks before it opens. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { itemsQuestion } from '../items/itemQuestions.ts';
import { rateSearch } from '../parts/rateSearch.ts';
import { root } from '../root.ts';
import { orderQuestion, orderSearch, ordersQuestion, ratesQuestion } from './workOrderQuestions.ts';

const orders = createRoute({
  getParentRoute: () => root,
  path: '/work-orders',
  validateSearch: orderSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queries }, deps }) => queries.ensureQueryData(ordersQuestion(deps)),
  component: lazyRouteComponent(() => import('./workOrderListPage.tsx'), 'WorkOrderListPage'),
});

const rates = createRoute({
  getParentRoute: () => root,
  path: '/work-orders/rates',
  validateSearch: rateSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queries }, deps }) => queries.ensureQueryData(ratesQuestion(deps)),
  component: lazyRouteComponent(() => import('./ratePage.tsx'), 'RatePage'),
});

const order = createRoute({
  getParentRoute: () => root,
  path: '/work-orders/$id',
  loader: ({ context: { queries }, params }) =>
    Promise.all([queries.ensureQueryData(orderQuestion(params.id)), queries.ensureQueryData(itemsQuestion)]),
  component: lazyRouteComponent(() => import('./workOrderPage.tsx'), 'WorkOrderPage'),
});

/** The pages of this room. */
export const workOrderRoutes = [orders, rates, order] as const;
