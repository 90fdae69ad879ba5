/** Registers with how many settlements are late: for narrow screens. */
import { Link } from '@tanstack/react-router';
import type { DataHealth } from '#features/dataHealth/contract.ts';
import { departmentNames } from '../parts/departments.ts';
import { count } from '../parts/format.ts';
import { useLanguage, useWords } from '../parts/language.ts';
import classes from './dataHealthPage.module.css';
import { dataHealthWords } from './dataHealthWords.ts';
import { RhythmWords } from './rhythmWords.tsx';

export function DeliveryList({ registers }: { readonly registers: DataHealth['registers'] }) {
  const say = useWords(dataHealthWords);
  const language = useLanguage();
  return (
    <ul className={classes.list}>
      {registers.map((register) => (
        <li key={register.name}>
          <Link to="/registers/$name" params={{ name: register.name }} preload={false}>
            {register[language]}
          </Link>
          <p>
            <span>
              {say('late')} <b>{count(register.late)}</b>
            </span>
            <span>
              {say('never')} <b>{count(register.never)}</b>
            </span>
            <span>
              {say('onTime')} {count(register.deliveries.length - register.late - register.never)}
            </span>
          </p>
          <p className="quiet">
            {departmentNames(register.departments, language)} · <RhythmWords register={register} />
          </p>
        </li>
      ))}
    </ul>
  );
}
