/** Appeals as rows: what it is, where, who has it, how its clock stands, and in which state it is. */
import { Link } from '@tanstack/react-router';
import { appealLifecycle } from '#catalog/lifecycles/appeal.ts';
import type { AppealRow } from '#features/appeals/contract.ts';
import { day, moment } from '../parts/format.ts';
import { useLanguage, useWords } from '../parts/language.ts';
import classes from './appealListPage.module.css';
import { appealWords } from './appealWords.ts';
import { clockWords } from './clockWords.ts';

const waits: readonly string[] = ['received', 'accepted', 'handling'];

export function AppealTable({ rows }: { readonly rows: readonly AppealRow[] }) {
  const say = useWords(appealWords);
  const language = useLanguage();
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{say('clock')}</th>
          <th scope="col">{say('what')}</th>
          <th scope="col">{say('where')}</th>
          <th scope="col">{say('unit')}</th>
          <th scope="col">{say('takenAt')}</th>
          <th scope="col">{say('state')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.no} className={classes.row}>
            <td className={row.marks.includes('overdue') ? classes.over : classes.clock}>
              <Clock row={row} />
            </td>
            <td className={classes.what}>
              <Link to="/appeals/$no" params={{ no: row.no }} preload={false}>
                {row.no}
              </Link>{' '}
              {row.nature[language]}
              {row.category !== null && <span className={classes.soft}> · {row.category[language]}</span>}
              <span className={classes.tags}>
                {row.marks
                  .filter((mark) => mark !== 'overdue')
                  .map((mark) => (
                    <span key={mark} className={classes.tag}>
                      {say(mark)}
                    </span>
                  ))}
              </span>
            </td>
            <td>{row.settlement}</td>
            <td>{row.unit ?? <span className={classes.soft}>{say('noUnit')}</span>}</td>
            <td className={classes.day}>
              {day(row.takenAt, language)}
              <span className={classes.soft}> {row.channel[language]}</span>
            </td>
            <td className={classes.state}>{appealLifecycle.states[row.state][language]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Clock({ row }: { readonly row: AppealRow }) {
  const say = useWords(appealWords);
  const language = useLanguage();
  if (row.closedAt !== null) return say('closedAt', { day: day(row.closedAt, language) });
  if (row.dueAt === null) return say('noClock');
  if (!waits.includes(row.state)) return say('dueOn', { moment: moment(row.dueAt, language) });
  return <span title={moment(row.dueAt, language)}>{clockWords(say, row.dueAt)}</span>;
}
