/** Pages of registers: their addresses and what each asks before it opens. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { registerQuestion, registerSearch, registersQuestion } from './registerQuestions.ts';
import { root } from '../root.ts';

const registers = createRoute({
  getParentRoute: () => root,
  path: '/registers',
  loader: ({ context: { queries } }) => queries.ensureQueryData(registersQuestion),
  component: lazyRouteComponent(() => import('./registerListPage.tsx'), 'RegisterListPage'),
});

const register = createRoute({
  getParentRoute: () => root,
  path: '/registers/$name',
  validateSearch: registerSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queries }, params, deps }) =>
    Promise.all([queries.ensureQueryData(registersQuestion), queries.ensureQueryData(registerQuestion(params.name, deps))]),
  component: lazyRouteComponent(() => import('./registerPage.tsx'), 'RegisterPage'),
});

/** The pages of this room. */
export const registerRoutes = [registers, register] as const;
