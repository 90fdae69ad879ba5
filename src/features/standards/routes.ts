/** Routes of the calendar and the settings. */
import type { FeatureContext } from '../context.ts';
import type { RouteGroup } from '#platform/http/routes.ts';
import { changeCalendarDay, viewCalendarYear } from './calendar.ts';
import { calendarChange, calendarQuery, calendarYear, settings } from './contract.ts';
import { goLiveOf, setGoLive } from './settings.ts';

export const standardRoutes =
  ({ database }: FeatureContext): RouteGroup =>
  (app) => {
    app.get('/calendar', { config: { permission: 'calendar.read' }, schema: { querystring: calendarQuery, response: { 200: calendarYear } } }, (request) =>
      viewCalendarYear(database, request.query.year),
    );
    app.put('/calendar', { config: { permission: 'calendar.change' }, schema: { body: calendarChange, response: { 200: calendarYear } } }, async (request) => {
      await database.transaction((tx) => changeCalendarDay(tx, request.body));
      return viewCalendarYear(database, Number(request.body.day.slice(0, 4)));
    });
    app.get('/settings', { config: { permission: 'settings.read' }, schema: { response: { 200: settings } } }, async () => ({ goLive: await goLiveOf(database) }));
    app.put('/settings', { config: { permission: 'settings.change' }, schema: { body: settings, response: { 200: settings } } }, async (request) => {
      await setGoLive(database, request.body.goLive);
      return { goLive: await goLiveOf(database) };
    });
  };
