/** What the marks of the calendar mean. */
import { useWords } from '../parts/language.ts';
import classes from './calendarPage.module.css';
import { calendarWords } from './calendarWords.ts';

interface LegendParts {
  /** What a marked day is. */
  readonly marked: string;
  readonly mayChange: boolean;
}

export function Legend({ marked, mayChange }: LegendParts) {
  const say = useWords(calendarWords);
  return (
    <ul className={classes.legend}>
      <li>
        <span className={`${classes.sample} ${classes.rest}`}>6</span> {say('legendRest')}
      </li>
      <li>
        <span className={`${classes.sample} ${classes.rest}`}>
          1<i>{say('off')}</i>
        </span>{' '}
        {say('legendOff')}
      </li>
      <li>
        <span className={classes.sample}>
          8<b>{say('worked')}</b>
        </span>{' '}
        {say('legendWorked')}
      </li>
      <li>
        <span className={`${classes.sample} ${classes.changed}`}>9</span> {marked}
      </li>
      {mayChange && <li className="quiet no-print">{say('legendKeys')}</li>}
    </ul>
  );
}
