/** The calendar of working days (工作日历): a year at a glance; a day is changed after seeing what that changes, and changed back. */
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { send } from '../parts/ask.ts';
import { day as dayWords, today } from '../parts/format.ts';
import { useLanguage, useWords } from '../parts/language.ts';
import { useMay } from '../parts/me.ts';
import { PageHead } from '../parts/pageHead.tsx';
import { Refused } from '../parts/refused.tsx';
import { calendarQuestion, type CalendarYear, yearOf } from './calendarQuestions.ts';
import classes from './calendarPage.module.css';
import { calendarWords } from './calendarWords.ts';
import { ChangeDialog } from './changeDialog.tsx';
import { holidayNames } from './holidayNames.ts';
import { hasNotice, monthsOf, type ShownDay } from './yearDays.ts';
import { YearGrid } from './yearGrid.tsx';

const route = getRouteApi('/calendar');

interface Change {
  readonly day: string;
  readonly working: boolean;
}

export function CalendarPage() {
  const say = useWords(calendarWords);
  const language = useLanguage();
  const queries = useQueryClient();
  const mayChange = useMay('calendar.change');
  const year = yearOf(route.useSearch());
  const calendar = useSuspenseQuery(calendarQuestion(year)).data;
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
      <PageHead
        title={say('title')}
        note={say('note', { year, count: calendar.workingDays })}
        help={mayChange ? [say('helpRule'), say('helpEffect'), say('helpKeys')] : [say('helpRule')]}
      >
        <nav className={`${classes.years} no-print`} aria-label={say('year', { year })}>
          <Link className="button" to="/calendar" search={{ year: String(year - 1) }} aria-label={say('previous')} disabled={year <= 1900} replace>
            ‹
          </Link>
          <strong>{say('year', { year })}</strong>
          <Link className="button" to="/calendar" search={{ year: String(year + 1) }} aria-label={say('next')} disabled={year >= 2099} replace>
            ›
          </Link>
          {String(year) !== today().slice(0, 4) && (
            <Link className="button" to="/calendar" replace>
              {say('thisYear')}
            </Link>
          )}
        </nav>
      </PageHead>
      {!hasNotice(year) && <p className={classes.notice}>{say('noNotice', { year })}</p>}
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
          <span className={`${classes.sample} ${classes.changed}`}>9</span> {say('legendChanged')}
        </li>
        {mayChange && <li className="quiet no-print">{say('legendKeys')}</li>}
      </ul>
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
