/** What stood before and after, field by field, side by side. */
import { auditChange } from '#derive/auditChange.ts';
import type { AuditEntry } from '#features/audit/contract.ts';
import { useLanguage, useWords } from '../parts/language.ts';
import classes from './auditPage.module.css';
import { auditWords } from './auditWords.ts';

export function AuditChange({ entry: { verb, before, after } }: { readonly entry: AuditEntry }) {
  const say = useWords(auditWords);
  const lines = auditChange(verb, before, after, useLanguage());
  if (lines.length === 0) return <p className="quiet">{say('nothingTold')}</p>;
  return (
    <table className={classes.change}>
      <thead>
        <tr>
          <th scope="col">{say('field')}</th>
          {before && <th scope="col">{say('before')}</th>}
          {after && <th scope="col">{say('after')}</th>}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={`${line.field} ${line.before} ${line.after}`}>
            <th scope="row" className={classes.field}>
              {line.field}
            </th>
            {before && <td>{line.before}</td>}
            {after && <td>{line.after}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
