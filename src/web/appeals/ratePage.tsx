/** How appeals go, by unit, item or area: each statutory clock, returns, and what became of them. */
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { AppealRateRow, AppealRatesExport } from '#features/appeals/contract.ts';
import { AreaTrail } from '../parts/areaTrail.tsx';
import { ask } from '../parts/ask.ts';
import { useWords } from '../parts/language.ts';
import { PageHead } from '../parts/pageHead.tsx';
import { type RateSearch, RateSheet } from '../parts/rateSheet.tsx';
import { rateWords } from '../parts/rateWords.ts';
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
  const sayRates = useWords(rateWords);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { rows, total } = useSuspenseQuery(appealRatesQuestion(search)).data;
  const change = (changed: RateSearch): void => void navigate({ search: { ...search, ...changed }, replace: true });
  return (
    <>
      <PageHead title={say('title')} note={say('note')} help={[say('help1'), say('help2'), sayRates('help')]}>
        <Link className="button no-print" to="/appeals">
          {say('toList')}
        </Link>
      </PageHead>
      <AreaTrail
        area={search.area}
        deepest="building"
        link={(area, name) => (
          <Link to="/appeals/rates" search={{ ...search, area }}>
            {name}
          </Link>
        )}
        choose={(area) => change({ area })}
      />
      <RateSheet
        title={say('title')}
        none={say('none')}
        columns={columns.map(([word, of]) => ({ name: say(word), of }))}
        rows={rows}
        total={total}
        search={search}
        change={change}
        needs="appeals.export"
        download={(query) => ask<AppealRatesExport>('/appeals/rates/export', query)}
      />
    </>
  );
}
