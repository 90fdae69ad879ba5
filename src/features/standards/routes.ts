/** Routes of the settings. */
import type { RouteGroup } from '#platform/http/routes.ts';
import type { HouseContext } from '../context.ts';
import { settings } from './contract.ts';
import { goLiveOf, setGoLive } from './settings.ts';

export const settingRoutes =
  ({ database, actorOf }: HouseContext): RouteGroup =>
  (app) => {
    app.get('/settings', { config: { permission: 'settings.read' }, schema: { response: { 200: settings } } }, async () => ({
      goLive: await goLiveOf(database),
    }));
    app.put('/settings', { config: { permission: 'settings.change' }, schema: { body: settings, response: { 200: settings } } }, async (request) => {
      await database.transaction((tx) => setGoLive(tx, actorOf(request), request.body.goLive));
      return { goLive: await goLiveOf(database) };
    });
  };
