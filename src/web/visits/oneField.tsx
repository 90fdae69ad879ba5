/** A field that is asked: what stands beside its name, and a control for the answer. */
import { useId } from 'react';
import type { AskedField } from '#features/visits/contract.ts';
import { inLanguage, useLanguage, useWords } from '../parts/language.ts';
import classes from './visits.module.css';
import { visitWords } from './visitWords.ts';

const inputTypes: Readonly<Record<string, string>> = { date: 'date', number: 'number' };

interface OneFieldParts {
  readonly field: AskedField;
  readonly value: string;
  readonly set: (value: string) => void;
}

export function OneField({ field, value, set }: OneFieldParts) {
  const say = useWords(visitWords);
  const language = useLanguage();
  const id = useId();
  const hint = say('now', { value: inLanguage(field.shown, language) });
  return (
    <div className={classes.field}>
      <label htmlFor={id}>
        {inLanguage(field, language)} <span className="quiet">{hint}</span>
      </label>
      {field.choices.length > 0 ? (
        <select id={id} value={value} onChange={(event) => set(event.target.value)}>
          <option value="">{say('unstated')}</option>
          {field.choices.map((choice) => (
            <option key={choice.code} value={choice.code}>
              {inLanguage(choice, language)}
            </option>
          ))}
        </select>
      ) : (
        <input
          id={id}
          type={inputTypes[field.control] ?? 'text'}
          step={field.control === 'number' ? 'any' : undefined}
          value={value}
          autoComplete="off"
          maxLength={2000}
          onChange={(event) => set(event.target.value)}
        />
      )}
    </div>
  );
}
