/** How handling goes, by unit, item or area: each cell a share with the counts below it. */
import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { RateRow, RatesExport } from '#features/workOrders/contract.ts';
import { AreaTrail } from '../parts/areaTrail.tsx';
import { ask } from '../parts/ask.ts';
import { count, share, today } from '../parts/format.ts';
import { inLanguage, useLanguage, useWords } from '../parts/language.ts';
import { May } from '../parts/may.tsx';
import { PageHead } from '../parts/pageHead.tsx';
import { saveCsv } from '../parts/saveCsv.ts';
import classes from './ratePage.module.css';
import { type RateSearch, ratesQuestion } from './workOrderQuestions.ts';
import { workOrderWords } from './workOrderWords.ts';

const route = getRouteApi('/work-orders/rates');

const shares = [
  ['inTime', 'inTime'],
  ['returned', 'returnedRate'],
  ['reopened', 'reopenedRate'],
  ['stillRed', 'stillRedRate'],
  ['falseAlarms', 'falseRate'],
  ['satisfied', 'satisfiedRate'],
] as const;

const percent = ({ count: some, of }: RateRow['inTime']): string => share(some, of);

export function RatePage() {
  const say = useWords(workOrderWords);
  const language = useLanguage();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { rows, total } = useSuspenseQuery(ratesQuestion(search)).data;
  const change = (changed: RateSearch): void => void navigate({ search: { ...search, ...changed }, replace: true });
  const from = search.from ?? `${today().slice(0, 4)}-01-01`;
  const to = search.to ?? today();
  const by = search.by ?? 'unit';
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
      <div className={`${classes.filters} no-print`}>
        <label>
          {say('by')}
          <select value={by} onChange={(event) => change({ by: event.target.value })}>
            <option value="unit">{say('byUnit')}</option>
            <option value="item">{say('byItem')}</option>
            <option value="area">{say('byArea')}</option>
          </select>
        </label>
        <label>
          {say('from')}
          <input type="date" value={from} max={to} onChange={(event) => event.target.value !== '' && change({ from: event.target.value })} />
        </label>
        <label>
          {say('to')}
          <input type="date" value={to} min={from} onChange={(event) => event.target.value !== '' && change({ to: event.target.value })} />
        </label>
        <May needs="work-orders.export">
          <DownloadRates query={{ by, from, to, ...(search.area !== undefined && { area: search.area }) }} />
        </May>
      </div>
      {rows.length === 0 ? (
        <p className={classes.empty}>{say('noRates')}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys.
        <section className={classes.scroll} aria-label={say('ratesTitle')} tabIndex={0}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{say(by === 'item' ? 'byItem' : by === 'area' ? 'byArea' : 'byUnit')}</th>
                <th scope="col" className="number">
                  {say('orders')}
                </th>
                <th scope="col" className="number">
                  {say('closed')}
                </th>
                {shares.map(([field, word]) => (
                  <th key={field} scope="col" className="number">
                    {say(word)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {[total, ...rows].map((row) => (
                <tr key={row.key} className={row === total ? classes.total : undefined}>
                  <th scope="row">{row === total ? say('total') : inLanguage(row.name, language)}</th>
                  <td className="number">{count(row.orders)}</td>
                  <td className="number">{count(row.closed)}</td>
                  {shares.map(([field]) => (
                    <td key={field} className="number">
                      {percent(row[field])}
                      <span className={classes.counts}>{row[field].of > 0 && `${count(row[field].count)} / ${count(row[field].of)}`}</span>
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </>
  );
}

function DownloadRates({ query }: { readonly query: Readonly<Record<string, string>> }) {
  const say = useWords(workOrderWords);
  const language = useLanguage();
  const download = useMutation({
    mutationFn: async () => {
      const { rows, total, watermark } = await ask<RatesExport>('/work-orders/rates/export', query);
      const head = [say('by'), say('orders'), say('closed'), ...shares.flatMap(([, word]) => [say(word), '', ''])];
      const lines = [total, ...rows].map((row) => [
        row === total ? say('total') : inLanguage(row.name, language),
        row.orders,
        row.closed,
        ...shares.flatMap(([field]) => [percent(row[field]), row[field].count, row[field].of]),
      ]);
      saveCsv(`${say('ratesTitle')}-${today()}.csv`, [head, ...lines, [watermark]]);
    },
  });
  return (
    <button type="button" disabled={download.isPending} onClick={() => download.mutate()}>
      {download.isPending ? say('downloading') : download.isError ? say('downloadFailed') : say('download')}
    </button>
  );
}
