/** An area beside those of the same parent, item by item: sums alone, the small ones not shown. */
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { Comparison } from '#features/boards/contract.ts';
import type { ItemRow } from '#features/items/contract.ts';
import { itemsQuestion } from '../items/itemQuestions.ts';
import { count, day, decimal, unit } from '../parts/format.ts';
import { useLanguage, useWords } from '../parts/language.ts';
import { PageHead } from '../parts/pageHead.tsx';
import { isCountedAt } from './boardColumns.ts';
import { comparisonQuestion } from './boardQuestions.ts';
import { boardWords } from './boardWords.ts';
import classes from './comparisonPage.module.css';

type Row = Comparison['rows'][number];

const route = getRouteApi('/board/comparison');

export function ComparisonPage() {
  const say = useWords(boardWords);
  const language = useLanguage();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const comparison = useSuspenseQuery(comparisonQuestion(search)).data;
  const { items } = useSuspenseQuery(itemsQuestion).data;
  const level = comparison.rows[0]?.level ?? '';
  const counted = items.filter((item) => isCountedAt(level, item));
  const item = counted.find(({ code }) => code === search.item) ?? counted.find(({ code }) => code === 'C01') ?? counted[0];
  const { asOf } = comparison;
  return (
    <>
      <PageHead
        title={say('comparison')}
        note={asOf ? say(asOf.from === asOf.to ? 'asOf' : 'asOfSpan', { from: day(asOf.from, language), to: day(asOf.to, language) }) : undefined}
        help={[say('helpCompare'), say('helpSuppressed')]}
      >
        <Link className="button no-print" to="/board" search={{ area: comparison.area, month: search.month }}>
          {say('toBoard')}
        </Link>
      </PageHead>
      {item === undefined || comparison.rows.length < 2 || comparison.month === null ? (
        <p>{say(comparison.month === null ? 'never' : 'noPeers')}</p>
      ) : (
        <>
          <label className={classes.choose}>
            {say('comparedItem')}
            <select value={item.code} onChange={(event) => void navigate({ search: { ...search, item: event.target.value }, replace: true })}>
              {counted.map((one) => (
                <option key={one.code} value={one.code}>
                  {one.code} {one.indicator.name[language]}
                </option>
              ))}
            </select>
          </label>
          <ComparisonTable comparison={comparison} item={item} />
        </>
      )}
    </>
  );
}

const cellOf = (row: Row, item: ItemRow): Row['cells'][number] | undefined => row.cells.find((cell) => cell.item === item.code);

/** Areas in the order of the item: the best first, those not shown last. */
function ranked(rows: readonly Row[], item: ItemRow): Row[] {
  const sign = item.indicator.direction === 'up' ? -1 : 1;
  const value = (row: Row): number => cellOf(row, item)?.value ?? Number.NaN;
  return rows.toSorted((one, other) => {
    const [a, b] = [value(one), value(other)];
    if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
    return sign * (a - b);
  });
}

function ComparisonTable({ comparison, item }: { readonly comparison: Comparison; readonly item: ItemRow }) {
  const say = useWords(boardWords);
  const language = useLanguage();
  const rows = ranked(comparison.rows, item);
  const most = Math.max(...rows.map((row) => cellOf(row, item)?.value ?? 0), 0);
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{say('area')}</th>
          <th scope="col">
            {say('rate')} <small>{say(item.indicator.direction)}</small>
          </th>
          <th scope="col" className="number">
            {say('counted')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.area} className={row.isOwn ? classes.own : undefined}>
            <th scope="row">
              {language === 'en' ? (row.en ?? row.name) : row.name} {row.isOwn && <span className="small quiet">{say('own')}</span>}
            </th>
            <Numbers cell={cellOf(row, item)} item={item} most={most} />
          </tr>
        ))}
        {comparison.total && (
          <tr className={classes.total}>
            <th scope="row">{say('together')}</th>
            <Numbers cell={cellOf(comparison.total, item)} item={item} most={0} />
          </tr>
        )}
      </tbody>
    </table>
  );
}

interface NumbersParts {
  readonly cell: Row['cells'][number] | undefined;
  readonly item: ItemRow;
  readonly most: number;
}

function Numbers({ cell, item: { indicator }, most }: NumbersParts) {
  const say = useWords(boardWords);
  const language = useLanguage();
  if (cell === undefined || cell.numerator === null || cell.denominator === null) {
    return (
      <td colSpan={2} className={classes.suppressed}>
        {say('suppressed')}
      </td>
    );
  }
  return (
    <>
      <td>
        {cell.value === null ? say('noValue') : `${decimal(cell.value, indicator.decimals)} ${unit(indicator.unit, language)}`}
        {most > 0 && cell.value !== null && <span className={classes.bar} style={{ width: `${(100 * cell.value) / most}%` }} />}
      </td>
      <td className="number">{say('of', { numerator: count(cell.numerator), denominator: count(cell.denominator) })}</td>
    </>
  );
}
