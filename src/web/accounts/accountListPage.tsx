/** Accounts (账号): who there is, and what each was given. */
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import type { newAccount, newAccountAnswer } from '#features/accounts/contract.ts';
import type { z } from 'zod';
import { send } from '../parts/ask.ts';
import { useWords } from '../parts/language.ts';
import { May } from '../parts/may.tsx';
import { PageHead } from '../parts/pageHead.tsx';
import { Pager } from '../parts/pager.tsx';
import { pageOf } from '../parts/search.ts';
import { SystemTabs } from '../parts/systemTabs.tsx';
import classes from './accountList.module.css';
import { accountListWords } from './accountListWords.ts';
import { accountsPerPage, accountsQuestion } from './accountQuestions.ts';
import { AccountTable } from './accountTable.tsx';
import { NewAccount } from './newAccount.tsx';
import { ShownOnce } from './shownOnce.tsx';

const route = getRouteApi('/accounts');

export function AccountListPage() {
  const say = useWords(accountListWords);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const queries = useQueryClient();
  const { total, rows } = useSuspenseQuery(accountsQuestion(search)).data;
  const [isOpen, setOpen] = useState(false);
  const make = useMutation({
    mutationFn: (order: z.infer<typeof newAccount>) => send<z.infer<typeof newAccountAnswer>>('POST', '/accounts', order),
    onSuccess: async (made) => {
      setOpen(false);
      await queries.invalidateQueries({ queryKey: ['accounts'] });
      // The new one is shown alone, ready to be given its grants.
      void navigate({ search: { q: made.login } });
    },
  });
  return (
    <>
      <PageHead title={say('title')} note={say('note', { count: total })} help={[say('helpWho'), say('helpGrant')]} />
      <SystemTabs />
      <div className={classes.bar}>
        <search>
          <form
            onSubmit={(event) => {
              event.preventDefault();
              const q = String(new FormData(event.currentTarget).get('q') ?? '').trim();
              void navigate({ search: { q: q || undefined } });
            }}
          >
            <input key={search.q} name="q" type="search" aria-label={say('find')} placeholder={say('find')} defaultValue={search.q} maxLength={64} />
            <button type="submit">{say('search')}</button>
          </form>
        </search>
        <May needs="accounts.change">
          <button type="button" className="primary" onClick={() => setOpen(true)}>
            {say('newAccount')}
          </button>
        </May>
      </div>
      {isOpen && <NewAccount error={make.error} isMaking={make.isPending} make={make.mutate} cancel={() => setOpen(false)} />}
      {make.data && (
        <ShownOnce hint={say('firstPassword', { login: make.data.login })} text={make.data.password} doneWord={say('done')} done={make.reset} />
      )}
      {total === 0 ? <p>{say('none')}</p> : <AccountTable rows={rows} />}
      {total > accountsPerPage && (
        <Pager
          page={pageOf(search.page)}
          size={accountsPerPage}
          total={total}
          turn={(page) => void navigate({ search: { ...search, page: String(page) } })}
        />
      )}
    </>
  );
}
