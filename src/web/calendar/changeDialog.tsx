/** Asks before a day is changed, and says what the change does. */
import { useEffect, useRef } from 'react';
import { useAreas } from '../parts/areas.ts';
import { day as dayWords } from '../parts/format.ts';
import { type Both, useLanguage, useWords } from '../parts/language.ts';
import { Refused } from '../parts/refused.tsx';
import type { CalendarYear } from '#features/calendar/contract.ts';
import classes from './calendarPage.module.css';
import { calendarWords } from './calendarWords.ts';
import { hasNotice, type ShownDay } from './yearDays.ts';
import { weekdaysOf } from './yearGrid.tsx';

interface ChangeDialogParts {
  readonly day: ShownDay;
  readonly name: Both | undefined;
  readonly calendar: CalendarYear;
  readonly error: unknown;
  readonly isChanging: boolean;
  readonly confirm: () => void;
  readonly cancel: () => void;
}

export function ChangeDialog({ day, name, calendar: { year, workingDays }, error, isChanging, confirm, cancel }: ChangeDialogParts) {
  const say = useWords(calendarWords);
  const language = useLanguage();
  const dialog = useRef<HTMLDialogElement>(null);
  const settlements = useAreas().filter(({ level }) => level === 'settlement').length;
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  const named = name ? `${language === 'zh' ? '，' : ', '}${name[language]}` : '';
  return (
    <dialog ref={dialog} className={classes.dialog} aria-labelledby="calendar-ask" onCancel={cancel}>
      <h2 id="calendar-ask">
        {say('ask', {
          day: dayWords(day.day, language),
          weekday: weekdaysOf(say)[day.weekday - 1] ?? '',
          name: named,
          to: say(day.isWorked ? 'rest' : 'working'),
        })}
      </h2>
      <ul>
        <li>{say('effectYear', { year, before: workingDays, after: workingDays + (day.isWorked ? -1 : 1) })}</li>
        <li>{say(day.isWorked ? 'effectLater' : 'effectSooner')}</li>
        <li>{say('effectEvaluation', { count: settlements })}</li>
        {hasNotice(year) && <li>{say(day.isChanged ? 'effectBack' : 'effectAway')}</li>}
      </ul>
      {error !== null && error !== undefined && <Refused error={error} />}
      <p className={classes.actions}>
        <button type="button" className="primary" disabled={isChanging} onClick={confirm}>
          {say('confirm')}
        </button>
        <button type="button" onClick={cancel}>
          {say('cancel')}
        </button>
      </p>
    </dialog>
  );
}
