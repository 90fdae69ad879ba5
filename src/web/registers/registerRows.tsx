/** A page of the rows of a register, each with the import and line that it came from. */
import { useSuspenseQuery } from '@tanstack/react-query';
import { ImportLink } from '../imports/importLink.tsx';
import { day } from '../parts/format.ts';
import { useLanguage, useWords } from '../parts/language.ts';
import { Pager } from '../parts/pager.tsx';
import { pageOf } from '../parts/search.ts';
import { FieldValue } from './fieldValue.tsx';
import classes from './registerListPage.module.css';
import { type RegisterSearch, registerQuestion, rowsPerPage } from './registerQuestions.ts';
import { registerWords } from './registerWords.ts';

interface RegisterRowsParts {
  readonly name: string;
  /** Whether the reader acts for a department that keeps the register. */
  readonly isOwn: boolean;
  readonly search: RegisterSearch;
  readonly turn: (page: number) => void;
}

export function RegisterRows({ name, isOwn, search, turn }: RegisterRowsParts) {
  const say = useWords(registerWords);
  const language = useLanguage();
  const { total, columns, rows } = useSuspenseQuery(registerQuestion(name, search)).data;
  return (
    <section className={classes.section}>
      <h2>
        {say('content')} <span className="small quiet">{say(isOwn ? 'maskedOwn' : 'masked')}</span>
      </h2>
      {total === 0 ? (
        <div className={classes.section}>
          <p>{say('empty')}</p>
          <p className="quiet">{say('emptyHint')}</p>
        </div>
      ) : (
        <>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: an area that scrolls must be reachable by keys. */}
          <section className={classes.frame} tabIndex={0} aria-label={say('content')}>
            <table className={classes.rows}>
              <thead>
                <tr>
                  {columns.map((column) => (
                    <th key={column.name} scope="col">
                      {column[language]}
                    </th>
                  ))}
                  <th scope="col">{say('dataDate')}</th>
                  <th scope="col">{say('line')}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => {
                  const written = new Map(row.fields.map((field) => [field.name, field]));
                  return (
                    <tr key={row.rowId}>
                      {columns.map((column) => {
                        const field = written.get(column.name);
                        return (
                          <td key={column.name} title={field?.value}>
                            {field && <FieldValue field={field} />}
                          </td>
                        );
                      })}
                      <td>
                        {day(row.dataDate, language)}
                        {row.missingSince !== null && <span className="quiet"> {say('missingSince', { day: day(row.missingSince, language) })}</span>}
                      </td>
                      <td>
                        <ImportLink id={row.importId}>{say('source', { id: row.importId, line: row.line })}</ImportLink>
                      </td>
                    </tr>
                  );
                })}
              </tbody>
            </table>
          </section>
          <Pager page={pageOf(search.page)} size={rowsPerPage} total={total} turn={turn} />
        </>
      )}
    </section>
  );
}
