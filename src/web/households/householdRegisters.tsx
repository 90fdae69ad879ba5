/** The rows of every register that are about a household or its members, each with where it came from. */
import type { HouseholdFile } from '#features/households/contract.ts';
import { ImportLink } from '../imports/importLink.tsx';
import { day } from '../parts/format.ts';
import { inLanguage, useLanguage, useWords } from '../parts/language.ts';
import { seen } from '../parts/seen.ts';
import { FieldList } from '../registers/fieldList.tsx';
import classes from './householdPage.module.css';
import { householdWords } from './householdWords.ts';

type RegisterRow = HouseholdFile['registers'][number]['rows'][number];

export function HouseholdRegisters({ registers }: { readonly registers: HouseholdFile['registers'] }) {
  const say = useWords(householdWords);
  const language = useLanguage();
  return (
    <section>
      <h2>{say('registers')}</h2>
      {registers.map((register) => (
        <details key={register.name} className={classes.register}>
          <summary>
            {inLanguage(register, language)}
            <span className="small quiet">
              {register.total > register.rows.length
                ? say('rowsShown', { total: register.total, shown: register.rows.length })
                : say('rowsAll', { count: register.total })}
            </span>
          </summary>
          {register.rows.map((row) => (
            <Row key={row.rowId} register={register.name} row={row} />
          ))}
        </details>
      ))}
    </section>
  );
}

function Row({ register, row }: { readonly register: string; readonly row: RegisterRow }) {
  const say = useWords(householdWords);
  const language = useLanguage();
  return (
    <article className={classes.row}>
      <p className={classes.from}>
        {row.person !== null && <strong>{seen(row.person, language)}</strong>}
        <span>{say('dataDate', { day: day(row.dataDate, language) })}</span>
        {row.missingSince !== null && <span>{say('missing', { day: day(row.missingSince, language) })}</span>}
        <ImportLink id={row.source.importId}>
          {say('source', { file: row.source.file || say('toImport', { id: row.source.importId }), line: row.source.line })}
        </ImportLink>
      </p>
      <FieldList fields={row.fields} of={{ register, row: row.rowId }} />
    </article>
  );
}
