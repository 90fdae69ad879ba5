/** What became of a visit: saved or not, and what of it came back with field and sentence. */
import { useEffect, useRef } from 'react';
import type { VisitFate, VisitForm } from '#features/visits/contract.ts';
import { day } from '../parts/format.ts';
import { inLanguage, useLanguage, useWords } from '../parts/language.ts';
import { MendLink } from './mendLink.tsx';
import classes from './visits.module.css';
import { visitWords } from './visitWords.ts';

export function FatePanel({ fate, form }: { readonly fate: VisitFate; readonly form: VisitForm }) {
  const say = useWords(visitWords);
  const language = useLanguage();
  const panel = useRef<HTMLElement>(null);
  // The button is at the end of a long form, the answer at its head.
  useEffect(() => void panel.current?.scrollIntoView({ block: 'center' }), []);
  const back = fate.answers.filter(({ state }) => state !== 'stored');
  const undone = fate.deeds.filter(({ done }) => !done);
  const fieldOf = ({ register, key, field }: VisitFate['answers'][number]): string => {
    const found = form.questions.find((row) => row.register === register && row.key === key)?.fields.find(({ name }) => name === field);
    return found ? inLanguage(found, language) : field;
  };
  return (
    <section className={classes.done} role="status" ref={panel}>
      {fate.visit === null ? (
        <>
          <h2>{say('notSaved')}</h2>
          <p>{fate.problem && inLanguage(fate.problem, language)}</p>
        </>
      ) : (
        <h2>
          {fate.attempt === null
            ? say('saved', { visit: fate.visit })
            : say('savedAttempt', { attempt: fate.attempt, day: fate.nextTry === null ? '' : day(fate.nextTry, language) })}
        </h2>
      )}
      {back.length > 0 && (
        <>
          <h3>{say('keptBack')}</h3>
          <ul>
            {back.map((answer) => (
              <li key={answer.id}>
                <strong>{fieldOf(answer)}</strong> {inLanguage(answer, language)} {answer.state === 'refused' && <MendLink id={answer.id} />}
              </li>
            ))}
          </ul>
        </>
      )}
      {undone.length > 0 && (
        <>
          <h3>{say('deedsBack')}</h3>
          <ul>
            {undone.map(({ warning, verb, said }) => (
              <li key={`${warning} ${verb} ${said?.zh}`}>{said && inLanguage(said, language)}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
