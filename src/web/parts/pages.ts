/** The pages of the navigation, with what somebody needs to see each. */
import type { Permission } from '#catalog/permissions.ts';
import type { Me } from '#features/accounts/contract.ts';
import { mayOf } from './me.ts';

interface Page<Name extends string, To extends string> {
  readonly name: Name;
  readonly to: To;
  readonly needs: Permission;
}

const page = <const Name extends string, const To extends string>(name: Name, to: To, needs: Permission): Page<Name, To> => ({ name, to, needs });

/** The pages of the daily work, in their order. */
export const workPages = [
  page('board', '/board', 'boards.read'),
  page('warnings', '/warnings', 'warnings.read'),
  page('workOrders', '/work-orders', 'work-orders.read'),
  page('visits', '/visits', 'visits.read'),
  page('appeals', '/appeals', 'appeals.read'),
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

/** The page that opens first: the first of those that a person may see. */
export function firstPageOf(me: Me): (typeof workPages)[number]['to'] | (typeof systemPages)[number]['to'] | typeof ownPage {
  return [...workPages, ...systemPages].find(({ needs }) => mayOf(me, needs))?.to ?? ownPage;
}

/** Whether a person may see the page of an address, as far as its first part tells. */
export function mayOpen(me: Me, path: string): boolean {
  const page = [...workPages, ...systemPages].find(({ to }) => path === to || path.startsWith(`${to}/`) || path.startsWith(`${to}?`));
  return page === undefined || mayOf(me, page.needs);
}
