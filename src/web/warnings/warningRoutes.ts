/** Pages of warnings: their addresses and what each asks before it opens. */
import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { itemsQuestion } from '../items/itemQuestions.ts';
import { warningQuestion, warningSearch, warningsQuestion } from './warningQuestions.ts';
import { handlingQuestion } from '../workOrders/workOrderQuestions.ts';
import { keepTexts } from '../parts/search.ts';
import { root } from '../root.ts';

const warnings = createRoute({
  getParentRoute: () => root,
  path: '/warnings',
  validateSearch: warningSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queries }, deps }) => Promise.all([queries.ensureQueryData(warningsQuestion(deps)), queries.ensureQueryData(itemsQuestion)]),
  component: lazyRouteComponent(() => import('./warningListPage.tsx'), 'WarningListPage'),
});

const warning = createRoute({
  getParentRoute: () => root,
  path: '/warnings/$id',
  loader: async ({ context: { queries }, params }) => {
    if (!/^\d+$/.test(params.id)) {
      const { id } = await queries.ensureQueryData(warningQuestion(params.id));
      throw redirect({ to: '/warnings/$id', params: { id: String(id) }, replace: true });
    }
    await Promise.all([
      queries.ensureQueryData(warningQuestion(params.id)),
      queries.ensureQueryData(handlingQuestion(params.id)),
      queries.ensureQueryData(itemsQuestion),
    ]);
  },
  component: lazyRouteComponent(() => import('./warningPage.tsx'), 'WarningPage'),
});

const raise = createRoute({
  getParentRoute: () => root,
  path: '/warnings/raise',
  validateSearch: keepTexts('subject', 'item'),
  loader: ({ context: { queries } }) => queries.ensureQueryData(itemsQuestion),
  component: lazyRouteComponent(() => import('./raisePage.tsx'), 'RaisePage'),
});

/** The pages of this room. */
export const warningRoutes = [warnings, warning, raise] as const;
