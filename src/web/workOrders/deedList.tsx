/** What happened to a case, the latest first: who did what, when, to which warning, and what was written. */
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { DeedShown } from '#derive/moveShown.ts';
import type { OrderDeed } from '#features/workOrders/contract.ts';
import { itemName } from '../items/itemName.ts';
import { itemsQuestion } from '../items/itemQuestions.ts';
import { moment } from '../parts/format.ts';
import { inLanguage, useLanguage, useWords } from '../parts/language.ts';
import { LevelMark } from '../parts/levelMark.tsx';
import { named } from '../parts/named.ts';
import classes from './workOrderPage.module.css';
import { workOrderWords } from './workOrderWords.ts';

export function DeedList({ deeds }: { readonly deeds: readonly (DeedShown & Partial<OrderDeed>)[] }) {
  const say = useWords(workOrderWords);
  const language = useLanguage();
  if (deeds.length === 0) return <p className="small quiet">{say('nothingYet')}</p>;
  return (
    <ol className="events">
      {[...deeds].reverse().map((deed, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: what was done never changes its order.
        <li key={index}>
          <time dateTime={deed.at}>{moment(deed.at, language)}</time>
          <strong>{named(deed.name, language)}</strong> <span className="quiet">{deed.by ?? say('platform')}</span>
          {deed.about && <About about={deed.about} />}
          {deed.given.map((given) => (
            <p key={given.en} className={classes.given}>
              <span className="quiet">{named(given, language)} </span>
              {inLanguage(given.value, language)}
            </p>
          ))}
        </li>
      ))}
    </ol>
  );
}

/** The warning that it happened to, with the levels between which the data moved it. */
function About({ about: { warning, item, fromLevel, toLevel } }: { readonly about: NonNullable<OrderDeed['about']> }) {
  const language = useLanguage();
  const { items } = useSuspenseQuery(itemsQuestion).data;
  return (
    <p className={classes.given}>
      <Link to="/warnings/$id" params={{ id: String(warning) }} preload={false}>
        {itemName(items, item, language)}
      </Link>{' '}
      {fromLevel && (
        <>
          <LevelMark level={fromLevel} /> →{' '}
        </>
      )}
      {toLevel && <LevelMark level={toLevel} />}
    </p>
  );
}
