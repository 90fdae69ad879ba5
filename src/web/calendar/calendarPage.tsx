/** The calendar of working days (工作日历): a year at a glance, of all counties or of one with its local holidays. */
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { today } from '../parts/format.ts';
import { useLanguage, useWords } from '../parts/language.ts';
import { useMay } from '../parts/me.ts';
import { PageHead } from '../parts/pageHead.tsx';
import { calendarQuestion, counties, yearOf } from './calendarQuestions.ts';
import classes from './calendarPage.module.css';
import { calendarWords } from './calendarWords.ts';
import { CountyCalendar } from './countyCalendar.tsx';
import { GeneralCalendar } from './generalCalendar.tsx';
import { countyMonths, hasNotice } from './yearDays.ts';

const route = getRouteApi('/calendar');

export function CalendarPage() {
  const say = useWords(calendarWords);
  const language = useLanguage();
  const mayChange = useMay('calendar.change');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const year = yearOf(search);
  const county = counties.find(({ code }) => code === search.county);
  const calendar = useSuspenseQuery(calendarQuestion(year)).data;
  const count = county
    ? countyMonths(calendar, county.code)
        .flat()
        .filter(({ isWorked }) => isWorked).length
    : calendar.workingDays;
  return (
    <>
      <PageHead
        title={say('title')}
        note={say('note', { year, count })}
        help={mayChange ? [say('helpRule'), say('helpEffect'), say('helpKeys')] : [say('helpRule')]}
      >
        <label className={`${classes.years} no-print`}>
          {say('county')}
          <select
            value={county?.code ?? ''}
            onChange={(event) =>
              void navigate({ search: { ...search, county: event.target.value === '' ? undefined : event.target.value }, replace: true })
            }
          >
            <option value="">{say('everywhere')}</option>
            {counties.map((one) => (
              <option key={one.code} value={one.code}>
                {one[language]}
              </option>
            ))}
          </select>
        </label>
        <nav className={`${classes.years} no-print`} aria-label={say('year', { year })}>
          <Link
            className="button"
            to="/calendar"
            search={{ ...search, year: String(year - 1) }}
            aria-label={say('previous')}
            disabled={year <= 1900}
            replace
          >
            ‹
          </Link>
          <strong>{say('year', { year })}</strong>
          <Link
            className="button"
            to="/calendar"
            search={{ ...search, year: String(year + 1) }}
            aria-label={say('next')}
            disabled={year >= 2099}
            replace
          >
            ›
          </Link>
          {String(year) !== today().slice(0, 4) && (
            <Link className="button" to="/calendar" search={{ ...search, year: undefined }} replace>
              {say('thisYear')}
            </Link>
          )}
        </nav>
      </PageHead>
      {!hasNotice(year) && <p className={classes.notice}>{say('noNotice', { year })}</p>}
      {county ? <CountyCalendar key={county.code} county={county} calendar={calendar} /> : <GeneralCalendar calendar={calendar} />}
    </>
  );
}
