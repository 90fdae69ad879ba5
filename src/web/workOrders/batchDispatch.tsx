/** Dispatches the chosen orders together: first shown with everybody's load before and after, then done. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { BatchAnswer } from '#features/workOrders/contract.ts';
import { send } from '../parts/ask.ts';
import { inLanguage, useLanguage, useWords } from '../parts/language.ts';
import { ProblemLine } from '../parts/problemLine.tsx';
import { seen } from '../parts/seen.ts';
import classes from './workOrderListPage.module.css';
import { peopleQuestion } from './workOrderQuestions.ts';
import { workOrderWords } from './workOrderWords.ts';

export function BatchDispatch({ orders, close }: { readonly orders: readonly number[]; readonly close: () => void }) {
  const say = useWords(workOrderWords);
  const queries = useQueryClient();
  const [owner, setOwner] = useState('');
  const people = useQuery(peopleQuestion(orders[0] ?? 0)).data?.people ?? [];
  const ask = (isPreview: boolean): Promise<BatchAnswer> =>
    send('POST', '/work-orders/dispatch', { orders, preview: isPreview, ...(owner !== '' && { owner: Number(owner) }) });
  const preview = useMutation({ mutationFn: () => ask(true) });
  const dispatch = useMutation({
    mutationFn: () => ask(false),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['work-orders'] }),
  });
  const shown = dispatch.data ?? preview.data;
  return (
    <section className={`${classes.batch} no-print`} aria-live="polite">
      <p className={classes.batchLine}>
        <strong>{say('chosen', { count: orders.length })}</strong>
        <label>
          {say('dispatchTo')}{' '}
          <select
            value={owner}
            onChange={(event) => {
              setOwner(event.target.value);
              preview.reset();
            }}
          >
            <option value="">{say('byTree')}</option>
            {people.map(({ account, name, unit, open }) => (
              <option key={`${account} ${unit}`} value={account}>
                {`${unit} · ${name} · ${say('openOrders', { count: open })}`}
              </option>
            ))}
          </select>
        </label>
        {!dispatch.data && (
          <button type="button" disabled={preview.isPending} onClick={() => preview.mutate()}>
            {say('previewDispatch')}
          </button>
        )}
        {preview.data && !dispatch.data && (
          <button type="button" className="primary" disabled={dispatch.isPending} onClick={() => dispatch.mutate()}>
            {say('doDispatch')}
          </button>
        )}
        <button type="button" onClick={close}>
          {say('cancel')}
        </button>
      </p>
      <ProblemLine error={preview.error ?? dispatch.error} />
      {shown && <Outcome answer={shown} title={dispatch.data ? say('dispatchedTitle') : say('previewTitle')} />}
    </section>
  );
}

function Outcome({ answer, title }: { readonly answer: BatchAnswer; readonly title: string }) {
  const say = useWords(workOrderWords);
  const language = useLanguage();
  return (
    <div className={classes.outcome}>
      <h2>{title}</h2>
      <ul>
        {answer.lines.map((line) => (
          <li key={line.id}>
            {seen(line.subject, language)} → {line.refused ? <em>{inLanguage(line.refused, language)}</em> : `${line.owner}（${line.unit}）`}
          </li>
        ))}
      </ul>
      <ul className="quiet">
        {answer.loads.map((load) => (
          <li key={`${load.name} ${load.unit}`}>{say('load', load)}</li>
        ))}
      </ul>
    </div>
  );
}
