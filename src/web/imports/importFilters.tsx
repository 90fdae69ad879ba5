/** Narrows the list of imports: by register, by state, and to those that the reader brought. */
import { useQuery } from '@tanstack/react-query';
import { useLanguage, useWords } from '../parts/language.ts';
import { useMay } from '../parts/me.ts';
import { registersQuestion } from '../registers/registerQuestions.ts';
import classes from './importListPage.module.css';
import type { ImportSearch } from './importQuestions.ts';
import { importWords } from './importWords.ts';

const states = ['stored', 'waiting', 'refused', 'undone'] as const;

interface ImportFiltersParts {
  readonly search: ImportSearch;
  readonly change: (changed: ImportSearch) => void;
}

export function ImportFilters({ search, change }: ImportFiltersParts) {
  const say = useWords(importWords);
  const language = useLanguage();
  const mayBring = useMay('imports.create');
  const registers = useQuery(registersQuestion).data ?? [];
  return (
    <div className={classes.filters}>
      {mayBring && (
        <label className={classes.state}>
          <input type="checkbox" checked={search.mine === 'yes'} onChange={(event) => change({ mine: event.target.checked ? 'yes' : undefined })} />
          {say('mine')}
        </label>
      )}
      <label className={classes.state}>
        {say('register')}
        <select value={search.register ?? ''} onChange={(event) => change({ register: event.target.value || undefined })}>
          <option value="">{say('anyRegister')}</option>
          {registers.map((register) => (
            <option key={register.name} value={register.name}>
              {register[language]}
            </option>
          ))}
        </select>
      </label>
      <label className={classes.state}>
        {say('state')}
        <select value={search.state ?? ''} onChange={(event) => change({ state: event.target.value || undefined })}>
          <option value="">{say('anyState')}</option>
          {states.map((state) => (
            <option key={state} value={state}>
              {say(state === 'refused' ? 'refusedState' : state)}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
