/** The subjects that an item finds in an area: what a number of the board opens to. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { month } from '../parts/format.ts';
import { inLanguage, useLanguage, useWords } from '../parts/language.ts';
import { LevelMark, levelOf, shownLevels } from '../parts/levelMark.tsx';
import { Pager } from '../parts/pager.tsx';
import { partWords } from '../parts/partWords.ts';
import { Refused } from '../parts/refused.tsx';
import { seen } from '../parts/seen.ts';
import { pageOf } from '../parts/search.ts';
import classes from './itemPage.module.css';
import { type ItemSearch, subjectsPerPage, subjectsQuestion } from './itemQuestions.ts';
import { itemWords } from './itemWords.ts';

export function ItemSubjects({ code, search }: { readonly code: string; readonly search: ItemSearch }) {
  const say = useWords(itemWords);
  const sayPart = useWords(partWords);
  const language = useLanguage();
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery({ ...subjectsQuestion(code, search), placeholderData: keepPreviousData });
  return (
    <section>
      <h2>
        {say('list')} {data?.month != null && <span className="quiet small">{say('listFor', { month: month(data.month, language) })}</span>}
      </h2>
      <nav className={`${classes.filter} no-print`} aria-label={say('level')}>
        {[undefined, ...shownLevels].map((level) => (
          <Link
            key={level ?? 'all'}
            to="/items/$code"
            params={{ code }}
            search={{ ...search, level, page: undefined }}
            resetScroll={false}
            activeProps={{}}
            aria-current={search.level === level ? 'true' : undefined}
          >
            {level === undefined ? say('all') : sayPart(level)}
          </Link>
        ))}
      </nav>
      {error && <Refused error={error} again={() => void refetch()} />}
      {data?.isWithheld && <p className="quiet">{say('withheldList')}</p>}
      {data && data.total === 0 && !data.isWithheld && (
        <div className={classes.empty}>
          <p>{say('noSubjects')}</p>
          <p className="small">{say('noSubjectsHint')}</p>
        </div>
      )}
      {data && data.total > 0 && (
        <>
          <table className={classes.subjects}>
            <thead>
              <tr>
                <th scope="col">{say('level')}</th>
                <th scope="col">{say('name')}</th>
                <th scope="col">{say('where')}</th>
                <th scope="col">{say('why')}</th>
                <th scope="col">
                  <span className="heard">{say('openWarning')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {data.rows.map((row) => (
                <tr key={row.key}>
                  <td>
                    <LevelMark level={levelOf(row.level)} />
                  </td>
                  <td>
                    {row.household === null ? (
                      seen(row.name, language)
                    ) : (
                      <Link to="/households/$no" params={{ no: row.household }} preload={false}>
                        {seen(row.name, language)}
                      </Link>
                    )}
                  </td>
                  <td className="small quiet">{row.settlement === row.name ? '' : row.settlement}</td>
                  <td>{inLanguage(row.why, language)}</td>
                  <td>
                    {row.warning !== null && (
                      <Link to="/warnings/$id" params={{ id: String(row.warning) }} preload={false}>
                        {say('openWarning')}
                      </Link>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <Pager
            page={pageOf(search.page)}
            size={subjectsPerPage}
            total={data.total}
            turn={(page) => void navigate({ to: '/items/$code', params: { code }, search: { ...search, page: String(page) }, resetScroll: false })}
          />
        </>
      )}
    </section>
  );
}
