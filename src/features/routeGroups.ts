/** All routes, group by group, as the rooms register them. */
import type { HouseContext } from './context.ts';
import type { RouteGroup } from '#platform/http/routes.ts';
import { accountRoutes } from './accounts/accountRoutes.ts';
import { alertRoutes } from './alerts/routes.ts';
import { appealRoutes } from './appeals/routes.ts';
import { areaRoutes } from './areas/routes.ts';
import { auditRoutes } from './audit/routes.ts';
import { boardRoutes } from './boards/routes.ts';
import { calendarRoutes } from './calendar/routes.ts';
import { dataHealthRoutes } from './dataHealth/routes.ts';
import { figureRoutes } from './figures/routes.ts';
import { handlingRoutes } from './workOrders/warningRoutes.ts';
import { handoverRoutes } from './accounts/handoverRoutes.ts';
import { householdRoutes } from './households/routes.ts';
import { importRoutes } from './imports/routes.ts';
import { importRowRoutes } from './imports/rowRoutes.ts';
import { itemRoutes } from './items/routes.ts';
import { noticeRoutes } from './notices/routes.ts';
import { peopleRoutes } from './people/routes.ts';
import { personRightRoutes } from './personRights/routes.ts';
import { providerRoutes } from './accounts/providerRoutes.ts';
import { registerRoutes } from './registers/routes.ts';
import { residentRoutes } from './appeals/publicRoutes.ts';
import { sessionRoutes } from './accounts/sessionRoutes.ts';
import { settingRoutes } from './standards/routes.ts';
import { visitRoutes } from './visits/routes.ts';
import { warningRoutes } from './warnings/routes.ts';
import { webhookRoutes } from './notices/webhookRoutes.ts';
import { workOrderRoutes } from './workOrders/routes.ts';

/** What the server opens, for the context that the house gives. */
export const routeGroups: readonly ((context: HouseContext) => RouteGroup)[] = [
  sessionRoutes,
  providerRoutes,
  accountRoutes,
  handoverRoutes,
  areaRoutes,
  boardRoutes,
  itemRoutes,
  warningRoutes,
  handlingRoutes,
  workOrderRoutes,
  visitRoutes,
  appealRoutes,
  residentRoutes,
  householdRoutes,
  personRightRoutes,
  dataHealthRoutes,
  figureRoutes,
  peopleRoutes,
  registerRoutes,
  importRoutes,
  importRowRoutes,
  calendarRoutes,
  settingRoutes,
  auditRoutes,
  noticeRoutes,
  webhookRoutes,
  alertRoutes,
];
