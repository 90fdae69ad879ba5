/** Routes of the calendar of working days. */
import type { RouteGroup } from '#platform/http/routes.ts';
import type { HouseContext } from '../context.ts';
import { changeCalendarDay, viewCalendarYear } from './calendar.ts';
import { calendarChange, calendarQuery, calendarYear, localChange } from './contract.ts';
import { changeLocalDay } from './localDays.ts';

export const calendarRoutes =
  ({ database, actorOf, scopedFor }: HouseContext): RouteGroup =>
  (app) => {
    app.get(
      '/calendar',
      { config: { permission: 'calendar.read' }, schema: { querystring: calendarQuery, response: { 200: calendarYear } } },
      (request) => viewCalendarYear(database, request.query.year),
    );
    app.put(
      '/calendar',
      { config: { permission: 'calendar.change' }, schema: { body: calendarChange, response: { 200: calendarYear } } },
      async (request) => {
        await database.transaction((tx) => changeCalendarDay(tx, actorOf(request), request.body));
        return viewCalendarYear(database, Number(request.body.day.slice(0, 4)));
      },
    );
    app.put(
      '/calendar/local',
      { config: { permission: 'calendar.local' }, schema: { body: localChange, response: { 200: calendarYear } } },
      async (request) => {
        const { scope } = await scopedFor(request);
        await database.transaction((tx) => changeLocalDay(tx, actorOf(request), scope, request.body));
        return viewCalendarYear(database, Number(request.body.day.slice(0, 4)));
      },
    );
  };
