/** How handling goes, by unit, item or area. */
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { RateRow, RatesExport } from '#features/workOrders/contract.ts';
import { AreaTrail } from '../parts/areaTrail.tsx';
import { ask } from '../parts/ask.ts';
import { useWords } from '../parts/language.ts';
import { PageHead } from '../parts/pageHead.tsx';
import { type RateSearch, RateSheet } from '../parts/rateSheet.tsx';
import { ratesQuestion } from './workOrderQuestions.ts';
import { workOrderWords } from './workOrderWords.ts';

const route = getRouteApi('/work-orders/rates');

const columns = [
  ['orders', 'orders'],
  ['closed', 'closed'],
  ['inTime', 'inTime'],
  ['returned', 'returnedRate'],
  ['reopened', 'reopenedRate'],
  ['stillRed', 'stillRedRate'],
  ['falseAlarms', 'falseRate'],
  ['satisfied', 'satisfiedRate'],
] as const;

export function RatePage() {
  const say = useWords(workOrderWords);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { rows, total } = useSuspenseQuery(ratesQuestion(search)).data;
  const change = (changed: RateSearch): void => void navigate({ search: { ...search, ...changed }, replace: true });
  return (
    <>
      <PageHead title={say('ratesTitle')} note={say('ratesNote')} help={[say('ratesHelp1'), say('ratesHelp2'), say('ratesHelp3')]}>
        <Link className="button no-print" to="/work-orders">
          {say('title')}
        </Link>
      </PageHead>
      <AreaTrail
        area={search.area}
        deepest="building"
        link={(area, name) => (
          <Link to="/work-orders/rates" search={{ ...search, area }}>
            {name}
          </Link>
        )}
        choose={(area) => change({ area })}
      />
      <RateSheet
        title={say('ratesTitle')}
        none={say('noRates')}
        columns={columns.map(([field, word]) => ({ name: say(word), of: (row: RateRow) => row[field] }))}
        rows={rows}
        total={total}
        search={search}
        change={change}
        needs="work-orders.export"
        download={(query) => ask<RatesExport>('/work-orders/rates/export', query)}
      />
    </>
  );
}
