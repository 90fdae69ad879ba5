/** Imports as rows: file and register, what became of its rows, who and when. */
import { Link } from '@tanstack/react-router';
import type { ImportRow } from '#features/imports/contract.ts';
import { count, day, moment } from '../parts/format.ts';
import { inLanguage, useLanguage, useWords } from '../parts/language.ts';
import classes from './importListPage.module.css';
import { importWords } from './importWords.ts';

const counted = ['rows', 'added', 'changed', 'unchanged', 'refused', 'aside', 'missing'] as const;

export function ImportTable({ rows }: { readonly rows: readonly ImportRow[] }) {
  const say = useWords(importWords);
  const language = useLanguage();
  return (
    <table className={classes.imports}>
      <thead>
        <tr>
          <th scope="col">{say('file')}</th>
          <th scope="col">{say('state')}</th>
          {counted.map((name) => (
            <th key={name} scope="col" className="number">
              {say(name)}
            </th>
          ))}
          <th scope="col">{say('at')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} className={row.state === 'undone' ? classes.undone : undefined}>
            <th scope="row">
              <Link to="/imports/$id" params={{ id: String(row.id) }} preload={false}>
                {row.id} {inLanguage(row.registerName, language)}
              </Link>
              <span className={classes.fileName}>
                {row.mode === 'nil' ? say('nil') : (row.file ?? say('byApi'))} · {day(row.dataDate, language)}
              </span>
            </th>
            <td className={classes.effect}>{say(row.state === 'refused' ? 'refusedState' : row.state)}</td>
            {counted.map((name) => (
              <td key={name} className={row[name] === 0 ? 'number quiet' : 'number'} data-label={say(name)}>
                {count(row[name])}
              </td>
            ))}
            <td className={classes.at}>
              {moment(row.at, language)}
              <span className={classes.fileName}>{row.by || say('thisMachine')}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
