/** One field that a move asks for: words, a choice, a day, or a person. */
import { type ReactNode, useId } from 'react';
import type { NeedShown } from '#derive/moveShown.ts';
import { today } from './format.ts';
import { useLanguage, useWords } from './language.ts';
import classes from './moveForm.module.css';
import { moveWords } from './moveWords.ts';
import { named } from './named.ts';

/** A field as a page fills it. */
export interface FieldParts {
  readonly id: string;
  readonly value: string;
  readonly change: (value: string) => void;
}

/** How a page lets a person be chosen. */
export type PersonField = (field: FieldParts) => ReactNode;

interface NeedFieldParts {
  readonly need: NeedShown;
  readonly person?: PersonField | undefined;
  readonly value: string;
  readonly change: (value: string) => void;
}

export function NeedField({ need, person, value, change }: NeedFieldParts) {
  const say = useWords(moveWords);
  const language = useLanguage();
  const id = useId();
  const isRequired = !need.optional;
  return (
    <div className={classes.field}>
      <label htmlFor={id}>
        {named(need, language)}
        {need.optional && say('optional')}
      </label>
      {need.kind === 'person' ? (
        person?.({ id, value, change })
      ) : need.kind === 'text' ? (
        <textarea id={id} rows={3} maxLength={2000} required={isRequired} value={value} onChange={(event) => change(event.target.value)} />
      ) : need.kind === 'coming-day' || need.kind === 'past-day' ? (
        <input
          id={id}
          type="date"
          required={isRequired}
          {...(need.kind === 'past-day' ? { max: today() } : { min: today() })}
          value={value}
          onChange={(event) => change(event.target.value)}
        />
      ) : (
        <select id={id} required={isRequired} value={value} onChange={(event) => change(event.target.value)}>
          <option value="">{say('pick')}</option>
          {need.choices.map((choice) => (
            <option key={choice.code} value={choice.code}>
              {named(choice, language)}
            </option>
          ))}
        </select>
      )}
    </div>
  );
}
