/** What came of knocking: who was met and how, the children to look after, and whether people live there. */
import { useId } from 'react';
import type { VisitForm } from '#features/visits/contract.ts';
import { inLanguage, useLanguage, useWords } from '../parts/language.ts';
import { seen } from '../parts/seen.ts';
import type { Draft } from './draft.ts';
import classes from './visits.module.css';
import { visitWords } from './visitWords.ts';

interface MetPartParts {
  readonly form: VisitForm;
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
}

const toggled = (list: readonly string[], name: string, isIn: boolean): string[] => [...list.filter((one) => one !== name), ...(isIn ? [name] : [])];

export function MetPart({ form, draft, change }: MetPartParts) {
  const say = useWords(visitWords);
  const language = useLanguage();
  const id = useId();
  const isMet = draft.outcome === 'met';
  const children = form.members.filter(({ isAtRisk }) => isAtRisk);
  const unnamed = form.members.filter(({ isNamed }) => !isNamed).length;
  return (
    <section className={classes.part}>
      <h2>{say('outcome')}</h2>
      <div className={classes.choices}>
        {(['met', 'nobody-home'] as const).map((outcome) => (
          <label key={outcome}>
            <input type="radio" name={`${id}-outcome`} checked={draft.outcome === outcome} onChange={() => change({ outcome })} />
            {say(outcome === 'met' ? 'met' : 'nobodyHome')}
          </label>
        ))}
      </div>
      <fieldset className={classes.group}>
        <legend>{say('method')}</legend>
        <div className={classes.choices}>
          {(['1', '2', '3'] as const).map((method) => (
            <label key={method}>
              <input type="radio" name={`${id}-method`} checked={draft.method === method} onChange={() => change({ method })} />
              {say(`method${method}`)}
            </label>
          ))}
        </div>
      </fieldset>
      <div className={classes.field}>
        <label htmlFor={`${id}-at`}>{say('at')}</label>
        <input id={`${id}-at`} type="datetime-local" required value={draft.at} onChange={(event) => change({ at: event.target.value })} />
      </div>
      {!isMet && (
        <div className={classes.field}>
          <label htmlFor={`${id}-next`}>{say('nextTryDay')}</label>
          <input id={`${id}-next`} type="date" value={draft.nextTry} onChange={(event) => change({ nextTry: event.target.value })} />
        </div>
      )}
      {isMet && (
        <>
          <fieldset className={classes.group}>
            <legend>{say('whoMet')}</legend>
            <div className={classes.choices}>
              {form.members
                .filter(({ isAtRisk, isNamed }) => isNamed && !isAtRisk)
                .map(({ no, name }) => (
                  <label key={no}>
                    <input
                      type="checkbox"
                      checked={draft.met.includes(no)}
                      onChange={(event) => change({ met: toggled(draft.met, no, event.target.checked) })}
                    />
                    {seen(name, language)}
                  </label>
                ))}
            </div>
            {unnamed > 0 && <p className="small quiet">{say('unnamedOthers', { count: unnamed })}</p>}
          </fieldset>
          {children.length > 0 && (
            <fieldset className={classes.group}>
              <legend>{say('children')}</legend>
              {children.map(({ no, name }) => (
                <div key={no} className={classes.choices}>
                  <label>
                    <input
                      type="checkbox"
                      checked={draft.childrenMet.includes(no)}
                      onChange={(event) => change({ childrenMet: toggled(draft.childrenMet, no, event.target.checked) })}
                    />
                    {say('childMet', { name: seen(name, language) })}
                  </label>
                  <label>
                    <input
                      type="checkbox"
                      checked={draft.incidents.includes(no)}
                      onChange={(event) => change({ incidents: toggled(draft.incidents, no, event.target.checked) })}
                    />
                    {say('childIncident', { name: seen(name, language) })}
                  </label>
                </div>
              ))}
            </fieldset>
          )}
          <div className={classes.field}>
            <label htmlFor={`${id}-occupancy`}>{say('occupancy')}</label>
            <select id={`${id}-occupancy`} value={draft.occupancy} onChange={(event) => change({ occupancy: event.target.value })}>
              <option value="">{say('unstated')}</option>
              {form.occupancies.map((choice) => (
                <option key={choice.code} value={choice.code}>
                  {inLanguage(choice, language)}
                </option>
              ))}
            </select>
          </div>
        </>
      )}
    </section>
  );
}
