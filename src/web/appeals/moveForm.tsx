/** The form of a verb: what it asks for, each as its kind wants it. */
import { type FormEvent, useId, useState } from 'react';
import type { NeedShown, OfferShown } from '#derive/moveShown.ts';
import { today } from '../parts/format.ts';
import { useLanguage, useWords } from '../parts/language.ts';
import { ProblemLine } from '../parts/problemLine.tsx';
import classes from './appealPage.module.css';
import { appealWords } from './appealWords.ts';

interface MoveFormParts {
  readonly offer: OfferShown;
  readonly isSending: boolean;
  readonly error: unknown;
  readonly cancel: () => void;
  readonly submit: (given: Readonly<Record<string, string>>) => void;
}

export function MoveForm({ offer, isSending, error, cancel, submit }: MoveFormParts) {
  const say = useWords(appealWords);
  const language = useLanguage();
  const [given, setGiven] = useState<Readonly<Record<string, string>>>({});
  const asked = offer.needs.filter(({ onlyWith }) => onlyWith === null || given[onlyWith.input] === onlyWith.is);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    const names = new Set(asked.map(({ name }) => name));
    submit(Object.fromEntries(Object.entries(given).filter(([name, value]) => names.has(name) && value !== '')));
  };
  return (
    <form className={classes.form} onSubmit={send}>
      {asked.map((need) => (
        <Field key={need.name} need={need} value={given[need.name] ?? ''} change={(value) => setGiven({ ...given, [need.name]: value })} />
      ))}
      <ProblemLine error={error} />
      <p className={classes.buttons}>
        <button type="submit" className="primary" disabled={isSending}>
          {offer[language]}
        </button>
        <button type="button" onClick={cancel}>
          {say('cancel')}
        </button>
      </p>
    </form>
  );
}

interface FieldParts {
  readonly need: NeedShown;
  readonly value: string;
  readonly change: (value: string) => void;
}

function Field({ need, value, change }: FieldParts) {
  const say = useWords(appealWords);
  const language = useLanguage();
  const id = useId();
  return (
    <div className={classes.field}>
      <label htmlFor={id}>
        {need[language]}
        {need.optional && <span className="quiet">{say('optional')}</span>}
      </label>
      {need.choices.length > 0 ? (
        <select id={id} required={!need.optional} value={value} onChange={(event) => change(event.target.value)}>
          <option value="">{say('choose')}</option>
          {need.choices.map((choice) => (
            <option key={choice.code} value={choice.code}>
              {choice[language]}
            </option>
          ))}
        </select>
      ) : need.kind === 'text' ? (
        <textarea id={id} required={!need.optional} rows={2} maxLength={2000} value={value} onChange={(event) => change(event.target.value)} />
      ) : (
        <input
          id={id}
          type="date"
          required={!need.optional}
          {...(need.kind === 'past-day' ? { max: today() } : { min: today() })}
          value={value}
          onChange={(event) => change(event.target.value)}
        />
      )}
    </div>
  );
}
