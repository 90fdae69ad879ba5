/** How often an item was right, by month: what those said who checked its warnings in an area. */
import { useQuery } from '@tanstack/react-query';
import { count, month, share } from '../parts/format.ts';
import { useLanguage, useWords } from '../parts/language.ts';
import classes from './itemPage.module.css';
import { verdictsQuestion } from './itemQuestions.ts';
import { itemWords } from './itemWords.ts';
import { precisionOf } from './precisionOf.ts';

const counts = ['confirmed', 'solved', 'wrong'] as const;

export function ItemPrecision({ code, area }: { readonly code: string; readonly area: string | undefined }) {
  const say = useWords(itemWords);
  const language = useLanguage();
  const rows = useQuery(verdictsQuestion(area, code)).data?.rows;
  return (
    <section>
      <h2>{say('precision')}</h2>
      <p className="small quiet">{say('precisionNote')}</p>
      {rows?.length === 0 && <p className={classes.empty}>{say('noVerdicts')}</p>}
      {rows && rows.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">{say('month')}</th>
              {counts.map((field) => (
                <th key={field} scope="col" className="number">
                  {say(field)}
                </th>
              ))}
              <th scope="col" className="number">
                {say('rightShare')}
              </th>
            </tr>
          </thead>
          <tbody>
            {[{ name: say('together'), of: rows }, ...rows.toReversed().map((row) => ({ name: month(row.month, language), of: [row] }))].map(
              ({ name, of }) => {
                const found = precisionOf(of);
                return (
                  <tr key={name}>
                    <th scope="row">{name}</th>
                    {counts.map((field) => (
                      <td key={field} className="number">
                        {count(found[field])}
                      </td>
                    ))}
                    <td className="number">{share(found.right, found.of)}</td>
                  </tr>
                );
              },
            )}
          </tbody>
        </table>
      )}
    </section>
  );
}
