/** The router of the web client: the pages of all rooms. */
import type { QueryClient } from '@tanstack/react-query';
import { createRoute, createRouter, redirect } from '@tanstack/react-router';
import { accountRoutes } from './accounts/accountRoutes.ts';
import { appealRoutes } from './appeals/appealRoutes.ts';
import { alertRoutes } from './alerts/alertRoutes.ts';
import { auditRoutes } from './audit/auditRoutes.ts';
import { boardRoutes } from './boards/boardRoutes.ts';
import { calendarRoutes } from './calendar/calendarRoutes.ts';
import { dataHealthRoutes } from './dataHealth/dataHealthRoutes.ts';
import { figureRoutes } from './figures/figureRoutes.ts';
import { helpRoutes } from './help/helpRoutes.ts';
import { householdRoutes } from './households/householdRoutes.ts';
import { importRoutes } from './imports/importRoutes.ts';
import { itemRoutes } from './items/itemRoutes.ts';
import { noticeRoutes } from './notices/noticeRoutes.ts';
import { personRightRoutes } from './personRights/personRightRoutes.ts';
import { registerRoutes } from './registers/registerRoutes.ts';
import { residentRoutes } from './residents/residentRoutes.ts';
import { settingRoutes } from './settings/settingRoutes.ts';
import { visitRoutes } from './visits/visitRoutes.ts';
import { warningRoutes } from './warnings/warningRoutes.ts';
import { workOrderRoutes } from './workOrders/workOrderRoutes.ts';
import { webhookRoutes } from './webhooks/webhookRoutes.ts';
import { firstPageOf } from './parts/pages.ts';
import { NoSuchPage, RefusedPage } from './parts/refused.tsx';
import { parseSearch, stringifySearch } from './parts/search.ts';
import { Skeleton } from './parts/skeleton.tsx';
import { root } from './root.ts';

const start = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: ({ context: { me } }) => {
    throw redirect({ to: me ? firstPageOf(me) : '/sign-in', replace: true });
  },
});

const tree = root.addChildren([
  start,
  ...accountRoutes,
  ...personRightRoutes,
  ...boardRoutes,
  ...itemRoutes,
  ...warningRoutes,
  ...workOrderRoutes,
  ...visitRoutes,
  ...appealRoutes,
  ...residentRoutes,
  ...householdRoutes,
  ...importRoutes,
  ...calendarRoutes,
  ...registerRoutes,
  ...dataHealthRoutes,
  ...figureRoutes,
  ...auditRoutes,
  ...noticeRoutes,
  ...webhookRoutes,
  ...alertRoutes,
  ...settingRoutes,
  ...helpRoutes,
]);

/** The router of the web client. */
export const openRouter = (queries: QueryClient) =>
  createRouter({
    routeTree: tree,
    context: { queries },
    parseSearch,
    stringifySearch,
    defaultPreload: 'intent',
    defaultPreloadDelay: 80,
    defaultPreloadStaleTime: 0,
    defaultPendingMs: 250,
    defaultPendingComponent: Skeleton,
    defaultErrorComponent: RefusedPage,
    defaultNotFoundComponent: NoSuchPage,
    scrollRestoration: true,
  });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof openRouter>;
  }
}
