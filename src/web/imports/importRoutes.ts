/** Pages of imports: their addresses and what each asks before it opens. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { dataHealthQuestion } from '../dataHealth/dataHealthQuestions.ts';
import { columnSearch, columnsQuestion, importQuestion, importSearch, importsQuestion, nilSearch } from './importQuestions.ts';
import { registersQuestion } from '../registers/registerQuestions.ts';
import { root } from '../root.ts';

const imports = createRoute({
  getParentRoute: () => root,
  path: '/imports',
  validateSearch: importSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queries }, deps }) => queries.ensureQueryData(importsQuestion(deps)),
  component: lazyRouteComponent(() => import('./importListPage.tsx'), 'ImportListPage'),
});

const oneImport = createRoute({
  getParentRoute: () => root,
  path: '/imports/$id',
  loader: ({ context: { queries }, params }) => queries.ensureQueryData(importQuestion(params.id)),
  component: lazyRouteComponent(() => import('./importPage.tsx'), 'ImportPage'),
});

const columns = createRoute({
  getParentRoute: () => root,
  path: '/imports/columns/$upload',
  validateSearch: columnSearch,
  loaderDeps: ({ search: { sheet, register: chosen } }) => ({ sheet, register: chosen }),
  loader: ({ context: { queries }, params, deps }) => queries.ensureQueryData(columnsQuestion(params.upload, deps)),
  component: lazyRouteComponent(() => import('./columnPage.tsx'), 'ColumnPage'),
});

const nil = createRoute({
  getParentRoute: () => root,
  path: '/imports/nil',
  validateSearch: nilSearch,
  loaderDeps: ({ search: { area } }) => ({ area }),
  loader: ({ context: { queries }, deps }) =>
    Promise.all([queries.ensureQueryData(dataHealthQuestion(deps)), queries.ensureQueryData(registersQuestion)]),
  component: lazyRouteComponent(() => import('./nilPage.tsx'), 'NilPage'),
});

/** The pages of this room. */
export const importRoutes = [imports, oneImport, columns, nil] as const;
