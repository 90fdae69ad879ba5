/** Pages of the working-day calendar: their addresses and what each asks before it opens. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { calendarQuestion, calendarSearch, yearOf } from './calendarQuestions.ts';
import { root } from '../root.ts';

const calendar = createRoute({
  getParentRoute: () => root,
  path: '/calendar',
  validateSearch: calendarSearch,
  loaderDeps: ({ search }) => ({ year: yearOf(search) }),
  loader: ({ context: { queries }, deps }) => queries.ensureQueryData(calendarQuestion(deps.year)),
  component: lazyRouteComponent(() => import('./calendarPage.tsx'), 'CalendarPage'),
});

/** The pages of this room. */
export const calendarRoutes = [calendar] as const;
