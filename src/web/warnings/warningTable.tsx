/** Warnings as rows: level, subject and place, item, what was found, since when, state. */
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { warningLifecycle } from '#catalog/lifecycles/warning.ts';
import type { WarningRow } from '#features/warnings/contract.ts';
import { itemName } from '../items/itemName.ts';
import { itemsQuestion } from '../items/itemQuestions.ts';
import { day } from '../parts/format.ts';
import { inLanguage, useLanguage, useWords } from '../parts/language.ts';
import { LevelMark } from '../parts/levelMark.tsx';
import { seen } from '../parts/seen.ts';
import { named } from '../parts/named.ts';
import classes from './warningListPage.module.css';
import { isSilent } from './isSilent.ts';
import { placeOf } from './placeOf.ts';
import { subjectNameOf } from './subjectNameOf.ts';
import { warningWords } from './warningWords.ts';

export function WarningTable({ rows }: { readonly rows: readonly WarningRow[] }) {
  const say = useWords(warningWords);
  const language = useLanguage();
  const { items } = useSuspenseQuery(itemsQuestion).data;
  return (
    <table className={`list ${classes.table}`}>
      <thead>
        <tr>
          <th scope="col">{say('level')}</th>
          <th scope="col">{say('subject')}</th>
          <th scope="col">{say('item')}</th>
          <th scope="col">{say('why')}</th>
          <th scope="col">{say('raisedOn')}</th>
          <th scope="col">{say('handled')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} className={classes.row}>
            <td>
              <LevelMark level={row.level} />
            </td>
            <td className={classes.subject}>
              <Link to="/warnings/$id" params={{ id: String(row.id) }} preload={false}>
                {seen(subjectNameOf(say, row), language)}
              </Link>
              <span className={classes.place}>{placeOf(row)}</span>
            </td>
            <td>{itemName(items, row.item, language)}</td>
            <td className={classes.why}>{inLanguage(row.why, language)}</td>
            <td className={classes.day}>{day(row.raisedOn, language)}</td>
            <td className={classes.state}>
              {named(warningLifecycle.states[row.stage], language)}
              <span className={classes.place}>{say(row.state)}</span>
              {isSilent(row) && (
                <span className={classes.tag} title={say('silentUntil', { day: day(row.silentUntil ?? '', language) })}>
                  {say('silent')}
                </span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
