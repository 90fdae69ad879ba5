/** The list of work orders (工单): filtered, sorted, with an address that can be shared; waiting ones are dispatched together. */
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { AreaTrail } from '../parts/areaTrail.tsx';
import { useWords } from '../parts/language.ts';
import { useMay } from '../parts/me.ts';
import { PageHead } from '../parts/pageHead.tsx';
import { Pager } from '../parts/pager.tsx';
import { pageOf } from '../parts/search.ts';
import { BatchDispatch } from './batchDispatch.tsx';
import { WorkOrderFilters } from './workOrderFilters.tsx';
import classes from './workOrderListPage.module.css';
import { type OrderSearch, ordersPerPage, ordersQuestion } from './workOrderQuestions.ts';
import { WorkOrderTable } from './workOrderTable.tsx';
import { workOrderWords } from './workOrderWords.ts';

const route = getRouteApi('/work-orders');

export function WorkOrderListPage() {
  const say = useWords(workOrderWords);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const page = useSuspenseQuery(ordersQuestion(search)).data;
  const mayDispatch = useMay('work-orders.dispatch');
  const [chosen, setChosen] = useState<readonly number[]>([]);
  const change = (changed: OrderSearch): void => {
    setChosen([]);
    void navigate({ search: { ...search, page: undefined, ...changed }, replace: true });
  };
  return (
    <>
      <PageHead title={say('title')} note={say('note')} help={[say('help1'), say('help2'), say('help3')]}>
        <Link className="button no-print" to="/work-orders/rates" search={search.area === undefined ? {} : { area: search.area }}>
          {say('rates')}
        </Link>
      </PageHead>
      <div className={classes.trail}>
        <AreaTrail
          area={search.area}
          deepest="building"
          link={(area, name) => (
            <Link to="/work-orders" search={{ ...search, area, page: undefined }}>
              {name}
            </Link>
          )}
          choose={(area) => change({ area })}
        />
      </div>
      <WorkOrderFilters search={search} page={page} change={change} />
      {mayDispatch && chosen.length > 0 && <BatchDispatch orders={chosen} close={() => setChosen([])} />}
      {page.total === 0 ? (
        <div className="empty">
          <h2>{say('none')}</h2>
          <p>{say('noneHint')}</p>
          <p>
            <Link to="/work-orders">{say('clearFilter')}</Link>
          </p>
        </div>
      ) : (
        <>
          <WorkOrderTable rows={page.rows} asOf={page.asOf} chosen={mayDispatch ? chosen : undefined} choose={setChosen} />
          <Pager
            page={pageOf(search.page)}
            size={ordersPerPage}
            total={page.total}
            turn={(turned) => void navigate({ search: { ...search, page: String(turned) } })}
          />
        </>
      )}
    </>
  );
}
