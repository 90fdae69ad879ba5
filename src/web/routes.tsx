/** Every address of the web client, the page behind it, and what the page asks before it opens. */
import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import type { Me } from '#features/accounts/contract.ts';
import { accountSearch, accountsQuestion, postQuestion, rolesQuestion, signInQuestion, signInSearch } from './accounts/accountQuestions.ts';
import { auditQuestion, auditSearch, auditStateQuestion } from './audit/auditQuestions.ts';
import { boardQuestion, boardSearch, comparisonQuestion, comparisonSearch } from './boards/boardQuestions.ts';
import { calendarQuestion, calendarSearch, yearOf } from './calendar/calendarQuestions.ts';
import { dataHealthQuestion, dataHealthSearch } from './dataHealth/dataHealthQuestions.ts';
import { figureSearch, figuresQuestion } from './figures/figureQuestions.ts';
import { householdQuestion, householdSearch, householdsQuestion } from './households/householdQuestions.ts';
import { columnSearch, columnsQuestion, importQuestion, importSearch, importsQuestion, nilSearch } from './imports/importQuestions.ts';
import { itemQuestion, itemSearch, itemsQuestion } from './items/itemQuestions.ts';
import { areasQuestion } from './parts/areas.ts';
import { isSignedOut } from './parts/ask.ts';
import { Frame } from './parts/frame.tsx';
import { meQuestion } from './parts/me.ts';
import { firstPageOf, ownPage } from './parts/pages.ts';
import { NoSuchPage, RefusedPage } from './parts/refused.tsx';
import { parseSearch, stringifySearch } from './parts/search.ts';
import { Skeleton } from './parts/skeleton.tsx';
import { personRightSearch, personRightsQuestion } from './personRights/personRightQuestions.ts';
import { registerQuestion, registerSearch, registersQuestion } from './registers/registerQuestions.ts';
import { warningQuestion, warningSearch, warningsQuestion } from './warnings/warningQuestions.ts';

const root = createRootRouteWithContext<{ queries: QueryClient }>()({
  // Nobody sees a page before the server has said who they are; who owes a password or a second factor sees the own account alone.
  beforeLoad: async ({ context: { queries }, location: { pathname, href } }): Promise<{ me: Me | undefined }> => {
    if (pathname === '/sign-in') return { me: undefined };
    const me = await queries.ensureQueryData(meQuestion).catch((error: unknown) => {
      throw isSignedOut(error) ? redirect({ to: '/sign-in', search: href === '/' ? {} : { next: href }, replace: true }) : error;
    });
    if (me.owes !== null && pathname !== ownPage) throw redirect({ to: ownPage, search: href === '/' ? {} : { next: href }, replace: true });
    return { me };
  },
  component: Frame,
  errorComponent: RefusedPage,
  notFoundComponent: NoSuchPage,
});

const start = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: ({ context: { me } }) => {
    throw redirect({ to: me ? firstPageOf(me) : '/sign-in', replace: true });
  },
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: signInSearch,
  loaderDeps: ({ search: { refused } }) => ({ refused }),
  loader: ({ context: { queries }, deps: { refused } }) => queries.ensureQueryData(signInQuestion(refused)),
  component: lazyRouteComponent(() => import('./accounts/signInPage.tsx'), 'SignInPage'),
});

const account = createRoute({
  getParentRoute: () => root,
  path: ownPage,
  validateSearch: signInSearch,
  component: lazyRouteComponent(() => import('./accounts/accountPage.tsx'), 'AccountPage'),
});

const accounts = createRoute({
  getParentRoute: () => root,
  path: '/accounts',
  validateSearch: accountSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queries }, deps }) =>
    Promise.all([queries.ensureQueryData(accountsQuestion(deps)), queries.ensureQueryData(rolesQuestion), queries.ensureQueryData(areasQuestion)]),
  component: lazyRouteComponent(() => import('./accounts/accountListPage.tsx'), 'AccountListPage'),
});

const post = createRoute({
  getParentRoute: () => root,
  path: '/accounts/$id',
  loader: ({ context: { queries }, params }) => queries.ensureQueryData(postQuestion(params.id)),
  component: lazyRouteComponent(() => import('./accounts/postPage.tsx'), 'PostPage'),
});

