/** The members of a household; each opens to what the register of persons says. */
import { Fragment, useState } from 'react';
import type { HouseholdFile } from '#features/households/contract.ts';
import { useLanguage, useWords } from '../parts/language.ts';
import { FieldList } from '../registers/fieldList.tsx';
import { seen } from '../parts/seen.ts';
import type { HiddenIn } from '../people/hiddenValue.ts';
import { FieldValue, type ReadField } from '../registers/fieldValue.tsx';
import classes from './householdPage.module.css';
import { householdWords } from './householdWords.ts';

export function HouseholdMembers({ persons }: { readonly persons: HouseholdFile['persons'] }) {
  const say = useWords(householdWords);
  const language = useLanguage();
  const [open, setOpen] = useState<string>();
  return (
    <section>
      <h2>{say('person')}</h2>
      <table className={classes.members}>
        <thead>
          <tr>
            <th scope="col">{say('name')}</th>
            <th scope="col">{say('relation')}</th>
            <th scope="col">{say('sex')}</th>
            <th scope="col">{say('age')}</th>
            <th scope="col" className="number">
              {say('number')}
            </th>
          </tr>
        </thead>
        <tbody>
          {persons.map((person) => (
            <Fragment key={person.no}>
              <tr className={person.left ? classes.left : undefined}>
                <th scope="row">
                  <button
                    type="button"
                    className="plain"
                    aria-expanded={open === person.no}
                    onClick={() => setOpen(open === person.no ? undefined : person.no)}
                  >
                    {seen(person.name, language)}
                  </button>{' '}
                  {person.left && <span className="small">{say('left')}</span>}
                </th>
                <td>
                  <Named fields={person.fields} name="relation" />
                </td>
                <td>
                  <Named fields={person.fields} name="sex" />
                </td>
                <td>
                  {person.isRestricted ? (
                    ''
                  ) : person.age === null ? (
                    <Named fields={person.fields} name="birth_date" />
                  ) : (
                    say('ageYears', { age: person.age })
                  )}
                </td>
                <td className="number">
                  <Named fields={person.fields} name="id_no" of={{ register: 'person', key: person.no }} />
                </td>
              </tr>
              <tr className="row-on-paper" hidden={open !== person.no}>
                <td colSpan={5} className={classes.opened}>
                  <FieldList fields={person.fields} of={{ register: 'person', key: person.no }} />
                </td>
              </tr>
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** One field of a person, in the language of the screen. */
function Named({ fields, name, of }: { readonly fields: readonly ReadField[]; readonly name: string; readonly of?: HiddenIn }) {
  const field = fields.find((candidate) => candidate.name === name);
  return field ? <FieldValue field={field} {...(of && { of })} /> : null;
}
