/** The registers (台账): what departments report, how often, and a template of each. */
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { RegisterList } from '#features/registers/contract.ts';
import { RhythmWords } from '../dataHealth/rhythmWords.tsx';
import { departmentNames } from '../parts/departments.ts';
import { apiAddress } from '../parts/ask.ts';
import { count } from '../parts/format.ts';
import { useLanguage, useWords } from '../parts/language.ts';
import { PageHead } from '../parts/pageHead.tsx';
import classes from './registerListPage.module.css';
import { registersQuestion } from './registerQuestions.ts';
import { registerWords } from './registerWords.ts';

type Register = RegisterList['registers'][number];

export function RegisterListPage() {
  const say = useWords(registerWords);
  const language = useLanguage();
  const registers = useSuspenseQuery(registersQuestion).data;
  const [text, setText] = useState('');
  const shown = registers.filter((register) => matches(register, text.trim().toLowerCase()));
  const total = registers.reduce((sum, register) => sum + register.rows, 0);
  return (
    <>
      <PageHead title={say('title')} note={say('note', { n: registers.length, rows: count(total) })} help={[say('helpTemplate'), say('helpMask')]} />
      <input
        className={`${classes.find} no-print`}
        type="search"
        aria-label={say('find')}
        placeholder={say('find')}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {shown.length === 0 ? (
        <p>{say('none')}</p>
      ) : (
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{say('register')}</th>
              <th scope="col" className={classes.departments}>
                {say('departments')}
              </th>
              <th scope="col" className={classes.rhythm}>
                {say('rhythm')}
              </th>
              <th scope="col" className="number">
                {say('rows')}
              </th>
              <th scope="col">
                <span className="heard">{say('template')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((register) => (
              <tr key={register.name}>
                <th scope="row">
                  <span className="quiet small">{register.no}</span>{' '}
                  <Link to="/registers/$name" params={{ name: register.name }} preload={false}>
                    {register[language]}
                  </Link>
                </th>
                <td className={classes.departments}>{departmentNames(register.departments, language)}</td>
                <td className={`${classes.rhythm} small`}>
                  <RhythmWords register={register} />
                </td>
                <td className="number">{count(register.rows)}</td>
                <td className="number">
                  <a href={templateOf(register)} download aria-label={say('templateOf', { register: register[language] })}>
                    {say('template')}
                  </a>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

/** Where the template of a register is downloaded. */
export const templateOf = (register: Pick<Register, 'name'>): string => apiAddress(`/registers/${register.name}/template.xlsx`);

function matches(register: Register, wanted: string): boolean {
  if (wanted === '') return true;
  const words = [register.no, register.zh, register.en, ...register.departments, ...register.fields.map((field) => field.zh)];
  return words.some((word) => word.toLowerCase().includes(wanted));
}
