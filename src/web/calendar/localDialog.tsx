/** Asks before a day becomes a local holiday, or is worked for one, and on what that rests; and before it is taken back. */
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { day as dayWords } from '../parts/format.ts';
import { useLanguage, useWords } from '../parts/language.ts';
import { Refused } from '../parts/refused.tsx';
import classes from './calendarPage.module.css';
import { calendarWords } from './calendarWords.ts';
import type { ShownDay } from './yearDays.ts';
import { weekdaysOf } from './yearGrid.tsx';

interface LocalDialogParts {
  readonly day: ShownDay;
  readonly county: string;
  readonly error: unknown;
  readonly isChanging: boolean;
  /** With the name of the holiday; null takes it back. */
  readonly confirm: (name: string | null) => void;
  readonly cancel: () => void;
}

export function LocalDialog({ day, county, error, isChanging, confirm, cancel }: LocalDialogParts) {
  const say = useWords(calendarWords);
  const language = useLanguage();
  const dialog = useRef<HTMLDialogElement>(null);
  const [name, setName] = useState('');
  const isOwn = day.local !== undefined;
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    confirm(isOwn ? null : name.trim());
  };
  return (
    <dialog ref={dialog} className={classes.dialog} aria-labelledby="calendar-ask-local" onCancel={cancel}>
      <form onSubmit={submit}>
        <h2 id="calendar-ask-local">
          {say('askLocal', {
            county,
            day: dayWords(day.day, language),
            weekday: weekdaysOf(say)[day.weekday - 1] ?? '',
            to: say(day.isWorked ? 'rest' : 'working'),
          })}
        </h2>
        <ul>
          <li>{say('effectLocal', { county })}</li>
          <li>{say(day.isWorked ? 'effectLater' : 'effectSooner')}</li>
          <li>{say('effectRunning')}</li>
        </ul>
        {!isOwn && (
          <p className={classes.named}>
            <label htmlFor="local-name">{say('localName')}</label>
            <input id="local-name" required minLength={2} maxLength={60} value={name} onChange={(event) => setName(event.target.value)} />
            <span className="small quiet">{say('localNameHint')}</span>
          </p>
        )}
        {error !== null && error !== undefined && <Refused error={error} />}
        <p className={classes.actions}>
          <button type="submit" className="primary" disabled={isChanging}>
            {say('confirm')}
          </button>
          <button type="button" onClick={cancel}>
            {say('cancel')}
          </button>
        </p>
      </form>
    </dialog>
  );
}
