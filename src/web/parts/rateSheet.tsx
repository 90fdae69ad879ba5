/** A page of rates: its head, the way through the areas, and a sheet by unit, item or area between two days: each cell a share with the counts below it, to be downloaded as it stands. */
import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { Permission } from '#catalog/permissions.ts';
import { AreaTrail } from './areaTrail.tsx';
import { count, share, today } from './format.ts';
import { type Both, inLanguage, useLanguage, useWords } from './language.ts';
import { May } from './may.tsx';
import { PageHead } from './pageHead.tsx';
import classes from './rateSheet.module.css';
import { type RateColumn, rateLines, type Share } from './rateLines.ts';
import { rateQuery, type RateSearch } from './rateSearch.ts';
import { rateWords } from './rateWords.ts';
import { saveCsv } from './saveCsv.ts';

interface Named {
  readonly key: string;
  readonly name: Both;
}

interface RateSheetParts<Row extends Named> {
  readonly title: string;
  readonly note: string;
  readonly help: readonly string[];
  /** The address of the page, and the list of which it counts. */
  readonly page: '/work-orders/rates' | '/appeals/rates';
  readonly list: { readonly to: '/work-orders' | '/appeals'; readonly name: string };
  /** What stands where nothing came in the time. */
  readonly none: string;
  readonly columns: readonly RateColumn<Row>[];
  readonly rows: readonly Row[];
  readonly total: Row;
  readonly search: RateSearch;
  /** Who may download it, and how it is fetched. */
  readonly needs: Permission;
  download(query: Readonly<Record<string, string>>): Promise<{ readonly rows: readonly Row[]; readonly total: Row; readonly watermark: string }>;
}

const groupings = ['unit', 'item', 'area'] as const;
const percent = ({ count: some, of }: Share): string => share(some, of);

export function RateSheet<Row extends Named>(parts: RateSheetParts<Row>) {
  const { title, note, help, page, list, none, columns, rows, total, search, needs } = parts;
  const navigate = useNavigate();
  const change = (changed: RateSearch): void => void navigate({ to: page, search: { ...search, ...changed }, replace: true });
  const say = useWords(rateWords);
  const language = useLanguage();
  const { by, from, to } = rateQuery(search);
  return (
    <>
      <PageHead title={title} note={note} help={[...help, say('help')]}>
        <Link className="button no-print" to={list.to}>
          {list.name}
        </Link>
      </PageHead>
      <AreaTrail
        area={search.area}
        deepest="building"
        link={(area, name) => (
          <Link to={page} search={{ ...search, area }}>
            {name}
          </Link>
        )}
        choose={(area) => change({ area })}
      />
      <div className="filters no-print">
        <label>
          {say('by')}
          <select value={by} onChange={(event) => change({ by: event.target.value })}>
            {groupings.map((name) => (
              <option key={name} value={name}>
                {say(name)}
              </option>
            ))}
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
        <May needs={needs}>
          <Download {...parts} />
        </May>
      </div>
      {rows.length === 0 ? (
        <p className="empty">{none}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys.
        <section className={classes.scroll} aria-label={title} tabIndex={0}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{say(groupings.find((name) => name === by) ?? 'unit')}</th>
                {columns.map(({ name }) => (
                  <th key={name} scope="col" className="number">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {[total, ...rows].map((row) => (
                <tr key={row.key} className={row === total ? classes.total : undefined}>
                  <th scope="row">{row === total ? say('total') : inLanguage(row.name, language)}</th>
                  {columns.map(({ name, of }) => (
                    <td key={name} className="number">
                      <Cell value={of(row)} />
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

function Cell({ value }: { readonly value: number | Share }) {
  if (typeof value === 'number') return count(value);
  return (
    <>
      {percent(value)}
      <span className={classes.counts}>{value.of > 0 && `${count(value.count)} / ${count(value.of)}`}</span>
    </>
  );
}

function Download<Row extends Named>({ title, columns, search, download }: RateSheetParts<Row>) {
  const say = useWords(rateWords);
  const language = useLanguage();
  const saving = useMutation({
    mutationFn: async () => {
      const { rows, total, watermark } = await download(rateQuery(search));
      const named = rows.map((row) => [inLanguage(row.name, language), row] as const);
      const lines = rateLines(say('by'), columns, [[say('total'), total], ...named], { percent, counts: [say('some'), say('all')] });
      saveCsv(`${title}-${today()}.csv`, lines, watermark);
    },
  });
  return (
    <button type="button" disabled={saving.isPending} onClick={() => saving.mutate()}>
      {saving.isPending ? say('downloading') : saving.isError ? say('downloadFailed') : say('download')}
    </button>
  );
}
