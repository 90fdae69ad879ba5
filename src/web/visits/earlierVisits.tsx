/** Visits and attempts that were recorded before, the latest first, with their photos. */
import { useQuery } from '@tanstack/react-query';
import { apiAddress } from '../parts/ask.ts';
import { day, moment } from '../parts/format.ts';
import { inLanguage, useLanguage, useWords } from '../parts/language.ts';
import { ProblemLine } from '../parts/problemLine.tsx';
import { visitsQuestion } from './visitQuestions.ts';
import classes from './visits.module.css';
import { visitWords } from './visitWords.ts';

export function EarlierVisits({ household }: { readonly household: string }) {
  const say = useWords(visitWords);
  const language = useLanguage();
  const { data, error } = useQuery(visitsQuestion(household));
  if (error) return <ProblemLine error={error} />;
  if (!data || data.rows.length === 0) return null;
  return (
    <section>
      <h2 className={classes.building}>{say('earlier')}</h2>
      <ul className={classes.earlier}>
        {data.rows.map((visit) => (
          <li key={visit.id} className={classes.facts}>
            <span>{moment(visit.at, language)}</span>
            <span>{visit.by}</span>
            <span>{visit.outcome === 'met' ? inLanguage(visit.method, language) : say('attemptNo', { count: visit.attempt ?? 1 })}</span>
            {visit.nextTry !== null && <span>{say('nextTry', { day: day(visit.nextTry, language) })}</span>}
            {visit.isSigned && <span>{say('signed')}</span>}
            {visit.photos.map((photo, at) => (
              <a key={photo} href={apiAddress(`/visits/${visit.id}/photos/${photo}`)} target="_blank" rel="noreferrer">
                {say('openPhoto', { number: at + 1 })}
              </a>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
