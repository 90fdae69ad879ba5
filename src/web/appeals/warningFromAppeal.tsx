/** The warning that was raised from an appeal, or the form that raises one. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useId, useState } from 'react';
import type { AppealFile } from '#features/appeals/contract.ts';
import { send } from '../parts/ask.ts';
import { useWords } from '../parts/language.ts';
import classes from '../parts/moveForm.module.css';
import { partWords } from '../parts/partWords.ts';
import { ProblemLine } from '../parts/problemLine.tsx';
import { appealWords } from './appealWords.ts';

const levels = ['blue', 'yellow', 'orange', 'red'] as const;

export function WarningFromAppeal({ appeal }: { readonly appeal: AppealFile }) {
  const say = useWords(appealWords);
  const sayPart = useWords(partWords);
  const queries = useQueryClient();
  const id = useId();
  const [level, setLevel] = useState<(typeof levels)[number]>('yellow');
  const raise = useMutation({
    mutationFn: () => send<{ warning: number }>('POST', `/appeals/${encodeURIComponent(appeal.no)}/warning`, { level }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['appeals', 'one', appeal.no] }),
  });
  if (appeal.warning !== null) {
    return (
      <p>
        {say('warning')}{' '}
        <Link to="/warnings/$id" params={{ id: String(appeal.warning) }}>
          {appeal.warning}
        </Link>
      </p>
    );
  }
  if (!appeal.mayWarn) return null;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    raise.mutate();
  };
  return (
    <details>
      <summary>
        {say('raiseWarning')} {appeal.item}
      </summary>
      <form className={classes.form} onSubmit={submit}>
        <div className={classes.field}>
          <label htmlFor={id}>{say('level')}</label>
          <select id={id} value={level} onChange={(event) => setLevel(event.target.value as typeof level)}>
            {levels.map((one) => (
              <option key={one} value={one}>
                {sayPart(one)}
              </option>
            ))}
          </select>
        </div>
        <ProblemLine error={raise.error} />
        <p>
          <button type="submit" disabled={raise.isPending}>
            {say('raiseWarning')}
          </button>
        </p>
      </form>
    </details>
  );
}
