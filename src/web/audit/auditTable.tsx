/** Entries as rows; each opens to what stood before and after, and to its place in the chain. */
import { Link } from '@tanstack/react-router';
import { Fragment, useState } from 'react';
import { auditObjects, auditVerbs } from '#catalog/auditVerbs.ts';
import { settingNames } from '#catalog/settingNames.ts';
import type { AuditEntry } from '#features/audit/contract.ts';
import { count, moment } from '../parts/format.ts';
import { type Language, useLanguage, useWords } from '../parts/language.ts';
import { AuditChange } from './auditChange.tsx';
import classes from './auditPage.module.css';
import { auditWords } from './auditWords.ts';

const nameIn = (names: Readonly<Record<string, { readonly zh: string; readonly en: string }>>, key: string, language: Language): string =>
  names[key]?.[language] ?? key;

export function AuditTable({ rows }: { readonly rows: readonly AuditEntry[] }) {
  const say = useWords(auditWords);
  const language = useLanguage();
  const [open, setOpen] = useState<number>();
  return (
    <table className={`list ${classes.table}`}>
      <thead>
        <tr>
          <th scope="col">{say('when')}</th>
          <th scope="col">{say('who')}</th>
          <th scope="col">{say('where')}</th>
          <th scope="col">{say('verb')}</th>
          <th scope="col">{say('object')}</th>
          <th scope="col">{say('details')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((entry) => (
          <Fragment key={entry.id}>
            <tr className={classes.row}>
              <td className={classes.at}>
                {moment(entry.at, language)}
                <span className="quiet">:{entry.at.slice(17, 19)}</span>
              </td>
              <th scope="row" className={classes.person}>
                {entry.name}
              </th>
              <td>
                {say(entry.via)} <span className="quiet">{entry.address}</span>
              </td>
              <td>{nameIn(auditVerbs, entry.verb, language)}</td>
              <td>
                {nameIn(auditObjects, entry.objectKind, language)}{' '}
                {entry.objectKind === 'setting' && entry.objectKey !== null ? nameIn(settingNames, entry.objectKey, language) : entry.objectKey}
              </td>
              <td>
                <button
                  type="button"
                  className="plain"
                  aria-expanded={open === entry.id}
                  aria-controls={`entry-${entry.id}`}
                  onClick={() => setOpen(open === entry.id ? undefined : entry.id)}
                >
                  {say(open === entry.id ? 'hide' : 'show')}
                  <span className="heard">
                    {' '}
                    {count(entry.id)} {nameIn(auditVerbs, entry.verb, language)}
                  </span>
                </button>
              </td>
            </tr>
            {open === entry.id && (
              <tr className={classes.opened} id={`entry-${entry.id}`}>
                <td colSpan={6}>
                  <AuditChange entry={entry} />
                  <dl className={classes.facts}>
                    {entry.purpose !== null && (
                      <div>
                        <dt>{say('purpose')}</dt>
                        <dd>{entry.purpose}</dd>
                      </div>
                    )}
                    {entry.settlement !== null && (
                      <div>
                        <dt>{say('settlement')}</dt>
                        <dd>{entry.settlement}</dd>
                      </div>
                    )}
                    {entry.requestId !== null && (
                      <div>
                        <dt>{say('requestId')}</dt>
                        <dd className="code">
                          <Link to="/audit" search={{ request: entry.requestId }}>
                            {entry.requestId}
                          </Link>
                        </dd>
                      </div>
                    )}
                    <div>
                      <dt>{say('place')}</dt>
                      <dd>{entry.seq === null ? say('waitsForChain') : count(entry.seq)}</dd>
                    </div>
                    {entry.hash !== null && (
                      <div>
                        <dt>{say('hash')}</dt>
                        <dd className="code">{entry.hash}</dd>
                      </div>
                    )}
                  </dl>
                </td>
              </tr>
            )}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}
