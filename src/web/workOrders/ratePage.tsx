/** How handling goes, by unit, item or area. */
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { RateRow, RatesExport } from '#features/workOrders/contract.ts';
import { ask } from '../parts/ask.ts';
import { useWords } from '../parts/language.ts';
import { RateSheet } from '../parts/rateSheet.tsx';
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
  const { rows, total } = useSuspenseQuery(ratesQuestion(search)).data;
  return (
    <RateSheet
      title={say('ratesTitle')}
      note={say('ratesNote')}
      help={[say('ratesHelp1'), say('ratesHelp2'), say('ratesHelp3')]}
      page="/work-orders/rates"
      list={{ to: '/work-orders', name: say('title') }}
      none={say('noRates')}
      columns={columns.map(([field, word]) => ({ name: say(word), of: (row: RateRow) => row[field] }))}
      rows={rows}
      total={total}
      search={search}
      needs="work-orders.export"
      download={(query) => ask<RatesExport>('/work-orders/rates/export', query)}
    />
  );
}
