/** What the person took down themself, on behalf or at the counter: how far each is, to tell the appellant. */
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { appealLifecycle } from '#catalog/lifecycles/appeal.ts';
import { day } from '../parts/format.ts';
import { useLanguage, useWords } from '../parts/language.ts';
import { useMay } from '../parts/me.ts';
import { PageHead } from '../parts/pageHead.tsx';
import { Pager } from '../parts/pager.tsx';
import { pageOf } from '../parts/search.ts';
import classes from './appealListPage.module.css';
import { appealsPerPage, enteredQuestion } from './appealQuestions.ts';
import { appealWords } from './appealWords.ts';

const route = getRouteApi('/appeals/entered');

export function EnteredPage() {
  const say = useWords(appealWords);
  const language = useLanguage();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const maySee = useMay('appeals.read');
  const { total, rows } = useSuspenseQuery(enteredQuestion(search)).data;
  return (
    <>
      <PageHead title={say('entered')} note={say('enteredNote')} help={[say('enteredHelp')]}>
        <Link className="button primary no-print" to="/appeals/new">
          {say('takeDown')}
        </Link>
      </PageHead>
      {total === 0 ? (
        <div className="empty">
          <h2>{say('noneEntered')}</h2>
          <p>{say('noneEnteredHint')}</p>
        </div>
      ) : (
        <>
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
                  <td className={classes.clock}>
                    {row.closedAt !== null
                      ? say('closedAt', { day: day(row.closedAt, language) })
                      : row.dueAt !== null && say('dueOn', { moment: day(row.dueAt, language) })}
                  </td>
                  <td className={classes.what}>
                    {maySee ? (
                      <Link to="/appeals/$no" params={{ no: row.no }} preload={false}>
                        {row.no}
                      </Link>
                    ) : (
                      row.no
                    )}{' '}
                    {row.nature[language]}
                  </td>
                  <td>{row.settlement}</td>
                  <td>{row.unit ?? <span className={classes.soft}>{say('noUnit')}</span>}</td>
                  <td className={classes.day}>{day(row.takenAt, language)}</td>
                  <td className={classes.state}>
                    {appealLifecycle.states[row.state][language]}
                    {row.result !== null && <span className={classes.soft}> {row.result[language]}</span>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <Pager
            page={pageOf(search.page)}
            size={appealsPerPage}
            total={total}
            turn={(turned) => void navigate({ search: { page: String(turned) } })}
          />
        </>
      )}
    </>
  );
}
