/** Narrows the log by time, person, verb and object, and offers what fits as a file. */
import { auditObjects, auditVerbs } from '#catalog/auditVerbs.ts';
import { useLanguage, useWords } from '../parts/language.ts';
import classes from './auditPage.module.css';
import { type AuditSearch, auditExportAddress } from './auditQuestions.ts';
import { auditWords } from './auditWords.ts';

interface AuditFiltersParts {
  readonly search: AuditSearch;
  readonly isEmpty: boolean;
  readonly change: (changed: AuditSearch) => void;
}

export function AuditFilters({ search, isEmpty, change }: AuditFiltersParts) {
  const say = useWords(auditWords);
  const language = useLanguage();
  const [kind = '', ...key] = (search.object ?? '').split('/');
  const find = (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string): string | undefined => String(form.get(name) ?? '').trim() || undefined;
    const objectKey = text('key');
    const object = text('object');
    change({
      from: text('from'),
      to: text('to'),
      who: text('who'),
      verb: text('verb'),
      object: object && objectKey ? `${object}/${objectKey}` : object,
    });
  };
  return (
    <form className="filters no-print" onSubmit={find} aria-label={say('filters')}>
      <label>
        {say('from')}
        <input type="date" name="from" defaultValue={search.from} />
      </label>
      <label>
        {say('to')}
        <input type="date" name="to" defaultValue={search.to} />
      </label>
      <label>
        {say('who')}
        <input name="who" defaultValue={search.who} placeholder={say('whoHint')} size={12} />
      </label>
      <label>
        {say('verb')}
        <select name="verb" defaultValue={search.verb ?? ''}>
          <option value="">{say('anyVerb')}</option>
          {Object.entries(auditVerbs).map(([verb, name]) => (
            <option key={verb} value={verb}>
              {name[language]}
            </option>
          ))}
        </select>
      </label>
      <label>
        {say('object')}
        <select name="object" defaultValue={kind}>
          <option value="">{say('anyObject')}</option>
          {Object.entries(auditObjects).map(([object, name]) => (
            <option key={object} value={object}>
              {name[language]}
            </option>
          ))}
        </select>
      </label>
      <label>
        {say('key')}
        <input name="key" defaultValue={key.join('/')} size={10} />
      </label>
      <button type="submit" className="primary">
        {say('apply')}
      </button>
      {search.request !== undefined && (
        <button type="button" onClick={() => change({ request: undefined })}>
          {say('requestId')} {search.request.slice(0, 8)} ×
        </button>
      )}
      {!isEmpty && (
        <span className={classes.files}>
          <a href={auditExportAddress(search, 'csv')} download>
            {say('exportCsv')}
          </a>
          <a href={auditExportAddress(search, 'jsonl')} download>
            {say('exportJson')}
          </a>
        </span>
      )}
    </form>
  );
}
