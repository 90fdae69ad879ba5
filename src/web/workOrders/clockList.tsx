/** The clocks of a warning in words: what has to be done, by when, and how much time is left. */
import type { ClockShown } from '#features/workOrders/contract.ts';
import { moment } from '../parts/format.ts';
import { useLanguage, useWords } from '../parts/language.ts';
import { remaining } from './remaining.ts';
import { named } from '../parts/named.ts';
import classes from './workOrderPage.module.css';
import { workOrderWords } from './workOrderWords.ts';

export function ClockList({ clocks, asOf }: { readonly clocks: readonly ClockShown[]; readonly asOf: string }) {
  const say = useWords(workOrderWords);
  const language = useLanguage();
  const told = ({ state, dueAt }: ClockShown): string => {
    if (state === 'met' || state === 'met-late') return say(state);
    if (state === 'paused' || dueAt === null) return say('clockPaused');
    const left = remaining(say, asOf, dueAt);
    return say(state === 'overdue' ? 'over' : state, { left });
  };
  if (clocks.length === 0) return null;
  return (
    <ul className={classes.clocks} aria-label={say('clocks')}>
      {clocks.map((clock) => (
        <li key={clock.clock} className={classes[`is-${clock.state}`]}>
          <span>{named(clock.name, language)}</span>
          <strong>{told(clock)}</strong>
          <span className="small quiet">
            {clock.metAt !== null
              ? say('doneAt', { at: moment(clock.metAt, language) })
              : clock.dueAt !== null && say('dueAt', { at: moment(clock.dueAt, language) })}
          </span>
        </li>
      ))}
    </ul>
  );
}
