/** Routes of the settings. */
import type { Queryable } from '#platform/database/database.ts';
import type { RouteGroup } from '#platform/http/routes.ts';
import type { HouseContext } from '../context.ts';
import { type Settings, settings, settingsOrder } from './contract.ts';
import { workingHours } from './readWorkingCalendar.ts';
import type { AppealLimits } from '#catalog/appealLimits.ts';
import { goLiveOf, readAppealLimits, revealsPerHour, setAppealLimits, setGoLive, setRevealsPerHour, setWorkingHours } from './settings.ts';

export const settingRoutes =
  ({ database, actorOf }: HouseContext): RouteGroup =>
  (app) => {
    app.get('/settings', { config: { permission: 'settings.read' }, schema: { response: { 200: settings } } }, async () => readAll(database));
    app.put(
      '/settings',
      { config: { permission: 'settings.change' }, schema: { body: settingsOrder, response: { 200: settings } } },
      async (request) => {
        const { goLive, revealsPerHour: reveals, workingHours: hours, appealLimits } = request.body;
        await database.transaction(async (tx) => {
          if (goLive !== undefined) await setGoLive(tx, actorOf(request), goLive);
          if (hours !== undefined) await setWorkingHours(tx, actorOf(request), hours);
          if (reveals !== undefined) await setRevealsPerHour(tx, actorOf(request), reveals);
          if (appealLimits !== undefined) await setAppealLimits(tx, actorOf(request), stated(appealLimits));
        });
        return readAll(database);
      },
    );
  };

/** What was stated of them. */
const stated = (limits: Readonly<Record<string, string | undefined>>): Partial<AppealLimits> =>
  Object.fromEntries(Object.entries(limits).filter(([, limit]) => limit !== undefined));

const readAll = async (database: Queryable): Promise<Settings> => ({
  goLive: await goLiveOf(database),
  revealsPerHour: await revealsPerHour(database),
  workingHours: await workingHours(database),
  appealLimits: await readAppealLimits(database),
});
