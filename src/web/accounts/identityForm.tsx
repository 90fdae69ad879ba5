/** Links an account with its identity at the provider of single sign-on, or takes the link away. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { AccountRow } from '#features/accounts/contract.ts';
import { send } from '../parts/ask.ts';
import { useWords } from '../parts/language.ts';
import { ProblemLine } from '../parts/problemLine.tsx';
import classes from './accountList.module.css';
import { accountListWords } from './accountListWords.ts';
import { signInQuestion } from './accountQuestions.ts';

export function IdentityForm({ row }: { readonly row: AccountRow }) {
  const say = useWords(accountListWords);
  const queries = useQueryClient();
  const hasProvider = (useQuery(signInQuestion()).data?.provider ?? null) !== null;
  const [subject, setSubject] = useState('');
  const path = `/accounts/${row.account}/identity`;
  const change = useMutation({
    mutationFn: (linked: string | null) => (linked === null ? send('DELETE', path) : send('PUT', path, { subject: linked })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['accounts'] }),
  });
  if (!hasProvider && !row.hasIdentity) return null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate(subject);
  };
  return (
    <form className={classes.line} onSubmit={submit}>
      {row.hasIdentity ? (
        <button type="button" disabled={change.isPending} onClick={() => change.mutate(null)}>
          {say('unlink')}
        </button>
      ) : (
        <>
          <label>
            {say('subject')}
            <input required maxLength={255} autoComplete="off" value={subject} onChange={(event) => setSubject(event.target.value)} />
          </label>
          <button type="submit" disabled={change.isPending}>
            {say('link')}
          </button>
        </>
      )}
      <ProblemLine error={change.error} />
    </form>
  );
}
