/** The questions about registers, those that are due first; an empty field says nothing, a value that is chosen again is confirmed. */
import { useId } from 'react';
import type { AskedField, AskedRow, VisitForm } from '#features/visits/contract.ts';
import { inLanguage, useLanguage, useWords } from '../parts/language.ts';
import { seen } from '../parts/seen.ts';
import { answerKey, type Draft } from './draft.ts';
import classes from './visits.module.css';
import { visitWords } from './visitWords.ts';

interface QuestionPartParts {
  readonly questions: VisitForm['questions'];
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
}

export function QuestionPart({ questions, draft, change }: QuestionPartParts) {
  const say = useWords(visitWords);
  const due = questions.filter((row) => row.due !== null);
  const others = questions.filter((row) => row.due === null);
  const groups = (rows: readonly AskedRow[]) =>
    rows.map((row) => <RowFields key={`${row.register} ${row.key} ${row.fields[0]?.name}`} row={row} draft={draft} change={change} />);
  if (questions.length === 0) return null;
  return (
    <section className={classes.part}>
      <h2>{say('questions')}</h2>
      <p className="small quiet">{say('questionsHint')}</p>
      {groups(due)}
      {others.length > 0 && (
        <details>
          <summary>{say('others', { count: others.length })}</summary>
          {groups(others)}
        </details>
      )}
    </section>
  );
}

function RowFields({ row, draft, change }: { readonly row: AskedRow } & Omit<QuestionPartParts, 'questions'>) {
  const say = useWords(visitWords);
  const language = useLanguage();
  const set = (values: Readonly<Record<string, string>>) => change({ answers: { ...draft.answers, ...values } });
  const known = row.fields.filter(({ value }) => value !== '');
  return (
    <fieldset className={classes.group}>
      <legend>
        {inLanguage(row, language)}
        {row.personName !== null && ` · ${seen(row.personName, language)}`}{' '}
        {row.due !== null && <span className={classes.why}>{say(row.due === 'unknown' ? 'whyUnknown' : 'whyOld')}</span>}
      </legend>
      {row.due === 'old' && known.length > 0 && (
        <p>
          <button
            type="button"
            onClick={() => set(Object.fromEntries(known.map(({ name, value }) => [answerKey(row.register, row.key, name), value])))}
          >
            {say('confirm')}
          </button>
        </p>
      )}
      {row.fields.map((field) => {
        const place = answerKey(row.register, row.key, field.name);
        return <OneField key={field.name} field={field} value={draft.answers[place] ?? ''} set={(value) => set({ [place]: value })} />;
      })}
    </fieldset>
  );
}

const inputTypes: Readonly<Record<string, string>> = { date: 'date', number: 'number' };

function OneField({ field, value, set }: { readonly field: AskedField; readonly value: string; readonly set: (value: string) => void }) {
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
