/** Earlier visits and attempts, recorded here or brought by a sheet, the latest first, with what was noted and their photos. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { VisitPage } from '#features/visits/contract.ts';
import { apiAddress } from '../parts/ask.ts';
import { day, moment } from '../parts/format.ts';
import { inLanguage, useLanguage, useWords } from '../parts/language.ts';
import { ProblemLine } from '../parts/problemLine.tsx';
import { visitsQuestion } from './visitQuestions.ts';
import classes from './visits.module.css';
import { visitWords } from './visitWords.ts';

const atFirst = 10;
const most = 200;

export function EarlierVisits({ household }: { readonly household: string }) {
  const say = useWords(visitWords);
  const [size, setSize] = useState(atFirst);
  const { data, error } = useQuery(visitsQuestion(household, size));
  if (error) return <ProblemLine error={error} />;
  if (!data) return null;
  return (
    <section>
      <h2 className={classes.building}>{say('earlier')}</h2>
      {data.rows.length === 0 && <p className="quiet">{say('noneRecorded')}</p>}
      <ul className={classes.earlier}>
        {data.rows.map((visit, at) => (
          <OneVisit key={visit.id ?? `${visit.on} ${at}`} visit={visit} />
        ))}
      </ul>
      {data.total > data.rows.length && data.rows.length < most && (
        <button type="button" className="no-print" onClick={() => setSize(most)}>
          {say('allVisits', { count: data.total })}
        </button>
      )}
    </section>
  );
}

function OneVisit({ visit }: { readonly visit: VisitPage['rows'][number] }) {
  const say = useWords(visitWords);
  const language = useLanguage();
  return (
    <li>
      <div className={classes.facts}>
        <span>{visit.at === null ? day(visit.on, language) : moment(visit.at, language)}</span>
        {visit.by !== null && <span>{visit.by}</span>}
        {visit.outcome === 'nobody-home' && <span>{say('attemptNo', { count: visit.attempt ?? 1 })}</span>}
        {visit.outcome !== 'nobody-home' && visit.method !== null && <span>{inLanguage(visit.method, language)}</span>}
        {visit.outcome === 'not-met' && <span>{say('notMet')}</span>}
        {visit.id === null && <span className="quiet">{say('fromSheet')}</span>}
        {visit.nextTry !== null && <span>{say('nextTry', { day: day(visit.nextTry, language) })}</span>}
        {visit.isSigned && <span>{say('signed')}</span>}
        {visit.photos.map((photo, at) => (
          <a key={photo} href={apiAddress(`/visits/${visit.id}/photos/${photo}`)} target="_blank" rel="noreferrer">
            {say('openPhoto', { number: at + 1 })}
          </a>
        ))}
      </div>
      {visit.note !== null && <p className={classes.noted}>{visit.note}</p>}
      {visit.isNoteWithheld && <p className="small quiet">{say('noteWithheld')}</p>}
    </li>
  );
}
