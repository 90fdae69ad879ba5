/** The row that is corrected and its fields, each with the value that stands. */
import { useState } from 'react';
import type { PersonAsked } from '#features/personRights/contract.ts';
import { day } from '../parts/format.ts';
import { useLanguage, useWords } from '../parts/language.ts';
import classes from './personRights.module.css';
import { personRightWords } from './personRightWords.ts';

interface CorrectionFieldsParts {
  readonly rows: PersonAsked['rows'];
  readonly change: (correction: { register: string; row: number; values: Record<string, string> }) => void;
}

export function CorrectionFields({ rows, change }: CorrectionFieldsParts) {
  const say = useWords(personRightWords);
  const language = useLanguage();
  const [at, setAt] = useState(0);
  const [values, setValues] = useState<Record<string, string>>({});
  const row = rows[at];
  if (!row) return null;
  const tell = (next: Record<string, string>, place = at) => {
    const of = rows[place];
    setValues(next);
    if (of)
      change({ register: of.register, row: of.rowId, values: Object.fromEntries(Object.entries(next).filter(([, value]) => value.trim() !== '')) });
  };
  return (
    <>
      <div className={classes.fields}>
        <label className={classes.wide}>
          {say('row')}
          <select
            value={at}
            onChange={(event) => {
              setAt(Number(event.target.value));
              tell({}, Number(event.target.value));
            }}
          >
            {rows.map((one, place) => (
              <option key={`${one.register} ${one.rowId}`} value={place}>
                {one[language]} · {day(one.dataDate, language)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <p className="small quiet">{say('unchanged')}</p>
      <div className={classes.values}>
        {row.fields.map((field) => (
          <label key={`${row.rowId} ${field.name}`}>
            <span>
              {field[language]} <span className="quiet">{say('now', { value: field.value === '' ? say('empty') : field.value })}</span>
            </span>
            <input maxLength={4000} value={values[field.name] ?? ''} onChange={(event) => tell({ ...values, [field.name]: event.target.value })} />
          </label>
        ))}
      </div>
    </>
  );
}
