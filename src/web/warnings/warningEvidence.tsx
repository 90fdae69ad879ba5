/** The register rows behind a warning, each down to its file, sheet and line, and who brought it. */
import type { WarningFile } from '#features/warnings/contract.ts';
import { ImportLink } from '../imports/importLink.tsx';
import { day, moment } from '../parts/format.ts';
import { useLanguage, useWords } from '../parts/language.ts';
import { FieldList } from '../registers/fieldList.tsx';
import { useRegisterName } from '../registers/useRegisterName.ts';
import classes from './warningPage.module.css';
import { warningWords } from './warningWords.ts';

type EvidenceRow = WarningFile['evidence'][number];

const shownAtOnce = 8;

export function WarningEvidence({ warning }: { readonly warning: WarningFile }) {
  const say = useWords(warningWords);
  return (
    <section>
      <h2>{say('evidence')}</h2>
      <p className="small quiet">{warning.evidence.length === 0 ? say('noEvidence') : say('evidenceNote')}</p>
      {warning.evidence.map((row) => (
        <Row key={`${row.register} ${row.rowId} ${row.importId}`} row={row} />
      ))}
    </section>
  );
}

function Row({ row }: { readonly row: EvidenceRow }) {
  const say = useWords(warningWords);
  const language = useLanguage();
  const registerName = useRegisterName();
  // The sheet of a text file has no name but its place.
  const sheet = /^\d+$/.test(row.sheet) ? say('sheet', { n: Number(row.sheet) + 1 }) : row.sheet;
  return (
    <article className={classes.row}>
      <h3>{registerName(row.register, row.registerName)}</h3>
      <p className={classes.from}>
        <span className="code">{say('source', { file: row.file, sheet, line: row.line })}</span>
        <ImportLink id={row.importId}>{say('importNo', { id: row.importId })}</ImportLink>
        {row.undoneAt !== null && <strong>{say('undoneImport', { at: moment(row.undoneAt, language) })}</strong>}
        <span>{say('dataDate', { day: day(row.dataDate, language) })}</span>
        {row.broughtAt !== '' && (
          <span>{say('brought', { by: row.broughtBy || say('broughtBySomebody'), at: moment(row.broughtAt, language) })}</span>
        )}
      </p>
      {row.fields.length === 0 && row.undoneAt !== null && <p className="quiet">{say('goneWithImport')}</p>}
      <div className={classes.values}>
        <FieldList fields={row.fields.slice(0, shownAtOnce)} />
      </div>
      {row.fields.length > shownAtOnce && (
        <details>
          <summary>{say('moreFields')}</summary>
          <FieldList fields={row.fields.slice(shownAtOnce)} />
        </details>
      )}
    </article>
  );
}
