/** Appeals that may be about the same matter, with the reasons; one may be merged into another. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { appealLifecycle } from '#catalog/lifecycles/appeal.ts';
import type { AppealFile, SimilarAppeal } from '#features/appeals/contract.ts';
import { send } from '../parts/ask.ts';
import { day } from '../parts/format.ts';
import { useLanguage, useWords } from '../parts/language.ts';
import { ProblemLine } from '../parts/problemLine.tsx';
import classes from './appealPage.module.css';
import { appealWords } from './appealWords.ts';

export function SimilarList({ appeal }: { readonly appeal: AppealFile }) {
  const say = useWords(appealWords);
  const queries = useQueryClient();
  const mayMerge = appeal.offers.some(({ verb, blocked }) => verb === 'merge' && blocked === null);
  const merge = useMutation({
    mutationFn: (into: string) => send<{ file: AppealFile | null }>('POST', `/appeals/${encodeURIComponent(appeal.no)}/merge`, { into }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['appeals'] }),
  });
  if (appeal.similar.length === 0) return null;
  return (
    <section className="no-print">
      <h2>{say('similar')}</h2>
      <p className="small quiet">
        {say('similarNote')} {mayMerge && say('mergeNote')}
      </p>
      <ProblemLine error={merge.error} />
      <SimilarRows
        appeals={appeal.similar}
        act={
          mayMerge
            ? (no) => (
                <button type="button" disabled={merge.isPending} onClick={() => merge.mutate(no)}>
                  {say('mergeInto')}
                </button>
              )
            : undefined
        }
      />
    </section>
  );
}

interface SimilarRowsParts {
  readonly appeals: readonly SimilarAppeal[];
  readonly act?: ((no: string) => React.ReactNode) | undefined;
}

/** The rows alone, with a button of the page for each. */
export function SimilarRows({ appeals, act }: SimilarRowsParts) {
  const language = useLanguage();
  return (
    <ul className={classes.similar}>
      {appeals.map((one) => (
        <li key={one.no}>
          <p>
            <Link to="/appeals/$no" params={{ no: one.no }} target="_blank">
              {one.no}
            </Link>{' '}
            {one.nature[language]} · {day(one.takenAt, language)} · {appealLifecycle.states[one.state][language]}
          </p>
          <p className={classes.because}>{one.because.map((reason) => reason[language]).join(language === 'zh' ? '；' : '; ')}</p>
          {one.content !== '' && <p className={classes.text}>{one.content}</p>}
          {act?.(one.no)}
        </li>
      ))}
    </ul>
  );
}
