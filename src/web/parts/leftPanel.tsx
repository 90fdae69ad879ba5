/** Something was left half-written: go on with it, or throw it away. */
import { moment } from './format.ts';
import { useLanguage, useWords } from './language.ts';
import classes from './leftPanel.module.css';
import { partWords } from './partWords.ts';

interface LeftPanelParts {
  readonly at: number;
  readonly goOn: () => void;
  readonly drop: () => void;
  /** What was not kept. */
  readonly lost?: string;
}

export function LeftPanel({ at, goOn, drop, lost = '' }: LeftPanelParts) {
  const say = useWords(partWords);
  const language = useLanguage();
  return (
    <section className={classes.left} role="status">
      <h2>{say('leftHalf', { at: moment(new Date(at).toISOString(), language) })}</h2>
      <p>
        {say('leftHint')}
        {lost}
      </p>
      <p className={classes.actions}>
        <button
          type="button"
          className="primary"
          onClick={() => {
            goOn();
            // The button goes: who works by keys begins at the top of what they were writing.
            document.querySelector('main')?.focus({ preventScroll: true });
          }}
        >
          {say('goOn')}
        </button>
        <button type="button" onClick={drop}>
          {say('throwAway')}
        </button>
      </p>
    </section>
  );
}
