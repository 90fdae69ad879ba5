/** The own notices (通知): what is new, why it came, and where it leads. */
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { send } from '../parts/ask.ts';
import { useWords } from '../parts/language.ts';
import { PageHead } from '../parts/pageHead.tsx';
import { Pager } from '../parts/pager.tsx';
import { ProblemLine } from '../parts/problemLine.tsx';
import { pageOf } from '../parts/search.ts';
import { NoticeLine } from './noticeLine.tsx';
import { noticesPerPage, noticesQuestion } from './noticeQuestions.ts';
import classes from './notices.module.css';
import { noticeWords } from './noticeWords.ts';

const route = getRouteApi('/notices');

export function NoticePage() {
  const say = useWords(noticeWords);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const queries = useQueryClient();
  const { total, unread, rows } = useSuspenseQuery(noticesQuestion(search)).data;
  const mark = useMutation({
    mutationFn: (order: { ids: readonly number[] | 'all'; read: boolean }) => send('POST', '/notices/read', order),
    onSettled: () => queries.invalidateQueries({ queryKey: ['notices'] }),
  });
  const isUnreadOnly = search.show === 'unread';
  return (
    <>
      <PageHead title={say('title')} note={say('note', { count: unread })} help={[say('helpWhy'), say('helpKept')]} />
      <div className={classes.bar}>
        <nav aria-label={say('show')}>
          <Link to="/notices" search={{}} aria-current={isUnreadOnly ? undefined : 'true'}>
            {say('all')}
          </Link>
          <Link to="/notices" search={{ show: 'unread' }} aria-current={isUnreadOnly ? 'true' : undefined}>
            {say('unreadOnly')}
          </Link>
        </nav>
        <button type="button" disabled={unread === 0 || mark.isPending} onClick={() => mark.mutate({ ids: 'all', read: true })}>
          {say('readAll')}
        </button>
        <Link to="/notices/preferences">{say('preferences')}</Link>
      </div>
      <ProblemLine error={mark.error} />
      {rows.length === 0 ? (
        <p>{say(isUnreadOnly ? 'noneUnread' : 'none')}</p>
      ) : (
        <ul className={classes.list}>
          {rows.map((notice) => (
            <NoticeLine key={notice.id} notice={notice} mark={(read) => mark.mutate({ ids: [notice.id], read })} />
          ))}
        </ul>
      )}
      {total > noticesPerPage && (
        <Pager
          page={pageOf(search.page)}
          size={noticesPerPage}
          total={total}
          turn={(page) => void navigate({ search: { ...search, page: String(page) } })}
        />
      )}
    </>
  );
}
