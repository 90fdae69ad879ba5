/** Routes of the settings. */
import type { Queryable } from '#platform/database/database.ts';
import type { RouteGroup } from '#platform/http/routes.ts';
import type { HouseContext } from '../context.ts';
import { type Settings, settings, settingsOrder } from './contract.ts';
import { goLiveOf, revealsPerHour, setGoLive, setRevealsPerHour } from './settings.ts';

export const settingRoutes =
  ({ database, actorOf }: HouseContext): RouteGroup =>
  (app) => {
    app.get('/settings', { config: { permission: 'settings.read' }, schema: { response: { 200: settings } } }, async () => readAll(database));
    app.put(
      '/settings',
      { config: { permission: 'settings.change' }, schema: { body: settingsOrder, response: { 200: settings } } },
      async (request) => {
        const { goLive, revealsPerHour: reveals } = request.body;
        await database.transaction(async (tx) => {
          if (goLive !== undefined) await setGoLive(tx, actorOf(request), goLive);
          if (reveals !== undefined) await setRevealsPerHour(tx, actorOf(request), reveals);
        });
        return readAll(database);
      },
    );
  };

const readAll = async (database: Queryable): Promise<Settings> => ({
  goLive: await goLiveOf(database),
  revealsPerHour: await revealsPerHour(database),
});
