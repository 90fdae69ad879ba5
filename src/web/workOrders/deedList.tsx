/** What was done with a case, the latest first: who did what, when, and what was written. */
import type { DeedShown } from '#derive/moveShown.ts';
import { moment } from '../parts/format.ts';
import { inLanguage, useLanguage, useWords } from '../parts/language.ts';
import { named } from '../parts/named.ts';
import classes from './workOrderPage.module.css';
import { workOrderWords } from './workOrderWords.ts';

export function DeedList({ deeds }: { readonly deeds: readonly DeedShown[] }) {
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
