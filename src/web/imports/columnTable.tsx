/** The columns of a sheet with their first cells, and the field that each is read as. */
import { useLanguage, useWords } from '../parts/language.ts';
import { chosenFor, type Choices, type Column, type Sheet } from './columnChoices.ts';
import classes from './columnPage.module.css';
import { columnWords } from './columnWords.ts';

interface ColumnTableParts {
  readonly sheet: Sheet;
  readonly choices: Choices;
  readonly twice: ReadonlySet<string>;
  readonly choose: (key: string, field: string) => void;
}

export function ColumnTable({ sheet, choices, twice, choose }: ColumnTableParts) {
  const say = useWords(columnWords);
  // What needs a decision stands first; the rest keeps the order of the sheet.
  const ordered = [...sheet.columns.filter((column) => column.isOpen), ...sheet.columns.filter((column) => !column.isOpen)];
  return (
    <table className={classes.columns}>
      <thead>
        <tr>
          <th scope="col">{say('column')}</th>
          <th scope="col">{say('samples')}</th>
          <th scope="col">{say('means')}</th>
        </tr>
      </thead>
      <tbody>
        {ordered.map((column) => {
          const chosen = chosenFor(column, choices);
          const isTwice = chosen !== null && twice.has(chosen);
          const isOpen = isTwice || (chosen === null && column.itself === null);
          return (
            <tr key={column.key} className={isOpen && sheet.register !== null ? classes.open : undefined}>
              <th scope="row">
                <span className="code quiet">{column.column}</span> {column.header}
              </th>
              <td className={classes.samples}>
                {column.samples.length === 0 ? (
                  <span className="quiet">{say('empty')}</span>
                ) : (
                  column.samples.map((text) => <span key={text}>{text}</span>)
                )}
              </td>
              <td>
                {sheet.register === null ? (
                  <span className="quiet">—</span>
                ) : (
                  <Meaning sheet={sheet} column={column} chosen={chosen} isTwice={isTwice} choose={(field) => choose(column.key, field)} />
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

interface MeaningParts {
  readonly sheet: Sheet;
  readonly column: Column;
  readonly chosen: string | null;
  readonly isTwice: boolean;
  readonly choose: (field: string) => void;
}

function Meaning({ sheet, column, chosen, isTwice, choose }: MeaningParts) {
  const say = useWords(columnWords);
  const language = useLanguage();
  const needed = sheet.choices.filter((choice) => choice.isNeeded);
  const suggestion = sheet.choices.find((choice) => choice.field === column.suggestion);
  return (
    <span className={classes.meaning}>
      <select
        aria-label={say('meansOf', { header: column.header })}
        aria-invalid={isTwice}
        value={chosen ?? ''}
        onChange={(event) => choose(event.target.value)}
      >
        <option value="">{column.itself === null || column.decided !== null ? say('undecidedOne') : column.itself[language]}</option>
        <option value="none">{say('none')}</option>
        <optgroup label={say('needed')}>
          {needed.map((choice) => (
            <option key={choice.field} value={choice.field}>
              {choice[language]}
            </option>
          ))}
        </optgroup>
        <optgroup label={say('others')}>
          {sheet.choices
            .filter((choice) => !choice.isNeeded)
            .map((choice) => (
              <option key={choice.field} value={choice.field}>
                {choice[language]}
              </option>
            ))}
        </optgroup>
      </select>
      {chosen === null && suggestion && (
        <button type="button" className="plain" onClick={() => choose(suggestion.field)}>
          {say('suggest', { field: suggestion[language] })}
        </button>
      )}
      {isTwice && <span className={classes.twice}>{say('twiceHere')}</span>}
    </span>
  );
}
