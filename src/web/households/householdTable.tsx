/** Households as rows: head, number, home, members, state, standing warnings. */
import { Link } from '@tanstack/react-router';
import type { HouseholdPage } from '#features/households/contract.ts';
import { count } from '../parts/format.ts';
import { useLanguage, useWords } from '../parts/language.ts';
import { LevelMark } from '../parts/levelMark.tsx';
import { seen } from '../parts/seen.ts';
import { homeOf } from './homeOf.ts';
import classes from './householdListPage.module.css';
import { householdWords } from './householdWords.ts';

interface HouseholdTableParts {
  readonly rows: HouseholdPage['rows'];
  /** All live in one building: its name need not stand in every row. */
  readonly isOneBuilding?: boolean;
}

export function HouseholdTable({ rows, isOneBuilding = false }: HouseholdTableParts) {
  const say = useWords(householdWords);
  const language = useLanguage();
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{say('head')}</th>
          <th scope="col" className={classes.no}>
            {say('no')}
          </th>
          <th scope="col">{say('home')}</th>
          <th scope="col" className="number">
            {say('members')}
          </th>
          <th scope="col" className={classes.status}>
            {say('status')}
          </th>
          <th scope="col">{say('warnings')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.no}>
            <th scope="row">
              <Link to="/households/$no" params={{ no: row.no }} preload={false}>
                {seen(row.head, language)}
              </Link>
            </th>
            <td className={classes.no}>{row.no}</td>
            <td>
              {isOneBuilding ? (
                homeOf(say, { ...row, community: null, building: null })
              ) : (
                <>
                  {row.settlement}
                  <span className={classes.place}>{homeOf(say, row)}</span>
                </>
              )}
            </td>
            <td className="number">{count(row.members)}</td>
            <td className={classes.status}>{language === 'en' ? row.statusEn : row.status}</td>
            <td className={classes.marks}>
              {row.worst !== null && (
                <>
                  <LevelMark level={row.worst} /> {count(row.openWarnings)}
                </>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
