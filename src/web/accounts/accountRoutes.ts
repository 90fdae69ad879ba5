/** Pages of signing in, one’s own account, accounts and roles: their addresses and what each asks before it opens. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { accountSearch, accountsQuestion, postQuestion, rolesQuestion, signInQuestion, signInSearch } from './accountQuestions.ts';
import { areasQuestion } from '../parts/areas.ts';
import { ownPage } from '../parts/pages.ts';
import { root } from '../root.ts';

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: signInSearch,
  loaderDeps: ({ search: { refused } }) => ({ refused }),
  loader: ({ context: { queries }, deps: { refused } }) => queries.ensureQueryData(signInQuestion(refused)),
  component: lazyRouteComponent(() => import('./signInPage.tsx'), 'SignInPage'),
});

const account = createRoute({
  getParentRoute: () => root,
  path: ownPage,
  validateSearch: signInSearch,
  component: lazyRouteComponent(() => import('./accountPage.tsx'), 'AccountPage'),
});

const accounts = createRoute({
  getParentRoute: () => root,
  path: '/accounts',
  validateSearch: accountSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queries }, deps }) =>
    Promise.all([queries.ensureQueryData(accountsQuestion(deps)), queries.ensureQueryData(rolesQuestion), queries.ensureQueryData(areasQuestion)]),
  component: lazyRouteComponent(() => import('./accountListPage.tsx'), 'AccountListPage'),
});

const post = createRoute({
  getParentRoute: () => root,
  path: '/accounts/$id',
  loader: ({ context: { queries }, params }) => queries.ensureQueryData(postQuestion(params.id)),
  component: lazyRouteComponent(() => import('./postPage.tsx'), 'PostPage'),
});

const roles = createRoute({
  getParentRoute: () => root,
  path: '/roles',
  loader: ({ context: { queries } }) => queries.ensureQueryData(rolesQuestion),
  component: lazyRouteComponent(() => import('./rolePage.tsx'), 'RolePage'),
});

/** The pages of this room. */
export const accountRoutes = [signIn, account, accounts, post, roles] as const;
