/** The warnings of the household, each with the step that the visit takes and what that step asks for. */
import { useId } from 'react';
import type { VisitForm } from '#features/visits/contract.ts';
import { inLanguage, useLanguage, useWords } from '../parts/language.ts';
import { LevelMark } from '../parts/levelMark.tsx';
import { named } from '../parts/named.ts';
import { NeedField } from '../parts/needField.tsx';
import type { Draft } from './draft.ts';
import classes from './visits.module.css';
import { visitWords } from './visitWords.ts';

interface WarningPartParts {
  readonly warnings: VisitForm['warnings'];
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
}

export function WarningPart({ warnings, draft, change }: WarningPartParts) {
  const say = useWords(visitWords);
  return (
    <section className={classes.part}>
      <h2>{say('warnings')}</h2>
      {warnings.length === 0 && <p className="quiet">{say('noWarnings')}</p>}
      {warnings.map((warning) => (
        <OneWarning
          key={warning.id}
          warning={warning}
          deed={draft.deeds[warning.id]}
          take={(deed) => {
            const { [warning.id]: _, ...others } = draft.deeds;
            change({ deeds: deed === undefined ? others : { ...others, [warning.id]: deed } });
          }}
        />
      ))}
    </section>
  );
}

interface OneWarningParts {
  readonly warning: VisitForm['warnings'][number];
  readonly deed: Draft['deeds'][number] | undefined;
  readonly take: (deed: Draft['deeds'][number] | undefined) => void;
}

function OneWarning({ warning, deed, take }: OneWarningParts) {
  const say = useWords(visitWords);
  const language = useLanguage();
  const id = useId();
  const offer = warning.offers.find(({ verb }) => verb === deed?.verb);
  const asked = offer?.needs.filter(({ onlyWith }) => onlyWith === null || deed?.given[onlyWith.input] === onlyWith.is) ?? [];
  return (
    <div className={classes.group}>
      <h3>
        <LevelMark level={warning.level} /> {warning.item} {inLanguage(warning.name, language)}
      </h3>
      <p className="small">{inLanguage(warning.why, language)}</p>
      {warning.offers.length === 0 ? (
        <p className="small quiet">{say('noOffers')}</p>
      ) : (
        <div className={classes.field}>
          <label htmlFor={id}>{say('deed')}</label>
          <select
            id={id}
            value={deed?.verb ?? ''}
            onChange={(event) => take(event.target.value === '' ? undefined : { verb: event.target.value, given: {} })}
          >
            <option value="">{say('nothing')}</option>
            {warning.offers.map((one) => (
              <option key={one.verb} value={one.verb}>
                {named(one, language)}
              </option>
            ))}
          </select>
        </div>
      )}
      {deed &&
        asked.map((need) => (
          <NeedField
            key={need.name}
            need={need}
            value={deed.given[need.name] ?? ''}
            change={(value) => take({ ...deed, given: { ...deed.given, [need.name]: value } })}
          />
        ))}
    </div>
  );
}
