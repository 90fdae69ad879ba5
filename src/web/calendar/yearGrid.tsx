/** The twelve months of a year; one tab stop, moved by the arrow keys. */
import { type KeyboardEvent, useState } from 'react';
import { day as dayWords, month as monthWords, today } from '../parts/format.ts';
import { type Both, type Say, useLanguage, useWords } from '../parts/language.ts';
import classes from './calendarPage.module.css';
import { calendarWords } from './calendarWords.ts';
import type { ShownDay } from './yearDays.ts';

interface YearGridParts {
  readonly months: readonly (readonly ShownDay[])[];
  readonly names: ReadonlyMap<string, Both>;
  /** Absent where days cannot be changed. */
  readonly pick?: (day: ShownDay) => void;
}

/** The names of the weekdays from Monday on. */
export function weekdaysOf(say: Say<'weekdays'>): string[] {
  const all = say('weekdays');
  return all.includes(' ') ? all.split(' ') : [...all];
}

export function YearGrid({ months, names, pick }: YearGridParts) {
  const say = useWords(calendarWords);
  const language = useLanguage();
  const all = months.flat();
  const now = today();
  const [focused, setFocused] = useState(() => all.find(({ day }) => day === now)?.day ?? all[0]?.day);
  const stop = all.some(({ day }) => day === focused) ? focused : all[0]?.day;

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const from = event.target instanceof HTMLElement ? event.target.dataset['day'] : undefined;
    const to = from === undefined ? undefined : dayTo(from, event.key, months);
    if (to === undefined) return;
    event.preventDefault();
    setFocused(to);
    event.currentTarget.querySelector<HTMLElement>(`[data-day="${to}"]`)?.focus();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys move among the buttons inside.
    <div className={classes.year} onKeyDown={onKeyDown}>
      {months.map((days) => {
        const first = days[0];
        if (!first) return null;
        return (
          <table key={first.day} className={classes.month}>
            <caption>
              {monthWords(first.day, language)} <span>{say('monthDays', { count: days.filter(({ isWorked }) => isWorked).length })}</span>
            </caption>
            <thead>
              <tr>
                {weekdaysOf(say).map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {weeksOf(days).map((week) => (
                <tr key={week.find((day) => day !== undefined)?.day}>
                  {week.map((day, at) =>
                    day === undefined ? (
                      // biome-ignore lint/suspicious/noArrayIndexKey: the blanks of a week never change their order.
                      <td key={at} />
                    ) : (
                      <td key={day.day}>
                        <DayButton
                          day={day}
                          name={names.get(day.day)}
                          isToday={day.day === now}
                          isStop={day.day === stop}
                          pick={() => {
                            setFocused(day.day);
                            pick?.(day);
                          }}
                        />
                      </td>
                    ),
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        );
      })}
    </div>
  );
}

interface DayButtonParts {
  readonly day: ShownDay;
  readonly name: Both | undefined;
  readonly isToday: boolean;
  readonly isStop: boolean;
  readonly pick: () => void;
}

function DayButton({ day, name, isToday, isStop, pick }: DayButtonParts) {
  const say = useWords(calendarWords);
  const language = useLanguage();
  const said = [
    dayWords(day.day, language),
    name?.[language],
    say(day.isWorked ? 'working' : 'rest'),
    day.local ?? (day.isChanged ? say('changed') : undefined),
  ].filter((text) => text !== undefined);
  const shown = [classes.day, !day.isWorked && classes.rest, day.isChanged && classes.changed].filter(Boolean).join(' ');
  return (
    <button
      type="button"
      className={shown}
      data-day={day.day}
      tabIndex={isStop ? 0 : -1}
      aria-label={said.join(language === 'zh' ? '，' : ', ')}
      aria-current={isToday ? 'date' : undefined}
      title={said.slice(1).join(' · ')}
      onClick={pick}
    >
      {Number(day.day.slice(8))}
      {day.isException && (day.isWorked ? <b>{say('worked')}</b> : <i>{say('off')}</i>)}
      {(day.local ?? name?.[language]) !== undefined && <small>{day.local ?? name?.[language]}</small>}
    </button>
  );
}

/** The days of a month in weeks that begin on Monday. */
function weeksOf(days: readonly ShownDay[]): (ShownDay | undefined)[][] {
  const before = (days[0]?.weekday ?? 1) - 1;
  const cells = [...Array.from({ length: before }, () => undefined), ...days];
  return Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) => Array.from({ length: 7 }, (_day, at) => cells[week * 7 + at]));
}

/** Where a key leads from a day, inside the year. */
function dayTo(from: string, key: string, months: YearGridParts['months']): string | undefined {
  const all = months.flat();
  const at = all.findIndex(({ day }) => day === from);
  const month = Number(from.slice(5, 7)) - 1;
  const date = Number(from.slice(8)) - 1;
  const inMonth = (index: number): string | undefined => months[index]?.[Math.min(date, (months[index]?.length ?? 1) - 1)]?.day;
  switch (key) {
    case 'ArrowRight':
      return all[at + 1]?.day;
    case 'ArrowLeft':
      return all[at - 1]?.day;
    case 'ArrowDown':
      return all[at + 7]?.day;
    case 'ArrowUp':
      return all[at - 7]?.day;
    case 'PageDown':
      return inMonth(month + 1);
    case 'PageUp':
      return inMonth(month - 1);
    case 'Home':
      return months[month]?.[0]?.day;
    case 'End':
      return months[month]?.at(-1)?.day;
    default:
      return undefined;
  }
}
