/** The round (走访): which households are due, why and how urgently, building by building; below it the work of each building. */
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { AreaTrail } from '../parts/areaTrail.tsx';
import { count } from '../parts/format.ts';
import { useWords } from '../parts/language.ts';
import { May } from '../parts/may.tsx';
import { PageHead } from '../parts/pageHead.tsx';
import { Pager } from '../parts/pager.tsx';
import { pageOf } from '../parts/search.ts';
import { BuildingWork } from './buildingWork.tsx';
import { RoundList } from './roundList.tsx';
import { homesPerPage, roundQuestion } from './visitQuestions.ts';
import classes from './visits.module.css';
import { visitWords } from './visitWords.ts';

const route = getRouteApi('/visits');

export function RoundPage() {
  const say = useWords(visitWords);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const round = useSuspenseQuery(roundQuestion(search)).data;
  return (
    <>
      <PageHead
        title={say('title')}
        note={round.isTooWide ? undefined : say('counts', { due: count(round.due), urgent: count(round.urgent) })}
        help={[say('helpOrder'), say('helpOnce')]}
      />
      <AreaTrail
        area={search.area}
        deepest="building"
        link={(area, name) => (
          <Link to="/visits" search={{ ...search, area, page: undefined }}>
            {name}
          </Link>
        )}
        choose={(area) => void navigate({ search: { ...search, area, page: undefined } })}
      />
      <div className={`${classes.bar} no-print`}>
        <select
          aria-label={say('show')}
          value={search.show ?? 'due'}
          onChange={(event) =>
            void navigate({ search: { ...search, show: event.target.value === 'due' ? undefined : event.target.value, page: undefined } })
          }
        >
          <option value="due">{say('due')}</option>
          <option value="all">{say('all')}</option>
        </select>
        <May needs="visits.settle">
          <Link to="/visits/answers" search={{ area: search.area }}>
            {say('toAnswers')}
          </Link>
        </May>
      </div>
      {round.rows.length === 0 ? (
        <div className={classes.empty}>
          <h2>{say(round.isTooWide ? 'tooWide' : 'none')}</h2>
          <p>{say(round.isTooWide ? 'tooWideHint' : 'noneHint')}</p>
        </div>
      ) : (
        <>
          <RoundList rows={round.rows} />
          {round.total > homesPerPage && (
            <Pager
              page={pageOf(search.page)}
              size={homesPerPage}
              total={round.total}
              turn={(page) => void navigate({ search: { ...search, page: String(page) } })}
            />
          )}
        </>
      )}
      {round.buildings.length > 0 && <BuildingWork buildings={round.buildings} />}
    </>
  );
}
