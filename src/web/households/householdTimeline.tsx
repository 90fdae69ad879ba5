/** What changed about a household, the newest first. */
import { Link } from '@tanstack/react-router';
import type { HouseholdFile } from '#features/households/contract.ts';
import { day } from '../parts/format.ts';
import { inLanguage, useLanguage, useWords } from '../parts/language.ts';
import classes from './householdPage.module.css';
import { householdWords } from './householdWords.ts';

export function HouseholdTimeline({ timeline }: { readonly timeline: HouseholdFile['timeline'] }) {
  const say = useWords(householdWords);
  const language = useLanguage();
  return (
    <section>
      <h2>{say('timeline')}</h2>
      <ol className={classes.timeline}>
        {timeline.map((line) => (
          <li key={`${line.on} ${line.kind} ${line.register ?? ''} ${line.importId ?? ''} ${line.warning ?? ''} ${line.zh}`}>
            <time dateTime={line.on}>{day(line.on, language)}</time>
            {line.warning === null ? (
              inLanguage(line, language)
            ) : (
              <Link to="/warnings/$id" params={{ id: String(line.warning) }} preload={false}>
                {inLanguage(line, language)}
              </Link>
            )}{' '}
            {line.importId !== null && (
              <Link className="small" to="/imports/$id" params={{ id: String(line.importId) }} preload={false}>
                {say('toImport', { id: line.importId })}
              </Link>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
