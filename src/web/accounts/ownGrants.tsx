/** The grants that the person holds today. */
import type { Me } from '#features/accounts/contract.ts';
import { departmentName } from '../parts/departments.ts';
import { useLanguage, useWords } from '../parts/language.ts';
import classes from './accounts.module.css';
import { accountWords } from './accountWords.ts';

export function OwnGrants({ me }: { readonly me: Me }) {
  const say = useWords(accountWords);
  const language = useLanguage();
  return (
    <section className={classes.section}>
      <h2>{say('grants')}</h2>
      {me.grants.length === 0 ? (
        <p>{say('noGrants')}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{say('role')}</th>
              <th scope="col">{say('area')}</th>
              <th scope="col">{say('department')}</th>
            </tr>
          </thead>
          <tbody>
            {me.grants.map((grant) => (
              <tr key={`${grant.role} ${grant.area} ${grant.department}`}>
                <th scope="row">{language === 'zh' ? grant.roleZh : grant.roleEn}</th>
                <td>{grant.areaName}</td>
                <td>{grant.department === null ? '—' : departmentName(grant.department, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
