/** The register rows behind a warning, register by register, the latest of each at once and the others folded; each down to its file, sheet and line, and who brought it. */
import type { WarningFile } from '#features/warnings/contract.ts';
import { ImportLink } from '../imports/importLink.tsx';
import { day, moment } from '../parts/format.ts';
import { inLanguage, useLanguage, useWords } from '../parts/language.ts';
import { FieldList } from '../registers/fieldList.tsx';
import classes from './warningPage.module.css';
import { warningWords } from './warningWords.ts';

type EvidenceRow = WarningFile['evidence'][number];

const shownAtOnce = 8;
const rowsAtOnce = 3;

export function WarningEvidence({ warning }: { readonly warning: WarningFile }) {
  const say = useWords(warningWords);
  const registers = [...new Set(warning.evidence.map(({ register }) => register))];
  return (
    <section>
      <h2>{say('evidence')}</h2>
      <p className="small quiet">{warning.evidence.length === 0 ? say('noEvidence') : say('evidenceNote')}</p>
      {registers.map((register) => (
        <RowsOfRegister key={register} rows={warning.evidence.filter((row) => row.register === register)} />
      ))}
    </section>
  );
}

function RowsOfRegister({ rows }: { readonly rows: readonly EvidenceRow[] }) {
  const say = useWords(warningWords);
  const language = useLanguage();
  const [first] = rows;
  if (first === undefined) return null;
  const shown = (some: readonly EvidenceRow[]) => some.map((row) => <Row key={`${row.rowId} ${row.importId} ${row.dataDate}`} row={row} />);
  return (
    <section className={classes.register}>
      <h3>
        {inLanguage(first.registerName, language)} <span className="small quiet">{say('evidenceRows', { count: rows.length })}</span>
      </h3>
      {shown(rows.slice(0, rowsAtOnce))}
      {rows.length > rowsAtOnce && (
        <details className={classes.folded}>
          <summary>{say('earlierRows', { count: rows.length - rowsAtOnce })}</summary>
          {shown(rows.slice(rowsAtOnce))}
        </details>
      )}
    </section>
  );
}

function Row({ row }: { readonly row: EvidenceRow }) {
  const say = useWords(warningWords);
  const language = useLanguage();
  // The sheet of a text file has no name but its place; rows that came without a file have none.
  const sheet = /^\d+$/.test(row.sheet) ? say('sheet', { n: Number(row.sheet) + 1 }) : row.sheet;
  return (
    <article className={classes.row}>
      <p className={classes.from}>
        <span className="code">{say('source', { place: [row.file, sheet].filter((part) => part !== '').join(' · '), line: row.line })}</span>
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
