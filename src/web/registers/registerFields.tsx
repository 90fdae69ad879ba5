/** The fields of a register: names, types, what must be filled, and the headers under which a sheet may bring them. */
import type { RegisterList } from '#features/registers/contract.ts';
import { useLanguage, useWords } from '../parts/language.ts';
import classes from './registerListPage.module.css';
import { registerWords } from './registerWords.ts';

type Field = RegisterList['registers'][number]['fields'][number];

const needs: Readonly<Record<string, 'yes' | 'auto' | 'no'>> = { yes: 'yes', auto: 'auto', no: 'no' };
const classesOfField = ['public', 'internal', 'personal', 'sensitive'] as const;

export function RegisterFields({ fields }: { readonly fields: readonly Field[] }) {
  const say = useWords(registerWords);
  const language = useLanguage();
  return (
    <details className={classes.section}>
      <summary>
        <h2>
          {say('fields')} <span className="small quiet">{fields.length}</span>
        </h2>
      </summary>
      <div className="scroll">
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{say('field')}</th>
              <th scope="col">{say('kind')}</th>
              <th scope="col">{say('required')}</th>
              <th scope="col">{say('aliases')}</th>
              <th scope="col">{say('noteOf')}</th>
            </tr>
          </thead>
          <tbody>
            {fields.map((field) => {
              const sensitivity = classesOfField.find((candidate) => candidate === field.sensitivity);
              return (
                <tr key={field.name}>
                  <th scope="row">{field[language]}</th>
                  <td>
                    {field.kind} {sensitivity && sensitivity !== 'public' && <span className="quiet small">{say(sensitivity)}</span>}
                  </td>
                  <td>{say(needs[field.required] ?? 'no')}</td>
                  <td className="small">{field.aliases.join('、')}</td>
                  <td className="small" lang="en">
                    {field.note}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </details>
  );
}
