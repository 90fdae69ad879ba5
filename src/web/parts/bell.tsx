/** The bell: how many notices the person has not read, and the way to them. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import classes from './bell.module.css';
import { useWords } from './language.ts';
import { partWords } from './partWords.ts';
import { unreadQuestion } from './unread.ts';

/** Beyond this the number says no more. */
const most = 99;

export function Bell() {
  const say = useWords(partWords);
  const { data } = useQuery(unreadQuestion);
  const unread = data?.unread ?? 0;
  return (
    <Link to="/notices" className={classes.bell} aria-label={unread === 0 ? say('notices') : say('unread', { count: unread })}>
      <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
        <path d="M6 17V11a6 6 0 0 1 12 0v6l1.5 2h-15zM10 21h4" />
      </svg>
      {unread > 0 && <span aria-hidden="true">{unread > most ? `${most}+` : unread}</span>}
    </Link>
  );
}
