/** The frame around every page; nobody sees a page before the server has said who they are. */
import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, redirect } from '@tanstack/react-router';
import type { Me } from '#features/accounts/contract.ts';
import { isSignedOut } from './parts/ask.ts';
import { setDraftsAside } from './parts/drafts.ts';
import { Frame } from './parts/frame.tsx';
import { meQuestion } from './parts/me.ts';
import { outsidePages, ownPage } from './parts/pages.ts';
import { NoSuchPage, RefusedPage } from './parts/refused.tsx';

/** The route above all others. Who owes a password or a second factor sees the own account alone. */
export const root = createRootRouteWithContext<{ queries: QueryClient }>()({
  beforeLoad: async ({ context: { queries }, location: { pathname, href } }): Promise<{ me: Me | undefined }> => {
    if (outsidePages.includes(pathname)) return { me: undefined };
    const me = await queries.ensureQueryData(meQuestion).catch((error: unknown) => {
      if (isSignedOut(error)) setDraftsAside();
      throw isSignedOut(error) ? redirect({ to: '/sign-in', search: href === '/' ? {} : { next: href }, replace: true }) : error;
    });
    if (me.owes !== null && pathname !== ownPage) throw redirect({ to: ownPage, search: href === '/' ? {} : { next: href }, replace: true });
    return { me };
  },
  component: Frame,
  errorComponent: RefusedPage,
  notFoundComponent: NoSuchPage,
});
