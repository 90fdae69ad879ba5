/** The list of households (搬迁户): found by number, name or identity number, narrowed to an area. */
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import { AreaTrail } from '../parts/areaTrail.tsx';
import { count } from '../parts/format.ts';
import { useWords } from '../parts/language.ts';
import { LevelMark } from '../parts/levelMark.tsx';
import { PageHead } from '../parts/pageHead.tsx';
import { Pager } from '../parts/pager.tsx';
import { pageOf } from '../parts/search.ts';
import { homeOf } from './homeOf.ts';
import classes from './householdListPage.module.css';
import { householdsPerPage, householdsQuestion } from './householdQuestions.ts';
import { householdWords } from './householdWords.ts';

const route = getRouteApi('/households');

export function HouseholdListPage() {
  const say = useWords(householdWords);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { total, rows } = useSuspenseQuery(householdsQuestion(search)).data;
  const find = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const text = new FormData(event.currentTarget).get('q');
    void navigate({ search: { ...search, q: typeof text === 'string' ? text.trim() || undefined : undefined, page: undefined } });
  };
  return (
    <>
      <PageHead title={say('title')} help={[say('helpFind'), say('helpFile')]} />
      <AreaTrail
        area={search.area}
        link={(area, name) => (
          <Link to="/households" search={{ ...search, area, page: undefined }}>
            {name}
          </Link>
        )}
        choose={(area) => void navigate({ search: { ...search, area, page: undefined } })}
      />
      <form className={`${classes.find} no-print`} onSubmit={find}>
        <input key={search.q} name="q" type="search" defaultValue={search.q} aria-label={say('find')} placeholder={say('find')} autoComplete="off" />
        <button type="submit">{say('findButton')}</button>
        {search.q !== undefined && (
          <button type="button" onClick={() => void navigate({ search: { ...search, q: undefined, page: undefined } })}>
            {say('clear')}
          </button>
        )}
      </form>
      {total === 0 ? (
        <div className={classes.empty}>
          <h2>{say('none')}</h2>
          <p>{say('noneHint')}</p>
        </div>
      ) : (
        <>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{say('head')}</th>
                <th scope="col" className={classes.no}>
                  {say('no')}
                </th>
                <th scope="col">{say('home')}</th>
                <th scope="col" className="number">
                  {say('members')}
                </th>
                <th scope="col" className={classes.status}>
                  {say('status')}
                </th>
                <th scope="col">{say('warnings')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.no}>
                  <th scope="row">
                    <Link to="/households/$no" params={{ no: row.no }} preload={false}>
                      {row.head}
                    </Link>
                  </th>
                  <td className={classes.no}>{row.no}</td>
                  <td>
                    {row.settlement}
                    <span className={classes.place}>{homeOf(say, row)}</span>
                  </td>
                  <td className="number">{count(row.members)}</td>
                  <td className={classes.status}>{row.status}</td>
                  <td className={classes.marks}>
                    {row.worst !== null && (
                      <>
                        <LevelMark level={row.worst} /> {count(row.openWarnings)}
                      </>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <Pager
            page={pageOf(search.page)}
            size={householdsPerPage}
            total={total}
            turn={(page) => void navigate({ search: { ...search, page: String(page) } })}
          />
        </>
      )}
    </>
  );
}
