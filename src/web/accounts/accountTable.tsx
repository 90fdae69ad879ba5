/** Accounts as rows, each with its grants; one opens to be managed. */
import { useSuspenseQuery } from '@tanstack/react-query';
import { Fragment, useState } from 'react';
import type { AccountRow } from '#features/accounts/contract.ts';
import { departmentName } from '../parts/departments.ts';
import { areaName, useAreas } from '../parts/areas.ts';
import { day, moment } from '../parts/format.ts';
import { useLanguage, useWords } from '../parts/language.ts';
import { useMay } from '../parts/me.ts';
import classes from './accountList.module.css';
import { accountListWords } from './accountListWords.ts';
import { AccountPanel } from './accountPanel.tsx';
import { rolesQuestion } from './accountQuestions.ts';

export function AccountTable({ rows }: { readonly rows: readonly AccountRow[] }) {
  const say = useWords(accountListWords);
  const language = useLanguage();
  const { roles } = useSuspenseQuery(rolesQuestion).data;
  const areas = useAreas();
  const mayChange = useMay('accounts.change');
  const mayGive = useMay('grants.change');
  const mayLink = useMay('accounts.link');
  const [open, setOpen] = useState<number>();
  const grantWords = ({ role, area, department, standsFor }: AccountRow['grants'][number]): string => {
    const place = areas.find(({ code }) => code === area);
    return [
      roles.find(({ code }) => code === role)?.[language] ?? role,
      place ? areaName(place, language) : area,
      department && departmentName(department, language),
      standsFor && say('standsFor', { name: standsFor }),
    ]
      .filter((word) => word !== null)
      .join(' · ');
  };
  const stateOf = (row: AccountRow): string =>
    [
      say(row.disabledAt === null ? 'active' : 'disabled'),
      row.leavesOn !== null && say('leaves', { day: day(row.leavesOn, language) }),
      row.mustChange && say('mustChange'),
      row.hasSecondFactor && say('hasSecondFactor'),
      row.hasIdentity && say('hasIdentity'),
    ]
      .filter(Boolean)
      .join(' · ');
  return (
    <table className="list">
      <thead>
        <tr>
          <th scope="col">{say('person')}</th>
          <th scope="col">{say('grants')}</th>
          <th scope="col">{say('state')}</th>
          <th scope="col">{say('signedInAt')}</th>
          <th scope="col">
            <span className="heard">{say('manage')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Fragment key={row.account}>
            <tr className={row.disabledAt === null ? undefined : classes.disabled}>
              <th scope="row">
                {row.name}
                <small className="code">{row.login}</small>
              </th>
              <td>
                {row.grants.length === 0 && <span className="quiet">{say('noGrants')}</span>}
                {row.grants.map((grant) => (
                  <div key={grant.id}>
                    {grantWords(grant)}
                    <small>
                      {grant.to === null
                        ? say('since', { from: day(grant.from, language) })
                        : say('span', { from: day(grant.from, language), to: day(grant.to, language) })}
                    </small>
                  </div>
                ))}
              </td>
              <td>{stateOf(row)}</td>
              <td data-label={say('signedInAt')}>
                {row.signedInAt === null ? <span className="quiet">{say('never')}</span> : moment(row.signedInAt, language)}
              </td>
              <td className="number">
                {(mayChange || mayGive || mayLink) && (
                  <button
                    type="button"
                    className="plain"
                    aria-expanded={open === row.account}
                    onClick={() => setOpen(open === row.account ? undefined : row.account)}
                  >
                    {say(open === row.account ? 'close' : 'manage')}
                    <span className="heard"> {row.name}</span>
                  </button>
                )}
              </td>
            </tr>
            {open === row.account && (
              <tr className={classes.panel}>
                <td colSpan={5}>
                  <AccountPanel row={row} grantWords={grantWords} />
                </td>
              </tr>
            )}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}
