/** Where a second person confirms a full list that leaves out many rows. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { send } from '../parts/ask.ts';
import { useWords } from '../parts/language.ts';
import { Refused } from '../parts/refused.tsx';
import classes from './importListPage.module.css';
import { importWords } from './importWords.ts';

export function ConfirmPanel({ id }: { readonly id: number }) {
  const say = useWords(importWords);
  const queries = useQueryClient();
  const confirm = useMutation({
    mutationFn: (confirmedBy: string) => send('POST', `/imports/${id}/confirm`, { confirmedBy }),
    onSuccess: () => queries.invalidateQueries(),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    confirm.mutate(String(new FormData(event.currentTarget).get('name') ?? ''));
  };
  return (
    <form className={`${classes.undo} no-print`} onSubmit={submit}>
      {confirm.error && <Refused error={confirm.error} />}
      <p className={classes.wishes}>
        <label>
          {say('confirmName')}
          <input name="name" required autoComplete="off" />
        </label>
        <button type="submit" className="primary" disabled={confirm.isPending}>
          {say('confirm')}
        </button>
        <span className="small quiet">{say('confirmHint')}</span>
      </p>
    </form>
  );
}
