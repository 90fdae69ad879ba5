/** The calendar of one county: that of all, and over it the local holidays, which are set with their name and taken back. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { type Area, prefectureCode } from '#catalog/areas/areas.ts';
import type { CalendarYear } from '#features/calendar/contract.ts';
import { useOwnAreas } from '../parts/areas.ts';
import { send } from '../parts/ask.ts';
import { day as dayWords } from '../parts/format.ts';
import { useLanguage, useWords } from '../parts/language.ts';
import { useMay } from '../parts/me.ts';
import { Refused } from '../parts/refused.tsx';
import classes from './calendarPage.module.css';
import { calendarQuestion } from './calendarQuestions.ts';
import { calendarWords } from './calendarWords.ts';
import { holidayNames } from './holidayNames.ts';
import { Legend } from './legend.tsx';
import { LocalDialog } from './localDialog.tsx';
import { countyMonths, type ShownDay } from './yearDays.ts';
import { YearGrid } from './yearGrid.tsx';

interface CountyCalendarParts {
  readonly county: Area;
  readonly calendar: CalendarYear;
}

export function CountyCalendar({ county, calendar }: CountyCalendarParts) {
  const say = useWords(calendarWords);
  const language = useLanguage();
  const queries = useQueryClient();
  const own = useOwnAreas();
  const mayChange = useMay('calendar.local') && (own.includes(prefectureCode) || own.includes(county.code));
  const months = useMemo(() => countyMonths(calendar, county.code), [calendar, county]);
  const names = useMemo(() => holidayNames(calendar.year), [calendar.year]);
  const [asked, setAsked] = useState<ShownDay>();
  const change = useMutation({
    mutationFn: (order: { readonly day: string; readonly name: string | null }) =>
      send<CalendarYear>('PUT', '/calendar/local', { county: county.code, ...order }),
    onSuccess: (answer) => {
      queries.setQueryData(calendarQuestion(answer.year).queryKey, answer);
      setAsked(undefined);
    },
  });
  const local = months.flat().filter((day) => day.local !== undefined);
  return (
    <>
      {change.error && !asked && <Refused error={change.error} />}
      <YearGrid months={months} names={names} {...(mayChange && { pick: setAsked })} />
      <Legend marked={say('legendLocal')} mayChange={mayChange} />
      <section className={classes.differences}>
        <h2>{say('localDays', { county: county[language] })}</h2>
        {local.length === 0 && <p className="quiet">{say('noLocalDays')}</p>}
        <ul>
          {local.map((day) => (
            <li key={day.day}>
              {dayWords(day.day, language)} {day.local} <span className="quiet">{say('now', { state: say(day.isWorked ? 'working' : 'rest') })}</span>{' '}
              {mayChange && (
                <button
                  type="button"
                  className="plain no-print"
                  aria-label={say('restoreOf', { day: dayWords(day.day, language) })}
                  disabled={change.isPending}
                  onClick={() => setAsked(day)}
                >
                  {say('restore')}
                </button>
              )}
            </li>
          ))}
        </ul>
      </section>
      {asked && (
        <LocalDialog
          day={asked}
          county={county[language]}
          error={change.error}
          isChanging={change.isPending}
          confirm={(name) => change.mutate({ day: asked.day, name })}
          cancel={() => {
            change.reset();
            setAsked(undefined);
          }}
        />
      )}
    </>
  );
}
