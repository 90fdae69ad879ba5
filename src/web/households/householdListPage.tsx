/** The list of households (搬迁户): found by number, name or identity number, narrowed to an area. */
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import { AreaTrail } from '../parts/areaTrail.tsx';
import { useWords } from '../parts/language.ts';
import { PageHead } from '../parts/pageHead.tsx';
import { Pager } from '../parts/pager.tsx';
import { pageOf } from '../parts/search.ts';
import classes from './householdListPage.module.css';
import { householdsPerPage, householdsQuestion } from './householdQuestions.ts';
import { HouseholdTable } from './householdTable.tsx';
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
        deepest="building"
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
        {search.q === undefined && (
          <label>
            {say('which')}
            <select
              value={search.state ?? ''}
              onChange={(event) => void navigate({ search: { ...search, state: event.target.value || undefined, page: undefined } })}
            >
              <option value="">{say('standing')}</option>
              <option value="all">{say('alsoGone')}</option>
            </select>
          </label>
        )}
        {search.q !== undefined && (
          <button type="button" onClick={() => void navigate({ search: { ...search, q: undefined, page: undefined } })}>
            {say('clear')}
          </button>
        )}
      </form>
      {total === 0 ? (
        <div className="empty">
          <h2>{say('none')}</h2>
          <p>{say('noneHint')}</p>
        </div>
      ) : (
        <>
          <HouseholdTable rows={rows} />
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
