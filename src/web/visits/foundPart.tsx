/** Problems that nobody knew of: each becomes a warning of its item. */
import { useId } from 'react';
import type { VisitForm } from '#features/visits/contract.ts';
import { inLanguage, useLanguage, useWords } from '../parts/language.ts';
import { partWords } from '../parts/partWords.ts';
import { seen } from '../parts/seen.ts';
import type { Draft, FoundDraft } from './draft.ts';
import classes from './visits.module.css';
import { visitWords } from './visitWords.ts';

interface FoundPartParts {
  readonly form: VisitForm;
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
}

const levels = ['blue', 'yellow', 'orange', 'red'] as const;

export function FoundPart({ form, draft, change }: FoundPartParts) {
  const say = useWords(visitWords);
  const set = (at: number, one: FoundDraft) => change({ found: draft.found.map((other, place) => (place === at ? one : other)) });
  return (
    <section className={classes.part}>
      <h2>{say('found')}</h2>
      {draft.found.map((one, at) => (
        <OneFound
          // biome-ignore lint/suspicious/noArrayIndexKey: problems are told apart by their place alone.
          key={at}
          form={form}
          one={one}
          set={(next) => set(at, next)}
          remove={() => change({ found: draft.found.filter((_, place) => place !== at) })}
        />
      ))}
      <p>
        <button type="button" onClick={() => change({ found: [...draft.found, { item: '', subject: form.household, level: 'yellow', note: '' }] })}>
          {say('addFound')}
        </button>
      </p>
    </section>
  );
}

interface OneFoundParts {
  readonly form: VisitForm;
  readonly one: FoundDraft;
  readonly set: (one: FoundDraft) => void;
  readonly remove: () => void;
}

function OneFound({ form, one, set, remove }: OneFoundParts) {
  const say = useWords(visitWords);
  const sayPart = useWords(partWords);
  const language = useLanguage();
  const id = useId();
  const unnamed = form.members.flatMap(({ no, isNamed }) => (isNamed ? [] : [no]));
  const kind = form.items.find(({ code }) => code === one.item)?.subject ?? 'household';
  return (
    <div className={classes.group}>
      <div className={classes.field}>
        <label htmlFor={`${id}-item`}>{say('item')}</label>
        <select
          id={`${id}-item`}
          required
          value={one.item}
          onChange={(event) => {
            const item = form.items.find(({ code }) => code === event.target.value);
            set({ ...one, item: event.target.value, subject: item?.subject === 'person' ? (form.members[0]?.no ?? '') : form.household });
          }}
        >
          <option value="">{say('unstated')}</option>
          {form.items.map((item) => (
            <option key={item.code} value={item.code}>
              {item.code} {inLanguage(item, language)}
            </option>
          ))}
        </select>
      </div>
      {kind === 'person' && (
        <div className={classes.field}>
          <label htmlFor={`${id}-whom`}>{say('whom')}</label>
          <select id={`${id}-whom`} required value={one.subject} onChange={(event) => set({ ...one, subject: event.target.value })}>
            {form.members.map(({ no, name, isNamed }) => (
              <option key={no} value={no}>
                {seen(name, language)} {!isNamed && unnamed.length > 1 && unnamed.indexOf(no) + 1}
              </option>
            ))}
          </select>
        </div>
      )}
      <div className={classes.field}>
        <label htmlFor={`${id}-level`}>{say('level')}</label>
        <select id={`${id}-level`} value={one.level} onChange={(event) => set({ ...one, level: event.target.value as FoundDraft['level'] })}>
          {levels.map((level) => (
            <option key={level} value={level}>
              {sayPart(level)}
            </option>
          ))}
        </select>
      </div>
      <div className={classes.field}>
        <label htmlFor={`${id}-note`}>{say('foundNote')}</label>
        <textarea
          id={`${id}-note`}
          rows={2}
          required
          maxLength={2000}
          value={one.note}
          onChange={(event) => set({ ...one, note: event.target.value })}
        />
      </div>
      <p>
        <button type="button" onClick={remove}>
          {say('removeFound')}
        </button>
      </p>
    </div>
  );
}
