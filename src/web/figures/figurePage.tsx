/** The published figures (公布数字): what was printed, what the registers say, and whether the two agree. */
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { decimal, money, today, unit } from '../parts/format.ts';
import { type Language, useLanguage, useWords } from '../parts/language.ts';
import { useMe } from '../parts/me.ts';
import { PageHead } from '../parts/pageHead.tsx';
import classes from './figurePage.module.css';
import { type FigureRow, figuresQuestion } from './figureQuestions.ts';
import { figureWords } from './figureWords.ts';

const route = getRouteApi('/figures');

/** The year whose figures were printed. */
const printedYear = 2023;

const outcomeOf = ({ holds }: FigureRow): 'holds' | 'differs' | 'noData' => (holds === null ? 'noData' : holds ? 'holds' : 'differs');

export function FigurePage() {
  const say = useWords(figureWords);
  const language = useLanguage();
  const { isDemo } = useMe();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { year, figures } = useSuspenseQuery(figuresQuestion(search)).data;
  const isPrintedYear = year === printedYear;
  const thisYear = Number(today().slice(0, 4));
  const years = [...new Set([year, ...Array.from({ length: thisYear - 2021 }, (_, index) => thisYear - index)])].sort((one, other) => other - one);
  const among = (outcome: string): number => figures.filter((figure) => outcomeOf(figure) === outcome).length;
  return (
    <>
      <PageHead title={say('title')} note={say('note')} help={[say('helpPrinted'), say('byOneDefinition'), say('helpDiffers')]} />
      {isDemo && <p className={classes.demo}>{say('demo')}</p>}
      <div className={classes.bar}>
        <p>
          {isPrintedYear
            ? say('summary', { all: figures.length, holds: among('holds'), differs: among('differs'), noData: among('noData') })
            : say('byOneDefinition')}
        </p>
        {isPrintedYear && among('holds') < figures.length && <Link to="/data-health">{say('toHealth')}</Link>}
        <label>
          {say('year')}
          <select value={year} onChange={(event) => void navigate({ search: { year: event.target.value } })}>
            {years.map((one) => (
              <option key={one} value={one}>
                {say('yearOption', { year: one })}
              </option>
            ))}
          </select>
        </label>
      </div>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{say('figure')}</th>
            <th scope="col" className="number">
              {say('printed')}
            </th>
            <th scope="col" className="number">
              {say('computed')}
            </th>
            {isPrintedYear && <th scope="col">{say('outcome')}</th>}
          </tr>
        </thead>
        <tbody>
          {figures.map((figure) => (
            <tr key={figure.id}>
              <th scope="row" className={classes.name}>
                {figure[language]}
                {figure.note !== '' && language === 'en' && <span className="small quiet"> {figure.note}</span>}
                {figure.unknown !== undefined && figure.unknown > 0 && (
                  <span className="small quiet"> {say('unknown', { count: figure.unknown })}</span>
                )}
              </th>
              <td className="number" data-label={say('printed')}>
                {say(figure.comparison)}
                {written(figure.printed, figure, language)}
              </td>
              <td className={`number ${classes.computed}`} data-label={say('computed')}>
                {figure.value === null ? '—' : written(Number(figure.value), figure, language)}
              </td>
              {isPrintedYear && (
                <td>
                  <span className={`${classes.outcome} ${classes[outcomeOf(figure)]}`}>{say(outcomeOf(figure))}</span>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

const unitsInChinese: Readonly<Record<string, string>> = {
  '%': '%',
  'percentage points': '个百分点',
  '% of households': '%',
  persons: '人',
  schools: '所',
  institutions: '所',
  posts: '名',
  streets: '个',
  communities: '个',
  bodies: '个',
  teams: '个',
  rooms: '个',
  groups: '个',
  aspects: '个',
  items: '项',
  appeals: '件',
};

function written(value: number, figure: FigureRow, language: Language): string {
  if (figure.unit === 'yuan') return money(value, language, figure.decimals);
  const isRound = language === 'zh' && value >= 100_000 && value % 10_000 === 0;
  const number = isRound ? `${value / 10_000}万` : decimal(value, figure.decimals);
  if (language === 'en') return `${number} ${figure.unit}`;
  return `${number}${unitsInChinese[figure.unit] ?? unit(figure.unit, language)}`;
}
