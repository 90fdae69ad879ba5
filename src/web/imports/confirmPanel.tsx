/** Where a second person confirms a full list that leaves out many rows. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { send } from '../parts/ask.ts';
import { useWords } from '../parts/language.ts';
import { Refused } from '../parts/refused.tsx';
import classes from './importListPage.module.css';
import { importWords } from './importWords.ts';

export function ConfirmPanel({ id }: { readonly id: number }) {
  const say = useWords(importWords);
  const queries = useQueryClient();
  const confirm = useMutation({
    mutationFn: () => send('POST', `/imports/${id}/confirm`),
    onSuccess: () => queries.invalidateQueries(),
  });
  return (
    <div className={`${classes.undo} no-print`}>
      {confirm.error && <Refused error={confirm.error} />}
      <p className={classes.wishes}>
        <button type="button" className="primary" disabled={confirm.isPending} onClick={() => confirm.mutate()}>
          {say('confirm')}
        </button>
        <span className="small quiet">{say('confirmHint')}</span>
      </p>
    </div>
  );
}
