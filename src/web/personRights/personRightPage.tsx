/** Rights of persons (个人信息权利): a person is opened by number, what they ask is done, and all requests are listed. */
import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import type { PersonAsked } from '#features/personRights/contract.ts';
import { send } from '../parts/ask.ts';
import { useWords } from '../parts/language.ts';
import { PageHead } from '../parts/pageHead.tsx';
import { Pager } from '../parts/pager.tsx';
import { ProblemLine } from '../parts/problemLine.tsx';
import { pageOf } from '../parts/search.ts';
import { SystemTabs } from '../parts/systemTabs.tsx';
import { PersonPanel } from './personPanel.tsx';
import { personRightsQuestion, rightsPerPage } from './personRightQuestions.ts';
import classes from './personRights.module.css';
import { personRightWords } from './personRightWords.ts';
import { RightTable } from './rightTable.tsx';

const route = getRouteApi('/person-rights');

export function PersonRightPage() {
  const say = useWords(personRightWords);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { total, rows } = useSuspenseQuery(personRightsQuestion(search)).data;
  // The person stays on the screen while they are read again.
  const [shown, setShown] = useState<PersonAsked>();
  const look = useMutation({
    mutationFn: (person: string) => send<PersonAsked>('POST', '/person-rights/person', { person }),
    onSuccess: setShown,
  });
  return (
    <>
      <PageHead title={say('title')} note={say('note', { count: total })} help={[say('helpWho'), say('helpKept')]} />
      <SystemTabs />
      <div className={classes.bar}>
        <search>
          <form
            onSubmit={(event) => {
              event.preventDefault();
              look.mutate(String(new FormData(event.currentTarget).get('person') ?? '').trim());
            }}
          >
            <input name="person" required autoComplete="off" aria-label={say('find')} placeholder={say('find')} maxLength={40} />
            <button type="submit" disabled={look.isPending}>
              {say('look')}
            </button>
          </form>
        </search>
      </div>
      <ProblemLine error={look.error} />
      {shown && <PersonPanel key={shown.person} person={shown} again={() => look.mutate(shown.person)} close={() => setShown(undefined)} />}
      {total === 0 ? <p>{say('none')}</p> : <RightTable rows={rows} />}
      {total > rightsPerPage && (
        <Pager page={pageOf(search.page)} size={rightsPerPage} total={total} turn={(page) => void navigate({ search: { page: String(page) } })} />
      )}
    </>
  );
}
