/** Decides about one answer: taken, what stands kept, or another value written; on the value that was on the screen. A refused one is mended on a page of its own. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AnswerRow, SettleOrder } from '#features/visits/answerContract.ts';
import { send } from '../parts/ask.ts';
import { inLanguage, useLanguage, useWords } from '../parts/language.ts';
import { ProblemLine } from '../parts/problemLine.tsx';
import { MendLink } from './mendLink.tsx';
import classes from './visits.module.css';
import { visitWords } from './visitWords.ts';

export function SettleForm({ row }: { readonly row: AnswerRow }) {
  const say = useWords(visitWords);
  const language = useLanguage();
  const queries = useQueryClient();
  const [value, setValue] = useState('');
  const settle = useMutation({
    mutationFn: (order: Pick<SettleOrder, 'as' | 'value'>) => send('POST', `/visits/answers/${row.id}/settle`, { ...order, base: row.version }),
    // Also where it was refused: somebody else may have been quicker.
    onSettled: () => queries.invalidateQueries({ queryKey: ['visits', 'answers'] }),
  });
  return (
    <div className={classes.decide}>
      <div className={classes.actions}>
        {row.state === 'conflict' && (
          <button type="button" className="primary" disabled={settle.isPending} onClick={() => settle.mutate({ as: 'given' })}>
            {say('take')}
          </button>
        )}
        {row.state === 'refused' && <MendLink id={row.id} />}
        <button type="button" disabled={settle.isPending} onClick={() => settle.mutate({ as: 'stood' })}>
          {say('keep')}
        </button>
      </div>
      {row.state === 'conflict' && (
        <form
          className={classes.actions}
          onSubmit={(event) => {
            event.preventDefault();
            settle.mutate({ as: 'other', value });
          }}
        >
          {row.choices.length > 0 ? (
            <select aria-label={say('otherValue')} required value={value} onChange={(event) => setValue(event.target.value)}>
              <option value="">{say('otherValue')}</option>
              {row.choices.map((choice) => (
                <option key={choice.code} value={choice.code}>
                  {inLanguage(choice, language)}
                </option>
              ))}
            </select>
          ) : (
            <input
              aria-label={say('otherValue')}
              required
              maxLength={2000}
              type={row.control === 'date' ? 'date' : 'text'}
              value={value}
              onChange={(event) => setValue(event.target.value)}
            />
          )}
          <button type="submit" disabled={settle.isPending}>
            {say('other')}
          </button>
        </form>
      )}
      <ProblemLine error={settle.error} />
    </div>
  );
}
