/** The pages under 系统, side by side, those that the person may see. */
import { Link } from '@tanstack/react-router';
import { useWords } from './language.ts';
import { mayOf, useMe } from './me.ts';
import { systemPages } from './pages.ts';
import { partWords } from './partWords.ts';
import classes from './systemTabs.module.css';

export function SystemTabs() {
  const say = useWords(partWords);
  const me = useMe();
  return (
    <nav className={`${classes.tabs} no-print`} aria-label={say('system')}>
      {systemPages
        .filter(({ needs }) => mayOf(me, needs))
        .map(({ name, to }) => (
          <Link key={name} to={to} activeOptions={{ includeSearch: false }} activeProps={{ 'aria-current': 'page' }}>
            {say(name)}
          </Link>
        ))}
    </nav>
  );
}
