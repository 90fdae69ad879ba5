/** The fields of an appeal that is being taken down: where and how it came, what was said, and who said it. */
import { type ReactNode, useId } from 'react';
import { items } from '#catalog/catalog.ts';
import { appealCategory, channel, nature, track, urgency } from '#catalog/codes/appeals.ts';
import type { CodeList } from '#catalog/codes/codeList.ts';
import type { EntryPlaces } from '#features/appeals/contract.ts';
import { useLanguage, useWords } from '../parts/language.ts';
import { appealWords } from './appealWords.ts';
import type { Draft } from './draft.ts';
import classes from './entryPage.module.css';

interface EntryFieldsParts {
  readonly draft: Draft;
  readonly places: EntryPlaces;
  readonly change: (changed: Partial<Draft>) => void;
}

/** Ways by which people of the house take appeals down. */
const channels: readonly string[] = ['1', '2', '3', '7', '8'];

export function EntryFields({ draft, places, change }: EntryFieldsParts) {
  const say = useWords(appealWords);
  const language = useLanguage();
  const units = places.units[draft.settlement] ?? [];
  const text = (name: 'address' | 'name' | 'contact' | 'person', label: string, longest: number, hint?: string) => (
    <Labelled label={label} hint={hint}>
      {(id) => (
        <input id={id} maxLength={longest} autoComplete="off" value={draft[name]} onChange={(event) => change({ [name]: event.target.value })} />
      )}
    </Labelled>
  );
  const codes = (name: 'channel' | 'nature' | 'category' | 'track' | 'urgency', label: string, list: CodeList, mayBeEmpty = false) => (
    <Labelled label={label}>
      {(id) => (
        <select id={id} value={draft[name]} onChange={(event) => change({ [name]: event.target.value })}>
          {mayBeEmpty && <option value="">{say('choose')}</option>}
          {list.entries
            .filter(({ code }) => name !== 'channel' || channels.includes(code))
            .map((entry) => (
              <option key={entry.code} value={entry.code}>
                {entry[language]}
              </option>
            ))}
        </select>
      )}
    </Labelled>
  );
  return (
    <>
      <div className={classes.row}>
        <Labelled label={say('settlement')}>
          {(id) => (
            <select id={id} required value={draft.settlement} onChange={(event) => change({ settlement: event.target.value, against: '' })}>
              <option value="">{say('choose')}</option>
              {places.settlements.map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Labelled>
        {codes('channel', say('channel'), channel)}
        {codes('nature', say('nature'), nature)}
        {codes('track', say('track'), track)}
        {codes('urgency', say('urgency'), urgency)}
        {codes('category', say('category'), appealCategory, true)}
      </div>
      <Labelled label={say('content')}>
        {(id) => (
          <textarea
            id={id}
            required
            minLength={5}
            maxLength={4000}
            rows={5}
            value={draft.content}
            onChange={(event) => change({ content: event.target.value })}
          />
        )}
      </Labelled>
      <div className={classes.row}>
        {text('address', say('address'), 200)}
        <Labelled label={say('people')}>
          {(id) => <input id={id} type="number" min={1} value={draft.people} onChange={(event) => change({ people: event.target.value })} />}
        </Labelled>
        <Labelled label={say('item')}>
          {(id) => (
            <select id={id} value={draft.item} onChange={(event) => change({ item: event.target.value })}>
              <option value="">{say('choose')}</option>
              {items.map((item) => (
                <option key={item.code} value={item.code}>
                  {item.code} {item[language]}
                </option>
              ))}
            </select>
          )}
        </Labelled>
      </div>
      <div className={classes.row}>
        {text('name', say('name'), 50, say('nameHint'))}
        {text('contact', say('contact'), 40)}
        {text('person', say('person'), 40, say('personHint'))}
        <Labelled label={say('againstChoice')} hint={say('againstHint')}>
          {(id) => (
            <select id={id} value={draft.against} onChange={(event) => change({ against: event.target.value })}>
              <option value="">{say('nobody')}</option>
              {units.map((unit) => (
                <option key={unit.code} value={unit.code}>
                  {unit[language]}
                </option>
              ))}
            </select>
          )}
        </Labelled>
      </div>
    </>
  );
}

interface LabelledParts {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly children: (id: string) => ReactNode;
}

function Labelled({ label, hint, children }: LabelledParts) {
  const id = useId();
  return (
    <div className={classes.field}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
      {hint !== undefined && <small className="quiet">{hint}</small>}
    </div>
  );
}
