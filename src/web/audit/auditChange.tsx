/** What stood before and after, field by field, side by side. */
import { auditFields } from '#catalog/auditVerbs.ts';
import { useLanguage, useWords } from '../parts/language.ts';
import classes from './auditPage.module.css';
import { auditWords } from './auditWords.ts';

type Values = Readonly<Record<string, unknown>> | null;

export function AuditChange({ before, after }: { readonly before: Values; readonly after: Values }) {
  const say = useWords(auditWords);
  const language = useLanguage();
  const written = (value: unknown): string => (typeof value === 'boolean' ? say(value ? 'yes' : 'no') : textOf(value));
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  if (names.length === 0) return <p className="quiet">{say('nothingTold')}</p>;
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
        {names.map((name) => (
          <tr key={name}>
            <th scope="row" className={classes.field}>
              {language === 'zh' ? (auditFields[name] ?? name) : name}
            </th>
            {before && <td>{written(before[name])}</td>}
            {after && <td>{written(after[name])}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function textOf(value: unknown): string {
  if (value === undefined) return '';
  if (value === null) return '—';
  if (Array.isArray(value) && value.every((one) => typeof one !== 'object')) return value.join(' ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
