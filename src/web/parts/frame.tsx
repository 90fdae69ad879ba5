/** The frame around every page: name, pages, search, language, what holds while the network is down. */
import { useQueryClient } from '@tanstack/react-query';
import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import classes from './frame.module.css';
import { switchLanguage, useLanguage, useWords } from './language.ts';
import { partWords } from './partWords.ts';
import { QuickSearch } from './quickSearch.tsx';

const pages = [
  ['board', '/board'],
  ['warnings', '/warnings'],
  ['households', '/households'],
  ['registers', '/registers'],
  ['imports', '/imports'],
  ['dataHealth', '/data-health'],
  ['figures', '/figures'],
  ['items', '/items'],
  ['system', '/audit'],
] as const;

export function Frame() {
  const say = useWords(partWords);
  const language = useLanguage();
  const isLoading = useRouterState({ select: (state) => state.isLoading });
  const main = useFocusOnNewPage();
  const isOffline = useOffline();
  return (
    <>
      <a className={classes.skip} href="#main">
        {say('skip')}
      </a>
      {isLoading && <div className={classes.busy} />}
      <div className={classes.top}>
        <Link to="/board" className={classes.brand}>
          <img src="/mark.svg" alt="" width="28" height="28" />
          {say('name')}
        </Link>
        <nav className={classes.pages} aria-label={say('pages')}>
          {pages.map(([name, to]) => (
            <Link key={name} to={to} activeOptions={{ includeSearch: false }} activeProps={{ 'aria-current': 'page' }}>
              {say(name)}
            </Link>
          ))}
        </nav>
        <QuickSearch />
        <button
          type="button"
          className={`plain ${classes.language}`}
          lang={language === 'zh' ? 'en' : 'zh-CN'}
          onClick={() => switchLanguage(language === 'zh' ? 'en' : 'zh')}
        >
          {say('language')}
        </button>
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
