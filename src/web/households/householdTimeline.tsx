/** What changed about a household, the newest first. */
import { Link } from '@tanstack/react-router';
import type { HouseholdFile } from '#features/households/contract.ts';
import { ImportLink } from '../imports/importLink.tsx';
import { day } from '../parts/format.ts';
import { inLanguage, useLanguage, useWords } from '../parts/language.ts';
import classes from './householdPage.module.css';
import { householdWords } from './householdWords.ts';

export function HouseholdTimeline({ timeline }: { readonly timeline: HouseholdFile['timeline'] }) {
  const say = useWords(householdWords);
  const language = useLanguage();
  const days = [...new Set(timeline.map((line) => line.on))];
  return (
    <section>
      <h2>{say('timeline')}</h2>
      <ol className={classes.timeline}>
        {days.map((on) => (
          <li key={on}>
            <time dateTime={on}>{day(on, language)}</time>
            <ul>
              {timeline
                .filter((line) => line.on === on)
                .map((line) => (
                  <Line key={`${line.kind} ${line.register ?? ''} ${line.importId ?? ''} ${line.warning ?? ''} ${line.zh}`} line={line} />
                ))}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Line({ line }: { readonly line: HouseholdFile['timeline'][number] }) {
  const say = useWords(householdWords);
  const language = useLanguage();
  const words = inLanguage(line, language);
  return (
    <li>
      {line.warning === null ? (
        words
      ) : (
        <Link to="/warnings/$id" params={{ id: String(line.warning) }} preload={false}>
          {words}
        </Link>
      )}{' '}
      {line.importId !== null && (
        <ImportLink className="small" id={line.importId}>
          {say('toImport', { id: line.importId })}
        </ImportLink>
      )}
    </li>
  );
}
