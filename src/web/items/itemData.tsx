/** The thresholds of an item, the facts that it reads, and the registers behind them. */
import { Link } from '@tanstack/react-router';
import type { ItemPage } from '#features/items/contract.ts';
import { amount } from '../parts/format.ts';
import { fullWidth, inLanguage, useLanguage, useWords } from '../parts/language.ts';
import { May } from '../parts/may.tsx';
import classes from './itemPage.module.css';
import { itemWords } from './itemWords.ts';

export function ItemData({ item }: { readonly item: ItemPage }) {
  const say = useWords(itemWords);
  const language = useLanguage();
  return (
    <>
      <section>
        <h2>{say('parameters')}</h2>
        <table>
          <thead>
            <tr>
              <th scope="col">{say('parameter')}</th>
              <th scope="col" className="number">
                {say('inForce')}
              </th>
              <th scope="col" className="number">
                {say('declaredValue')}
              </th>
            </tr>
          </thead>
          <tbody>
            {item.parameters.map((parameter) => (
              <tr key={parameter.name}>
                <td>
                  {inLanguage(parameter, language)} {parameter.shared && <span className="quiet small">({say('shared')})</span>}
                </td>
                <td className="number">{amount(parameter.value, parameter.unit, language)}</td>
                <td className="number quiet">{amount(parameter.declared, parameter.unit, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <section>
        <h2>{say('data')}</h2>
        <table>
          <thead>
            <tr>
              <th scope="col">{say('fact')}</th>
              {language === 'zh' && <th scope="col">{say('means')}</th>}
            </tr>
          </thead>
          <tbody>
            {item.facts.map((fact) => (
              <tr key={fact.name}>
                <th scope="row">{fact[language]}</th>
                {language === 'zh' && <td>{fullWidth(fact.means)}</td>}
              </tr>
            ))}
          </tbody>
        </table>
        <ul className={`${classes.lines} small`}>
          {item.registers.map((register) => (
            <li key={register.name}>
              <May needs="registers.read" otherwise={register[language]}>
                <Link to="/registers/$name" params={{ name: register.name }}>
                  {register[language]}
                </Link>
              </May>{' '}
              <span className="quiet">{say('stale', { count: register.staleAfterDays })}</span>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
