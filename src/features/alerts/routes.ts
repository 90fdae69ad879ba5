/** The route of how the house does. */
import type { RouteGroup } from '#platform/http/routes.ts';
import type { HouseContext } from '../context.ts';
import { alertState } from './contract.ts';
import { readHouseState } from './houseState.ts';

export const alertRoutes =
  ({ database }: HouseContext): RouteGroup =>
  (app) => {
    app.get('/alerts', { config: { permission: 'alerts.read' }, schema: { response: { 200: alertState } } }, async () => {
      const { failedTasks, ...state } = await readHouseState(database);
      return { ...state, failedTasks: failedTasks.map((task) => ({ ...task })) };
    });
  };