const personRights = createRoute({
  getParentRoute: () => root,
  path: '/person-rights',
  validateSearch: personRightSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queries }, deps }) => queries.ensureQueryData(personRightsQuestion(deps)),
  component: lazyRouteComponent(() => import('./personRights/personRightPage.tsx'), 'PersonRightPage'),
});

const roles = createRoute({
  getParentRoute: () => root,
  path: '/roles',
  loader: ({ context: { queries } }) => queries.ensureQueryData(rolesQuestion),
  component: lazyRouteComponent(() => import('./accounts/rolePage.tsx'), 'RolePage'),
});

const board = createRoute({
  getParentRoute: () => root,
  path: '/board',
  validateSearch: boardSearch,
  loaderDeps: ({ search: { area, month } }) => ({ area, month }),
  loader: ({ context: { queries }, deps }) =>
    Promise.all([queries.ensureQueryData(boardQuestion(deps)), queries.ensureQueryData(itemsQuestion), queries.ensureQueryData(areasQuestion)]),
  component: lazyRouteComponent(() => import('./boards/boardPage.tsx'), 'BoardPage'),
});

const comparison = createRoute({
  getParentRoute: () => root,
  path: '/board/comparison',
  validateSearch: comparisonSearch,
  loaderDeps: ({ search: { area, month } }) => ({ area, month }),
  loader: ({ context: { queries }, deps }) =>
    Promise.all([queries.ensureQueryData(comparisonQuestion(deps)), queries.ensureQueryData(itemsQuestion), queries.ensureQueryData(areasQuestion)]),
  component: lazyRouteComponent(() => import('./boards/comparisonPage.tsx'), 'ComparisonPage'),
});

const items = createRoute({
  getParentRoute: () => root,
  path: '/items',
  loader: ({ context: { queries } }) => queries.ensureQueryData(itemsQuestion),
  component: lazyRouteComponent(() => import('./items/itemListPage.tsx'), 'ItemListPage'),
});

const item = createRoute({
  getParentRoute: () => root,
  path: '/items/$code',
  validateSearch: itemSearch,
  loader: ({ context: { queries }, params }) => queries.ensureQueryData(itemQuestion(params.code)),
  component: lazyRouteComponent(() => import('./items/itemPage.tsx'), 'ItemPage'),
});

const warnings = createRoute({
  getParentRoute: () => root,
  path: '/warnings',
  validateSearch: warningSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queries }, deps }) => Promise.all([queries.ensureQueryData(warningsQuestion(deps)), queries.ensureQueryData(itemsQuestion)]),
  component: lazyRouteComponent(() => import('./warnings/warningListPage.tsx'), 'WarningListPage'),
});

const warning = createRoute({
  getParentRoute: () => root,
  path: '/warnings/$id',
  loader: ({ context: { queries }, params }) =>
    Promise.all([queries.ensureQueryData(warningQuestion(params.id)), queries.ensureQueryData(itemsQuestion)]),
  component: lazyRouteComponent(() => import('./warnings/warningPage.tsx'), 'WarningPage'),
});

const households = createRoute({
  getParentRoute: () => root,
  path: '/households',
  validateSearch: householdSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queries }, deps }) => queries.ensureQueryData(householdsQuestion(deps)),
  component: lazyRouteComponent(() => import('./households/householdListPage.tsx'), 'HouseholdListPage'),
});

const household = createRoute({
  getParentRoute: () => root,
  path: '/households/$no',
  loader: ({ context: { queries }, params }) =>
    Promise.all([queries.ensureQueryData(householdQuestion(params.no)), queries.ensureQueryData(itemsQuestion)]),
  component: lazyRouteComponent(() => import('./households/householdPage.tsx'), 'HouseholdPage'),
});

const imports = createRoute({
  getParentRoute: () => root,
  path: '/imports',
  validateSearch: importSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queries }, deps }) => queries.ensureQueryData(importsQuestion(deps)),
  component: lazyRouteComponent(() => import('./imports/importListPage.tsx'), 'ImportListPage'),
});

const oneImport = createRoute({
  getParentRoute: () => root,
  path: '/imports/$id',
  loader: ({ context: { queries }, params }) => queries.ensureQueryData(importQuestion(params.id)),
  component: lazyRouteComponent(() => import('./imports/importPage.tsx'), 'ImportPage'),
});

