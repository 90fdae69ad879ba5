/** What raises and clears a warning of an item, and how long each step of handling may take. */
import { Link } from '@tanstack/react-router';
import type { ItemPage } from '#features/items/contract.ts';
import { inLanguage, useLanguage, useWords } from '../parts/language.ts';
import { limitWords } from '#derive/clocks/limitWords.ts';
import { LevelMark } from '../parts/levelMark.tsx';
import classes from './itemPage.module.css';
import { itemWords } from './itemWords.ts';

const steps = ['sign', 'check', 'measures', 'close'] as const;
const levels = ['red', 'orange', 'yellow', 'blue'] as const;

export function ItemClearing({ item }: { readonly item: ItemPage }) {
  const say = useWords(itemWords);
  const language = useLanguage();
  const used = levels.filter((level) => item.levels.some((entry) => entry.level === level && entry.used));
  return (
    <>
      <section>
        <h2>{say('clears')}</h2>
        <ul className={classes.lines}>
          <li>{inLanguage(item.clears, language)}</li>
          <li>{item.raiseAfterDays === 0 ? say('raiseAtOnce') : say('raiseAfter', { count: item.raiseAfterDays })}</li>
          <li>{say('silent', { count: item.silentDays })}</li>
          <li>{say('track', { count: item.trackDays })}</li>
          {item.heldBackBy.length > 0 && (
            <li>
              {say('heldBackBy')}{' '}
              {item.heldBackBy.map((code) => (
                <Link key={code} to="/items/$code" params={{ code }}>
                  {code}
                </Link>
              ))}
            </li>
          )}
        </ul>
      </section>
      <section>
        <h2>{say('limits')}</h2>
        <table className={classes.limits}>
          <thead>
            <tr>
              <th scope="col">{say('level')}</th>
              {steps.map((step) => (
                <th key={step} scope="col">
                  {say(step)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {used.map((level) => (
              <tr key={level}>
                <th scope="row">
                  <LevelMark level={level} />
                </th>
                {steps.map((step) => {
                  const limit = item.limits[level]?.[step] ?? null;
                  return <td key={step}>{limit === null ? '—' : limitWords(limit)[language]}</td>;
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
