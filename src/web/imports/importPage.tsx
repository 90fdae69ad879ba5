/** One import: what became of its rows, every problem with its cell, the marked workbook, and taking it back. */
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { apiAddress } from '../parts/ask.ts';
import { count, day, moment } from '../parts/format.ts';
import { inLanguage, useLanguage, useWords } from '../parts/language.ts';
import { useMay } from '../parts/me.ts';
import { PageHead } from '../parts/pageHead.tsx';
import classes from './importListPage.module.css';
import { ConfirmPanel } from './confirmPanel.tsx';
import { DroppedRows } from './droppedRows.tsx';
import { importQuestion } from './importQuestions.ts';
import { importWords } from './importWords.ts';
import { MendPanel } from './mendPanel.tsx';
import { ProblemTable } from './problemTable.tsx';
import { UndoPanel } from './undoPanel.tsx';

const route = getRouteApi('/imports/$id');
const counted = ['rows', 'added', 'changed', 'unchanged', 'refused', 'aside', 'missing', 'marked'] as const;

export function ImportPage() {
  const say = useWords(importWords);
  const language = useLanguage();
  const { id } = route.useParams();
  const run = useSuspenseQuery(importQuestion(id)).data;
  const mayBring = useMay('imports.create');
  const mayUndo = useMay('imports.undo');
  const mayConfirm = useMay('imports.confirm');
  const mayMend = useMay('imports.mend');
  const isMine = run.onlySeen === null;
  const [mending, setMending] = useState<{ readonly sheet: number; readonly line: number }>();
  const file = run.mode === 'nil' ? say('nil') : (run.file ?? say('byApi'));
  return (
    <>
      <PageHead
        title={say('importOf', { id: run.id, register: inLanguage(run.registerName, language) })}
        note={say('importNote', { file, day: day(run.dataDate, language), at: moment(run.at, language), by: run.by || say('thisMachine') })}
        help={[say('helpFlow'), say('helpUndo'), say('helpEval')]}
      />
      <p className={classes.stateLine}>
        <strong>{say(run.state === 'refused' ? 'refusedState' : run.state)}</strong>
        {run.undoneAt !== null && <span>{say('undoneAt', { at: moment(run.undoneAt, language) })}</span>}
        {run.problem !== null && <span>{inLanguage(run.problem, language)}</span>}
      </p>
      {run.onlySeen !== null && <p className={classes.hint}>{inLanguage(run.onlySeen, language)}</p>}
      <dl className={classes.counts}>
        {counted.map((name) => (
          <div key={name}>
            <dt>{say(name)}</dt>
            <dd className={run[name] === 0 ? 'quiet' : undefined}>
              {name === 'aside' && run.aside > 0 && isMine ? (
                <Link to="/imports" search={{ show: 'aside', import: String(run.id) }}>
                  {count(run.aside)}
                </Link>
              ) : (
                count(run[name])
              )}
            </dd>
          </div>
        ))}
      </dl>
      {mayBring && isMine && run.upload !== null && run.unread.length > 0 && (
        <p className={`${classes.unread} no-print`}>
          <span>{say('unread', { count: run.unread.length, headers: run.unread.join('、') })}</span>
          <Link
            className="button"
            to="/imports/columns/$upload"
            params={{ upload: run.upload }}
            search={{ register: run.register, dataDate: run.dataDate, mode: run.mode === 'full' ? 'full' : undefined }}
          >
            {say('toColumns')}
          </Link>
        </p>
      )}
      {mayUndo && isMine && run.state === 'stored' && <UndoPanel id={run.id} />}
      {isMine && run.state === 'waiting' && <DroppedRows id={run.id} />}
      {mayConfirm && isMine && !run.isOwn && run.state === 'waiting' && <ConfirmPanel id={run.id} />}
      <section className={classes.section}>
        <h2>
          {say('problems')}{' '}
          <span className="small quiet">
            {run.problemTotal > run.problems.length
              ? say('problemsShown', { total: count(run.problemTotal), shown: count(run.problems.length) })
              : run.problemTotal > 0 && say('problemsAll', { count: run.problemTotal })}
          </span>
        </h2>
        {run.hasMarkedFile && (
          <p className={`${classes.markedFile} no-print`}>
            <a className="button primary" href={apiAddress(`/imports/${run.id}/marked`)} download>
              {say('markedFile')}
            </a>
            <span className="small quiet">{say('markedHint')}</span>
          </p>
        )}
        {mending && (
          <MendPanel
            key={`${mending.sheet} ${mending.line}`}
            run={run}
            sheet={mending.sheet}
            line={mending.line}
            close={() => setMending(undefined)}
          />
        )}
        {run.problems.length === 0 ? (
          <p className={classes.hint}>{say(run.state === 'stored' || run.state === 'undone' ? 'noProblems' : 'notReadYet')}</p>
        ) : (
          <ProblemTable
            problems={run.problems}
            isTrial={run.state !== 'stored' && run.state !== 'undone'}
            {...(mayMend && isMine && run.state === 'stored' && { mend: setMending })}
          />
        )}
      </section>
    </>
  );
}
