/** The clocks of an appeal, each in words. */
import type { AppealClock, AppealFile } from '#features/appeals/contract.ts';
import { limitWords } from '#derive/clocks/limitWords.ts';
import { moment } from '../parts/format.ts';
import { useLanguage, useWords } from '../parts/language.ts';
import classes from './appealPage.module.css';
import { appealWords } from './appealWords.ts';
import { clockWords } from './clockWords.ts';

export function AppealClocks({ appeal }: { readonly appeal: AppealFile }) {
  const say = useWords(appealWords);
  if (appeal.clocks.length === 0) return null;
  return (
    <section>
      <h2>{say('clocks')}</h2>
      <dl className={classes.lines}>
        {appeal.clocks.map((clock) => (
          <Line key={`${clock.clock}${clock.startedAt}`} clock={clock} />
        ))}
      </dl>
    </section>
  );
}

function Line({ clock }: { readonly clock: AppealClock }) {
  const say = useWords(appealWords);
  const language = useLanguage();
  const isOver = clock.state === 'overdue' || clock.state === 'met-late';
  return (
    <div>
      <dt>{clock.name[language]}</dt>
      <dd className={isOver ? classes.over : undefined}>
        {clock.metAt === null
          ? clockWords(say, clock.dueAt)
          : say(clock.state === 'met-late' ? 'metLate' : 'metAt', { moment: moment(clock.metAt, language) })}
        <span className="small quiet">
          {' '}
          {say('dueOn', { moment: moment(clock.dueAt, language) })} · {say('limit', { limit: limitWords(clock.limit)[language] })}
        </span>
      </dd>
    </div>
  );
}
