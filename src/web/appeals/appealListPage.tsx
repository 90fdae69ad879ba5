/** The list of appeals (诉求): overdue first, filtered, with an address that can be shared. */
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { AreaTrail } from '../parts/areaTrail.tsx';
import { useWords } from '../parts/language.ts';
import { May } from '../parts/may.tsx';
import { PageHead } from '../parts/pageHead.tsx';
import { Pager } from '../parts/pager.tsx';
import { pageOf } from '../parts/search.ts';
import { AppealFilters } from './appealFilters.tsx';
import classes from './appealListPage.module.css';
import { appealsPerPage, appealsQuestion } from './appealQuestions.ts';
import { AppealTable } from './appealTable.tsx';
import { appealWords } from './appealWords.ts';

const route = getRouteApi('/appeals');

export function AppealListPage() {
  const say = useWords(appealWords);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const page = useSuspenseQuery(appealsQuestion(search)).data;
  const isNarrowed = Object.entries(search).some(([name, value]) => name !== 'sort' && value !== undefined);
  return (
    <>
      <PageHead title={say('title')} note={say('note')} help={[say('helpClock'), say('helpAgainst'), say('helpFollowUp')]}>
        <span className="actions no-print">
          <Link className="button" to="/appeals/rates" search={search.area === undefined ? {} : { area: search.area }}>
            {say('rates')}
          </Link>
          <May needs="appeals.create">
            <Link className="button primary" to="/appeals/new">
              {say('takeDown')}
            </Link>
            <Link className="button" to="/appeals/entered">
              {say('entered')}
            </Link>
            <Link className="button" to="/appeals/posters">
              {say('posters')}
            </Link>
          </May>
        </span>
      </PageHead>
      <div className={classes.trail}>
        <AreaTrail
          area={search.area}
          deepest="settlement"
          link={(area, name) => (
            <Link to="/appeals" search={{ ...search, area, page: undefined }}>
              {name}
            </Link>
          )}
          choose={(area) => void navigate({ search: { ...search, area, page: undefined } })}
        />
      </div>
      <AppealFilters
        search={search}
        byState={page.byState}
        total={page.total}
        change={(changed) => void navigate({ search: { ...search, page: undefined, ...changed }, replace: true })}
      />
      {page.total === 0 ? (
        <div className="empty">
          <h2>{say(isNarrowed ? 'none' : 'noneInHand')}</h2>
          {isNarrowed && (
            <>
              <p>{say('noneHint')}</p>
              <p>
                <Link to="/appeals">{say('clearFilter')}</Link>
              </p>
            </>
          )}
        </div>
      ) : (
        <>
          <AppealTable rows={page.rows} />
          <Pager
            page={pageOf(search.page)}
            size={appealsPerPage}
            total={page.total}
            turn={(turned) => void navigate({ search: { ...search, page: String(turned) } })}
          />
        </>
      )}
    </>
  );
}
