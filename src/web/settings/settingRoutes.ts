/** The page of settings: its address and what it asks before it opens. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { calendarQuestion } from '../calendar/calendarQuestions.ts';
import { root } from '../root.ts';
import { officialYears, settingsQuestion } from './settingsQuestions.ts';

const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  loader: ({ context: { queries } }) =>
    Promise.all([queries.ensureQueryData(settingsQuestion), ...officialYears().map((year) => queries.ensureQueryData(calendarQuestion(year)))]),
  component: lazyRouteComponent(() => import('./settingsPage.tsx'), 'SettingsPage'),
});

/** The pages of this room. */
export const settingRoutes = [settings] as const;
