/** The questions about registers, those that are due first; an empty field says nothing, a value that is chosen again is confirmed. */
import type { AskedField, AskedRow, VisitForm } from '#features/visits/contract.ts';
import { inLanguage, useLanguage, useWords } from '../parts/language.ts';
import { seen } from '../parts/seen.ts';
import { answerKey, type Draft } from './draft.ts';
import { OneField } from './oneField.tsx';
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
  const set = (fields: readonly AskedField[], answerOf: (field: AskedField) => string) =>
    change({
      answers: {
        ...draft.answers,
        ...Object.fromEntries(fields.map((field) => [answerKey(row.register, row.key, field.name), { value: answerOf(field), base: field.version }])),
      },
    });
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
          <button type="button" onClick={() => set(known, ({ value }) => value)}>
            {say('confirm')}
          </button>
        </p>
      )}
      {row.fields.map((field) => (
        <OneField
          key={field.name}
          field={field}
          value={draft.answers[answerKey(row.register, row.key, field.name)]?.value ?? ''}
          set={(value) => set([field], () => value)}
        />
      ))}
    </fieldset>
  );
}
