/** How appeals go, by unit, item or area: each statutory clock, returns, and what became of them. */
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { AppealRateRow, AppealRatesExport } from '#features/appeals/rateContract.ts';
import { ask } from '../parts/ask.ts';
import { useWords } from '../parts/language.ts';
import { RateSheet } from '../parts/rateSheet.tsx';
import { appealRatesQuestion } from './appealQuestions.ts';
import { appealRateWords } from './appealRateWords.ts';

const route = getRouteApi('/appeals/rates');

type Word = (typeof appealRateWords)['keys'][number];
const columns: readonly (readonly [word: Word, of: (row: AppealRateRow) => AppealRateRow['satisfied'] | number])[] = [
  ['appeals', ({ appeals }) => appeals],
  ['closed', ({ closed }) => closed],
  ['acceptInTime', ({ inTime }) => inTime.accept],
  ['answerInTime', ({ inTime }) => inTime.answer],
  ['reviewInTime', ({ inTime }) => inTime.review],
  ['reReviewInTime', ({ inTime }) => inTime['re-review']],
  ['returned', ({ returned }) => returned],
  ['reopened', ({ reopened }) => reopened],
  ['refused', ({ refused }) => refused],
  ['merged', ({ merged }) => merged],
  ['repeated', ({ repeated }) => repeated],
  ['satisfied', ({ satisfied }) => satisfied],
];

export function AppealRatePage() {
  const say = useWords(appealRateWords);
  const search = route.useSearch();
  const { rows, total } = useSuspenseQuery(appealRatesQuestion(search)).data;
  return (
    <RateSheet
      title={say('title')}
      note={say('note')}
      help={[say('help1'), say('help2')]}
      page="/appeals/rates"
      list={{ to: '/appeals', name: say('toList') }}
      none={say('none')}
      columns={columns.map(([word, of]) => ({ name: say(word), of }))}
      rows={rows}
      total={total}
      search={search}
      needs="appeals.export"
      download={(query) => ask<AppealRatesExport>('/appeals/rates/export', query)}
    />
  );
}
