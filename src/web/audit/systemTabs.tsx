/** The pages under 系统, side by side. */
import { Link } from '@tanstack/react-router';
import { useWords } from '../parts/language.ts';
import classes from './auditPage.module.css';
import { auditWords } from './auditWords.ts';

const tabs = [['audit', '/audit']] as const;

export function SystemTabs() {
  const say = useWords(auditWords);
  return (
    <nav className={`${classes.tabs} no-print`} aria-label={say('systemPages')}>
      {tabs.map(([name, to]) => (
        <Link key={name} to={to} activeOptions={{ includeSearch: false }} activeProps={{ 'aria-current': 'page' }}>
          {say(name)}
        </Link>
      ))}
    </nav>
  );
}
