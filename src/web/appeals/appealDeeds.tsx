/** What was done to an appeal, the latest first. */
import type { AppealFile } from '#features/appeals/contract.ts';
import { moment } from '../parts/format.ts';
import { useLanguage, useWords } from '../parts/language.ts';
import classes from './appealPage.module.css';
import { appealWords } from './appealWords.ts';

export function AppealDeeds({ appeal }: { readonly appeal: AppealFile }) {
  const say = useWords(appealWords);
  const language = useLanguage();
  return (
    <section>
      <h2>{say('deeds')}</h2>
      <ol className="events">
        {[...appeal.deeds].reverse().map((deed) => (
          <li key={`${deed.at}${deed.verb}${deed.to.zh}`}>
            <time dateTime={deed.at}>{moment(deed.at, language)}</time>
            <strong>{deed.name[language]}</strong> {deed.by ?? say('byPlatform')}
            {deed.given.map((given) => (
              <span key={given.zh} className={classes.given}>
                {given[language]}
                {language === 'zh' ? '：' : ': '}
                {given.value[language]}
              </span>
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}
