/** The pages of the navigation, with what somebody needs to see each. */
import type { Permission } from '#catalog/permissions.ts';
import type { Me } from '#features/accounts/contract.ts';
import { mayOf } from './me.ts';

interface Page<Name extends string, To extends string> {
  readonly name: Name;
  readonly to: To;
  readonly needs: Permission;
  /** Not in the navigation of those who may do this: another page of theirs holds it. */
  readonly unless?: Permission;
}

const page = <const Name extends string, const To extends string>(name: Name, to: To, needs: Permission, unless?: Permission): Page<Name, To> => ({
  name,
  to,
  needs,
  ...(unless && { unless }),
});

/** The pages of the daily work, in their order. */
export const workPages = [
  page('board', '/board', 'boards.read'),
  page('warnings', '/warnings', 'warnings.read'),
  page('workOrders', '/work-orders', 'work-orders.read'),
  page('visits', '/visits', 'visits.read'),
  page('appeals', '/appeals', 'appeals.read'),
  page('appealsEntered', '/appeals/entered', 'appeals.create', 'appeals.read'),
  page('households', '/households', 'households.read'),
  page('registers', '/registers', 'registers.read'),
  page('imports', '/imports', 'imports.read'),
  page('dataHealth', '/data-health', 'data-health.read'),
  page('figures', '/figures', 'figures.read'),
  page('items', '/items', 'items.read'),
] as const;

/** The pages under 系统. */
export const systemPages = [
  page('audit', '/audit', 'audit.read'),
  page('personRights', '/person-rights', 'person-rights.read'),
  page('accounts', '/accounts', 'grants.read'),
  page('roles', '/roles', 'grants.read'),
  page('webhooks', '/webhooks', 'webhooks.read'),
  page('alerts', '/alerts', 'alerts.read'),
  page('settings', '/settings', 'settings.read'),
] as const;

/** Pages for those who have not signed in: they stand alone, without the frame. */
export const outsidePages: readonly string[] = ['/sign-in', '/appeal'];

/** Where every person may go. */
export const ownPage = '/account';

/** Pages of those who see no list of the room in which they lie. */
const besides = [page('newAppeal', '/appeals/new', 'appeals.create')] as const;

/** Whether a page stands in somebody's navigation. */
export const isListed = (me: Me, { needs, unless }: Pick<Page<string, string>, 'needs' | 'unless'>): boolean =>
  mayOf(me, needs) && (unless === undefined || !mayOf(me, unless));

/** The page that opens first: the first of those that a person may see. */
export function firstPageOf(me: Me): (typeof workPages)[number]['to'] | (typeof systemPages)[number]['to'] | typeof ownPage {
  return [...workPages, ...systemPages].find((one) => isListed(me, one))?.to ?? ownPage;
}

/** Whether a person may see the page of an address, as far as its first parts tell. */
export function mayOpen(me: Me, path: string): boolean {
  const pages = [...workPages, ...systemPages, ...besides].filter(({ to }) => path === to || path.startsWith(`${to}/`) || path.startsWith(`${to}?`));
  return pages.length === 0 || pages.some(({ needs }) => mayOf(me, needs));
}
