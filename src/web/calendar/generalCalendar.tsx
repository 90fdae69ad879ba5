/** The calendar of all counties: a day is changed after seeing what that changes, and changed back. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { CalendarYear } from '#features/calendar/contract.ts';
import { send } from '../parts/ask.ts';
import { day as dayWords } from '../parts/format.ts';
import { useLanguage, useWords } from '../parts/language.ts';
import { useMay } from '../parts/me.ts';
import { Refused } from '../parts/refused.tsx';
import classes from './calendarPage.module.css';
import { calendarQuestion } from './calendarQuestions.ts';
import { calendarWords } from './calendarWords.ts';
import { ChangeDialog } from './changeDialog.tsx';
import { holidayNames } from './holidayNames.ts';
import { Legend } from './legend.tsx';
import { hasNotice, monthsOf, type ShownDay } from './yearDays.ts';
import { YearGrid } from './yearGrid.tsx';

interface Change {
  readonly day: string;
  readonly working: boolean;
}

export function GeneralCalendar({ calendar }: { readonly calendar: CalendarYear }) {
  const say = useWords(calendarWords);
  const language = useLanguage();
  const queries = useQueryClient();
  const mayChange = useMay('calendar.change');
  const { year } = calendar;
  const months = useMemo(() => monthsOf(calendar), [calendar]);
  const names = useMemo(() => holidayNames(year), [year]);
  const [asked, setAsked] = useState<ShownDay>();
  const [done, setDone] = useState<Change>();
  const change = useMutation({
    mutationFn: (order: Change & { readonly isUndo?: boolean }) => send<CalendarYear>('PUT', '/calendar', { day: order.day, working: order.working }),
    onSuccess: (answer, { isUndo, ...order }) => {
      queries.setQueryData(calendarQuestion(answer.year).queryKey, answer);
      setAsked(undefined);
      setDone(isUndo ? undefined : order);
    },
  });
  const changed = months.flat().filter((day) => day.isChanged);
  const stateOf = (isWorked: boolean): string => say(isWorked ? 'working' : 'rest');
  return (
    <>
      {change.error && !asked && <Refused error={change.error} />}
      {done && (
        <p className={classes.done} role="status">
          {say('done', { day: dayWords(done.day, language), to: stateOf(done.working) })}{' '}
          <button type="button" disabled={change.isPending} onClick={() => change.mutate({ day: done.day, working: !done.working, isUndo: true })}>
            {say('undo')}
          </button>
        </p>
      )}
      <YearGrid months={months} names={names} {...(mayChange && { pick: setAsked })} />
      <Legend marked={say('legendChanged')} mayChange={mayChange} />
      {hasNotice(year) && (
        <section className={classes.differences}>
          <h2>{say('differences')}</h2>
          {changed.length === 0 && <p className="quiet">{say('noDifferences')}</p>}
          <ul>
            {changed.map((day) => (
              <li key={day.day}>
                {dayWords(day.day, language)} <span className="quiet">{say('now', { state: stateOf(day.isWorked) })}</span>{' '}
                {mayChange && (
                  <button
                    type="button"
                    className="plain no-print"
                    aria-label={say('restoreOf', { day: dayWords(day.day, language) })}
                    onClick={() => setAsked(day)}
                  >
                    {say('restore')}
                  </button>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {asked && (
        <ChangeDialog
          day={asked}
          name={names.get(asked.day)}
          calendar={calendar}
          error={change.error}
          isChanging={change.isPending}
          confirm={() => change.mutate({ day: asked.day, working: !asked.isWorked })}
          cancel={() => {
            change.reset();
            setAsked(undefined);
          }}
        />
      )}
    </>
  );
}
