/** The indicator of an item over the months, drawn, with the numbers behind it. */
import { useQuery } from '@tanstack/react-query';
import type { ItemPage } from '#features/items/contract.ts';
import { trendQuestion } from '../boards/boardQuestions.ts';
import { areaName, useAreas, useHome } from '../parts/areas.ts';
import { count, decimal, month, unit } from '../parts/format.ts';
import { useLanguage, useWords } from '../parts/language.ts';
import { LevelMark, levelOf } from '../parts/levelMark.tsx';
import { TrendLine } from '../parts/trendLine.tsx';
import classes from './itemPage.module.css';
import { itemWords } from './itemWords.ts';

export function ItemTrend({ item, area: named }: { readonly item: ItemPage; readonly area: string | undefined }) {
  const say = useWords(itemWords);
  const language = useLanguage();
  const home = useHome();
  const area = named ?? home;
  const place = useAreas().find((candidate) => candidate.code === area);
  const points = useQuery(trendQuestion(item.code, area)).data?.points.slice(-12);
  const { indicator } = item;
  const title = say('trendOf', {
    area: place ? areaName(place, language) : area,
    indicator: indicator.name[language],
    unit: unit(indicator.unit, language),
  });
  return (
    <section>
      <h2>{say('trend')}</h2>
      <p className="small quiet">{title}</p>
      {points?.length === 0 && <p className={classes.empty}>{say('noTrend')}</p>}
      {points && points.length > 0 && (
        <>
          <TrendLine
            title={title}
            points={points.map((point) => ({
              label: month(point.month, language),
              short: String(Number(point.month.slice(5, 7))),
              value: point.value,
              level: levelOf(point.level),
            }))}
            decimals={indicator.decimals}
          />
          <details className={classes.fold}>
            <summary>{say('numbers')}</summary>
            <table>
              <thead>
                <tr>
                  <th scope="col">{say('month')}</th>
                  <th scope="col" className="number">
                    {say('value')}
                  </th>
                  <th scope="col" className="number">
                    {say('counted')}
                  </th>
                  <th scope="col">{say('level')}</th>
                </tr>
              </thead>
              <tbody>
                {points.toReversed().map((point) => (
                  <tr key={point.month}>
                    <td>{month(point.month, language)}</td>
                    <td className="number">{decimal(point.value, indicator.decimals)}</td>
                    <td className="number">
                      {count(point.numerator)} / {count(point.denominator)}
                    </td>
                    <td>
                      <LevelMark level={levelOf(point.level)} full />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </details>
        </>
      )}
    </section>
  );
}
