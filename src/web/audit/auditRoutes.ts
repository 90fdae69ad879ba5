/** Pages of the audit log: their addresses and what each asks before it opens. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { auditQuestion, auditSearch, auditStateQuestion } from './auditQuestions.ts';
import { root } from '../root.ts';

const audit = createRoute({
  getParentRoute: () => root,
  path: '/audit',
  validateSearch: auditSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queries }, deps }) =>
    Promise.all([queries.ensureQueryData(auditQuestion(deps)), queries.ensureQueryData(auditStateQuestion)]),
  component: lazyRouteComponent(() => import('./auditPage.tsx'), 'AuditPage'),
});

/** The pages of this room. */
export const auditRoutes = [audit] as const;