const nil = createRoute({
  getParentRoute: () => root,
  path: '/imports/nil',
  validateSearch: nilSearch,
  loaderDeps: ({ search: { area } }) => ({ area }),
  loader: ({ context: { queries }, deps }) =>
    Promise.all([queries.ensureQueryData(dataHealthQuestion(deps)), queries.ensureQueryData(registersQuestion)]),
  component: lazyRouteComponent(() => import('./imports/nilPage.tsx'), 'NilPage'),
});

const calendar = createRoute({
  getParentRoute: () => root,
  path: '/calendar',
  validateSearch: calendarSearch,
  loaderDeps: ({ search }) => ({ year: yearOf(search) }),
  loader: ({ context: { queries }, deps }) => queries.ensureQueryData(calendarQuestion(deps.year)),
  component: lazyRouteComponent(() => import('./calendar/calendarPage.tsx'), 'CalendarPage'),
});

const columns = createRoute({
  getParentRoute: () => root,
  path: '/imports/columns/$upload',
  validateSearch: columnSearch,
  loaderDeps: ({ search: { sheet, register: chosen } }) => ({ sheet, register: chosen }),
  loader: ({ context: { queries }, params, deps }) => queries.ensureQueryData(columnsQuestion(params.upload, deps)),
  component: lazyRouteComponent(() => import('./imports/columnPage.tsx'), 'ColumnPage'),
});

const registers = createRoute({
  getParentRoute: () => root,
  path: '/registers',
  loader: ({ context: { queries } }) => queries.ensureQueryData(registersQuestion),
  component: lazyRouteComponent(() => import('./registers/registerListPage.tsx'), 'RegisterListPage'),
});

const register = createRoute({
  getParentRoute: () => root,
  path: '/registers/$name',
  validateSearch: registerSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queries }, params, deps }) =>
    Promise.all([queries.ensureQueryData(registersQuestion), queries.ensureQueryData(registerQuestion(params.name, deps))]),
  component: lazyRouteComponent(() => import('./registers/registerPage.tsx'), 'RegisterPage'),
});

const dataHealth = createRoute({
  getParentRoute: () => root,
  path: '/data-health',
  validateSearch: dataHealthSearch,
  loaderDeps: ({ search: { area } }) => ({ area }),
  loader: ({ context: { queries }, deps }) => queries.ensureQueryData(dataHealthQuestion(deps)),
  component: lazyRouteComponent(() => import('./dataHealth/dataHealthPage.tsx'), 'DataHealthPage'),
});

const figures = createRoute({
  getParentRoute: () => root,
  path: '/figures',
  validateSearch: figureSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queries }, deps }) => queries.ensureQueryData(figuresQuestion(deps)),
  component: lazyRouteComponent(() => import('./figures/figurePage.tsx'), 'FigurePage'),
});

const audit = createRoute({
  getParentRoute: () => root,
  path: '/audit',
  validateSearch: auditSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queries }, deps }) =>
    Promise.all([queries.ensureQueryData(auditQuestion(deps)), queries.ensureQueryData(auditStateQuestion)]),
  component: lazyRouteComponent(() => import('./audit/auditPage.tsx'), 'AuditPage'),
});

const tree = root.addChildren([
  start,
  signIn,
  account,
  accounts,
  post,
  personRights,
  roles,
  board,
  comparison,
  items,
  item,
  warnings,
  warning,
  households,
  household,
  imports,
  oneImport,
  columns,
  nil,
  calendar,
  registers,
  register,
  dataHealth,
  figures,
  audit,
]);

/** The router of the web client. */
export const openRouter = (queries: QueryClient) =>
  createRouter({
    routeTree: tree,
    context: { queries },
    parseSearch,
    stringifySearch,
    defaultPreload: 'intent',
    defaultPreloadDelay: 80,
    defaultPreloadStaleTime: 0,
    defaultPendingMs: 250,
    defaultPendingComponent: Skeleton,
    defaultErrorComponent: RefusedPage,
    defaultNotFoundComponent: NoSuchPage,
    scrollRestoration: true,
  });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof openRouter>;
  }
}
