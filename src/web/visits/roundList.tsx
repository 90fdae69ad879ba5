/** The households of a round under the names of their buildings, each with what makes it due. */
import { Link } from '@tanstack/react-router';
import { roundReasons } from '#catalog/visitRound.ts';
import type { RoundRow } from '#features/visits/roundContract.ts';
import { day } from '../parts/format.ts';
import { inLanguage, useLanguage, useWords } from '../parts/language.ts';
import { LevelMark } from '../parts/levelMark.tsx';
import { seen } from '../parts/seen.ts';
import { useMay } from '../parts/me.ts';
import classes from './visits.module.css';
import { visitWords } from './visitWords.ts';

const urgencyWords = ['urgency1', 'urgency2', 'urgency3', 'urgency4', 'urgency5', 'urgency6', 'urgency7'] as const;

export function RoundList({ rows }: { readonly rows: readonly RoundRow[] }) {
  const say = useWords(visitWords);
  const buildings = rows.reduce<{ name: string; rows: RoundRow[] }[]>((groups, row) => {
    const name =
      row.building === null ? `${row.settlement} ${say('noBuilding')}` : `${row.settlement} ${say('building', { building: row.building })}`;
    const last = groups.at(-1);
    if (last?.name === name) last.rows.push(row);
    else groups.push({ name, rows: [row] });
    return groups;
  }, []);
  return buildings.map(({ name, rows: here }) => (
    <section key={name}>
      <h2 className={classes.building}>{name}</h2>
      <ul className={classes.homes}>
        {here.map((row) => (
          <HomeLine key={row.no} row={row} />
        ))}
      </ul>
    </section>
  ));
}

function HomeLine({ row }: { readonly row: RoundRow }) {
  const say = useWords(visitWords);
  const language = useLanguage();
  const mayVisit = useMay('visits.write');
  const home = row.unit === null && row.room === null ? row.no : say('unitRoom', { unit: row.unit ?? '—', room: row.room ?? '—' });
  const title = `${home} ${seen(row.head, language)}`;
  const facts = [
    ...row.reasons.filter((reason) => reason !== 'order' && reason !== 'questions').map((reason) => inLanguage(roundReasons[reason], language)),
    row.questionsDue > 0 && say('questionsOf', { count: row.questionsDue }),
    row.attempts > 0 && say('attemptsOf', { count: row.attempts }),
    row.nextTry !== null && say('nextTry', { day: day(row.nextTry, language) }),
    row.lastVisit === null ? say('never') : say('lastVisit', { day: day(row.lastVisit, language) }),
  ].filter((fact) => fact !== false);
  return (
    <li className={classes.home} data-urgent={row.urgency <= 2}>
      <span className={classes.urgency}>{say(urgencyWords[row.urgency - 1] ?? 'urgency7')}</span>
      <div>
        {mayVisit ? (
          <Link to="/visits/$household" params={{ household: row.no }} preload={false}>
            {title}
          </Link>
        ) : (
          <strong>{title}</strong>
        )}
        {row.order && (
          <div className={classes.facts}>
            <LevelMark level={row.order.level} />
            <span>{say('warningsOf', { count: row.order.warnings })}</span>
            {row.order.dueAt !== null && (
              <span className={row.order.isOverdue ? classes.late : undefined}>
                {row.order.isOverdue ? say('overdue') : say('dueOn', { day: day(row.order.dueAt, language) })}
              </span>
            )}
          </div>
        )}
        <div className={classes.facts}>
          {facts.map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
        </div>
      </div>
    </li>
  );
}
