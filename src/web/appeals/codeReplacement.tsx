/** Replaces a lost code at the counter, and shows the new one once. */
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { send } from '../parts/ask.ts';
import { useWords } from '../parts/language.ts';
import classes from '../parts/moveForm.module.css';
import { ProblemLine } from '../parts/problemLine.tsx';
import { appealWords } from './appealWords.ts';

export function CodeReplacement({ no }: { readonly no: string }) {
  const say = useWords(appealWords);
  const id = useId();
  const [proof, setProof] = useState('');
  const replace = useMutation({ mutationFn: () => send<{ no: string; code: string }>('POST', `/appeals/${encodeURIComponent(no)}/code`, { proof }) });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    replace.mutate();
  };
  if (replace.data) {
    return (
      <p role="status">
        {say('receiptCode')} <strong className="code">{replace.data.code}</strong> <span className="small quiet">{say('receiptOnce')}</span>
      </p>
    );
  }
  return (
    <details>
      <summary>{say('replaceCode')}</summary>
      <form className={classes.form} onSubmit={submit}>
        <div className={classes.field}>
          <label htmlFor={id}>{say('proof')}</label>
          <input
            id={id}
            required
            minLength={2}
            maxLength={200}
            placeholder={say('proofHint')}
            value={proof}
            onChange={(event) => setProof(event.target.value)}
          />
        </div>
        <ProblemLine error={replace.error} />
        <p>
          <button type="submit" disabled={replace.isPending}>
            {say('replaceCode')}
          </button>
        </p>
      </form>
    </details>
  );
}
