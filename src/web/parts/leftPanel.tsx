/** A visit that was left half-filled: go on with it, or throw it away. */
import { moment } from '../parts/format.ts';
import { useLanguage, useWords } from '../parts/language.ts';
import classes from './visits.module.css';
import { visitWords } from './visitWords.ts';

export function LeftPanel({ at, goOn, drop }: { readonly at: number; readonly goOn: () => void; readonly drop: () => void }) {
  const say = useWords(visitWords);
  const language = useLanguage();
  return (
    <section className={classes.done} role="status">
      <h2>{say('leftHalf', { at: moment(new Date(at).toISOString(), language) })}</h2>
      <p>{say('leftHint')}</p>
      <p className={classes.actions}>
        <button type="button" className="primary" onClick={goOn}>
          {say('goOn')}
        </button>
        <button type="button" onClick={drop}>
          {say('throwAway')}
        </button>
      </p>
    </section>
  );
}
