/** One notice: what it says, why it came, and the way to what it is about; opening it counts as reading it. */
import { useRouter } from '@tanstack/react-router';
import type { MouseEvent } from 'react';
import type { NoticeRow } from '#features/notices/contract.ts';
import { moment } from '../parts/format.ts';
import { inLanguage, useLanguage, useWords } from '../parts/language.ts';
import classes from './notices.module.css';
import { noticeWords } from './noticeWords.ts';

interface NoticeLineParts {
  readonly notice: NoticeRow;
  readonly mark: (read: boolean) => void;
}

export function NoticeLine({ notice, mark }: NoticeLineParts) {
  const say = useWords(noticeWords);
  const language = useLanguage();
  const router = useRouter();
  const isUnread = notice.readAt === null;
  const open = (event: MouseEvent<HTMLAnchorElement>): void => {
    if (isUnread) mark(true);
    // Whoever wants another tab gets one.
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    router.history.push(notice.link);
  };
  return (
    <li className={isUnread ? classes.unread : undefined}>
      <h2>
        {notice.urgency === 'urgent' && <span className={classes.urgent}>{say('urgent')}</span>}
        {inLanguage(notice.title, language)}
        {isUnread && <span className="heard">{say('isUnread')}</span>}
      </h2>
      <time dateTime={notice.at}>{moment(notice.at, language)}</time>
      <p>{inLanguage(notice.text, language)}</p>
      <small>{inLanguage(notice.why, language)}</small>
      <p className={classes.acts}>
        <a href={notice.link} onClick={open}>
          {say('open')}
        </a>
        <button type="button" className="plain" onClick={() => mark(isUnread)}>
          {say(isUnread ? 'markRead' : 'markUnread')}
        </button>
      </p>
    </li>
  );
}
