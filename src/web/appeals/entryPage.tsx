/** Takes an appeal down at the counter, on the phone, from a letter or on behalf of somebody: similar ones are shown before it is saved, then the receipt. */
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { Receipt, SimilarAppeal } from '#features/appeals/contract.ts';
import { send } from '../parts/ask.ts';
import { useWords } from '../parts/language.ts';
import { May } from '../parts/may.tsx';
import { useMay } from '../parts/me.ts';
import formClasses from '../parts/moveForm.module.css';
import { LeftPanel } from '../parts/leftPanel.tsx';
import { PageHead } from '../parts/pageHead.tsx';
import { ProblemLine } from '../parts/problemLine.tsx';
import { useKeptDraft } from '../parts/useKeptDraft.ts';
import { placesQuestion } from './appealQuestions.ts';
import { appealWords } from './appealWords.ts';
import { comparedOf, type Draft, emptyDraft, orderOf } from './draft.ts';
import classes from './entryPage.module.css';
import { EntryFields } from './entryFields.tsx';
import { ReceiptSheet } from './receiptSheet.tsx';
import { SimilarRows } from './similarList.tsx';

const route = getRouteApi('/appeals/new');

export function EntryPage() {
  const say = useWords(appealWords);
  const queries = useQueryClient();
  const places = useSuspenseQuery(placesQuestion).data;
  const first = places.settlements.length === 1 ? places.settlements[0]?.code : undefined;
  const { person } = route.useSearch();
  // Whoever accepts appeals sits at a counter; others take them down at the door.
  const usualChannel = useMay('appeals.accept') ? '1' : '2';
  const { draft, change, leftAt, goOn, drop } = useKeptDraft<Draft>(`appeal.${person ?? ''}`, () => emptyDraft(first, usualChannel, person));
  const [found, setFound] = useState<readonly SimilarAppeal[]>();
  const compare = useMutation({
    mutationFn: () => send<{ appeals: SimilarAppeal[] }>('POST', '/appeals/similar', comparedOf(draft)),
    onSuccess: ({ appeals }) => {
      setFound(appeals);
      if (appeals.length === 0) save.mutate(undefined);
    },
  });
  const save = useMutation({
    mutationFn: (repeats: string | undefined) => send<Receipt>('POST', '/appeals', orderOf(draft, repeats)),
    onSuccess: () => {
      drop();
      return queries.invalidateQueries({ queryKey: ['appeals'], refetchType: 'none' });
    },
  });
  if (save.data) {
    return (
      <>
        <PageHead title={say('entry')} />
        <ReceiptSheet receipt={save.data} />
        <p className={`${classes.after} no-print`}>
          <button
            type="button"
            onClick={() => {
              save.reset();
              setFound(undefined);
              drop(emptyDraft(draft.settlement, draft.channel));
            }}
          >
            {say('another')}
          </button>
          <May
            needs="appeals.read"
            otherwise={
              <Link className="button" to="/appeals/entered">
                {say('entered')}
              </Link>
            }
          >
            <Link className="button" to="/appeals">
              {say('toList')}
            </Link>
          </May>
        </p>
      </>
    );
  }
  if (leftAt !== undefined) {
    return (
      <>
        <PageHead title={say('entry')} note={say('entryNote')} />
        <LeftPanel at={leftAt} goOn={goOn} drop={() => drop()} />
      </>
    );
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (found === undefined) compare.mutate();
    else save.mutate(undefined);
  };
  const isBusy = compare.isPending || save.isPending;
  return (
    <>
      <PageHead title={say('entry')} note={say('entryNote')} />
      <form className={classes.form} onSubmit={submit}>
        <EntryFields
          draft={draft}
          places={places}
          change={(changed) => {
            change(changed);
            setFound(undefined);
          }}
        />
        {found !== undefined && found.length > 0 && (
          <section role="status">
            <h2>{say('similar')}</h2>
            <p className="small quiet">{say('similarNote')}</p>
            <SimilarRows
              appeals={found}
              act={(no) => (
                <button type="button" disabled={isBusy} onClick={() => save.mutate(no)}>
                  {say('repeatsThis')}
                </button>
              )}
            />
          </section>
        )}
        <ProblemLine error={compare.error ?? save.error} />
        <p className={formClasses.buttons}>
          <button type="submit" className="primary" disabled={isBusy}>
            {found !== undefined && found.length > 0 ? say('saveAnyway') : say('save')}
          </button>
        </p>
      </form>
    </>
  );
}
