/** What happened to a warning, in order. */
import { type DataEvent, dataEvents } from '#catalog/lifecycles/dataEvents.ts';
import type { WarningFile } from '#features/warnings/contract.ts';
import { day } from '../parts/format.ts';
import { useLanguage, useWords } from '../parts/language.ts';
import { LevelMark, levelOf } from '../parts/levelMark.tsx';
import { named } from '../parts/named.ts';
import { warningWords } from './warningWords.ts';

export function WarningEvents({ events }: { readonly events: WarningFile['events'] }) {
  const say = useWords(warningWords);
  const language = useLanguage();
  return (
    <section>
      <h2>{say('timeline')}</h2>
      <ol className="events">
        {events.map((event) => {
          const words = dataEvents[event.kind as DataEvent];
          return (
            <li key={`${event.at} ${event.kind}`}>
              <time dateTime={event.on}>{day(event.on, language)}</time>
              {words === undefined ? event.kind : named(words, language)}{' '}
              {event.kind === 'level-changed' && event.from !== null && (
                <>
                  <LevelMark level={levelOf(event.from)} /> →{' '}
                </>
              )}
              {event.to !== null && <LevelMark level={levelOf(event.to)} />}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
