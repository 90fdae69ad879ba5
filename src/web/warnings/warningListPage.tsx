/** The list of warnings (预警): filtered, sorted, with an address that can be shared. */
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { AreaTrail } from '../parts/areaTrail.tsx';
import { useWords } from '../parts/language.ts';
import { May } from '../parts/may.tsx';
import { PageHead } from '../parts/pageHead.tsx';
import { Pager } from '../parts/pager.tsx';
import { pageOf } from '../parts/search.ts';
import { WarningFilters } from './warningFilters.tsx';
import classes from './warningListPage.module.css';
import { warningsPerPage, warningsQuestion } from './warningQuestions.ts';
import { WarningTable } from './warningTable.tsx';
import { warningWords } from './warningWords.ts';

const route = getRouteApi('/warnings');

export function WarningListPage() {
  const say = useWords(warningWords);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const page = useSuspenseQuery(warningsQuestion(search)).data;
  return (
    <>
      <PageHead title={say('title')} note={say('note')} help={[say('helpLevel'), say('helpState'), say('helpOpen')]}>
        <May needs="warnings.raise">
          <Link className="button no-print" to="/warnings/raise" search={search.item === undefined ? {} : { item: search.item }}>
            {say('raise')}
          </Link>
        </May>
      </PageHead>
      <div className={classes.trail}>
        <AreaTrail
          area={search.area}
          deepest="building"
          link={(area, name) => (
            <Link to="/warnings" search={{ ...search, area, page: undefined }}>
              {name}
            </Link>
          )}
          choose={(area) => void navigate({ search: { ...search, area, page: undefined } })}
        />
      </div>
      <WarningFilters
        search={search}
        byLevel={page.byLevel}
        change={(changed) => void navigate({ search: { ...search, page: undefined, ...changed }, replace: true })}
      />
      {page.total === 0 ? (
        <div className="empty">
          <h2>{say('none')}</h2>
          <p>{say('noneHint')}</p>
          <p>
            <Link to="/warnings">{say('clearFilter')}</Link>
          </p>
        </div>
      ) : (
        <>
          <WarningTable rows={page.rows} />
          <Pager
            page={pageOf(search.page)}
            size={warningsPerPage}
            total={page.total}
            turn={(turned) => void navigate({ search: { ...search, page: String(turned) } })}
          />
        </>
      )}
    </>
  );
}
