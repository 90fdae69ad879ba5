/** The frame around every page: name, the pages that the person may see, search, language, the own account, what holds while the network is down. */
import { useQueryClient } from '@tanstack/react-query';
import { Link, Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { Bell } from './bell.tsx';
import classes from './frame.module.css';
import { useWords } from './language.ts';
import { LanguageSwitch } from './languageSwitch.tsx';
import { mayOf, useMe } from './me.ts';
import { OwnMenu } from './ownMenu.tsx';
import { isListed, outsidePages, systemPages, workPages } from './pages.ts';
import { partWords } from './partWords.ts';
import { QuickSearch } from './quickSearch.tsx';
import { usePrintUnfolded } from './usePrintUnfolded.ts';
import { useKey } from './useKey.ts';

/** The frame of the pages for those who have signed in; those outside stand alone. */
export function Frame() {
  const isOutside = useRouterState({ select: (state) => state.matches.some(({ routeId }) => outsidePages.includes(routeId)) });
  return isOutside ? <Outlet /> : <InsideFrame />;
}

function InsideFrame() {
  const say = useWords(partWords);
  const me = useMe();
  const isLoading = useRouterState({ select: (state) => state.isLoading });
  const path = useRouterState({ select: (state) => state.location.pathname });
  const main = useFocusOnNewPage();
  const isOffline = useOffline();
  usePrintUnfolded();
  const navigate = useNavigate();
  useKey('?', () => void navigate({ to: '/help' }));
  const system = systemPages.filter(({ needs }) => mayOf(me, needs));
  const [firstOfSystem] = system;
  return (
    <>
      <a className={classes.skip} href="#main">
        {say('skip')}
      </a>
      {isLoading && <div className={classes.busy} />}
      <div className={classes.top}>
        <Link to="/" className={classes.brand}>
          <img src="/mark.svg" alt="" width="28" height="28" />
          {say('name')}
        </Link>
        <nav className={classes.pages} aria-label={say('pages')}>
          {workPages
            .filter((page) => isListed(me, page))
            .map(({ name, to }) => (
              <Link key={name} to={to} activeOptions={{ includeSearch: false }} activeProps={{ 'aria-current': 'page' }}>
                {say(name)}
              </Link>
            ))}
          {firstOfSystem && (
            <Link to={firstOfSystem.to} activeProps={{}} aria-current={system.some(({ to }) => to === path) ? 'page' : undefined}>
              {say('system')}
            </Link>
          )}
        </nav>
        {mayOf(me, 'boards.read') && <QuickSearch />}
        <LanguageSwitch className={classes.language} />
        {mayOf(me, 'notices.read') && <Bell />}
        <OwnMenu />
      </div>
      {isOffline && (
        <div className={classes.offline} role="status">
          {say('offline')}
        </div>
      )}
      <main id="main" className={classes.main} ref={main} tabIndex={-1}>
        <Outlet />
      </main>
      <footer className={classes.foot}>
        <span>
          {say('name')} · {say('tagline')}
        </span>
        <span>{say('footer')}</span>
      </footer>
    </>
  );
}

/** Moves the focus to the content when another page opens, as a whole page load would. */
function useFocusOnNewPage() {
  const main = useRef<HTMLElement>(null);
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const last = useRef(path);
  useEffect(() => {
    if (last.current !== undefined && path !== last.current) main.current?.focus({ preventScroll: true });
    last.current = path;
  }, [path]);
  return main;
}

function useOffline(): boolean {
  const queries = useQueryClient();
  const [isOffline, setOffline] = useState(!navigator.onLine);
  useEffect(() => {
    const lose = () => setOffline(true);
    const find = () => {
      setOffline(false);
      void queries.invalidateQueries();
    };
    addEventListener('offline', lose);
    addEventListener('online', find);
    return () => {
      removeEventListener('offline', lose);
      removeEventListener('online', find);
    };
  }, [queries]);
  return isOffline;
}
