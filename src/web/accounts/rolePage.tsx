/** Who may do what (角色权限): permissions by roles, as declared. */
import { useSuspenseQuery } from '@tanstack/react-query';
import { everybodyMay } from '#catalog/roles.ts';
import { useLanguage, useWords } from '../parts/language.ts';
import { PageHead } from '../parts/pageHead.tsx';
import { SystemTabs } from '../parts/systemTabs.tsx';
import { accountListWords } from './accountListWords.ts';
import { rolesQuestion } from './accountQuestions.ts';
import classes from './accountList.module.css';

export function RolePage() {
  const say = useWords(accountListWords);
  const language = useLanguage();
  const { roles, permissions } = useSuspenseQuery(rolesQuestion).data;
  return (
    <>
      <PageHead title={say('roleTitle')} note={say('roleNote')} />
      <SystemTabs />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: an area that scrolls must be reachable by keys. */}
      <section className={`scroll ${classes.roles}`} tabIndex={0} aria-label={say('roleTitle')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say('permission')}</th>
              {roles.map((role) => (
                <th key={role.code} scope="col">
                  {role[language]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {permissions
              .filter(({ name }) => !everybodyMay.some((own) => own === name))
              .map((permission) => (
                <tr key={permission.name}>
                  <th scope="row">
                    {permission[language]}
                    <small className="code quiet">{permission.name}</small>
                  </th>
                  {roles.map((role) => {
                    const isAllowed = role.may.includes(permission.name);
                    return (
                      <td key={role.code} className={isAllowed ? classes.yes : undefined}>
                        <span aria-hidden="true">{isAllowed ? '●' : ''}</span>
                        <span className="heard">{say(isAllowed ? 'mayMark' : 'mayNot')}</span>
                      </td>
                    );
                  })}
                </tr>
              ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
