/** Narrows the rows that wait: by register and reason with their counts, by import, and by text. */
import { useState } from 'react';
import type { AsidePage } from '#features/imports/rowContract.ts';
import { count } from '../parts/format.ts';
import { inLanguage, useLanguage, useWords } from '../parts/language.ts';
import type { ImportSearch } from './importQuestions.ts';
import { importWords } from './importWords.ts';

interface AsideFiltersParts {
  readonly groups: AsidePage['groups'];
  readonly search: ImportSearch;
  readonly change: (changed: ImportSearch) => void;
}

export function AsideFilters({ groups, search, change }: AsideFiltersParts) {
  const say = useWords(importWords);
  const language = useLanguage();
  const [text, setText] = useState(search.text ?? '');
  const registers = new Map(groups.map(({ register, registerName }) => [register, inLanguage(registerName, language)]));
  const rowsWith = (fits: (group: AsidePage['groups'][number]) => boolean): string =>
    count(groups.filter(fits).reduce((sum, { rows }) => sum + rows, 0));
  const ofReason = groups.filter(({ reason }) => search.reason === undefined || reason === search.reason);
  const ofRegister = groups.filter(({ register }) => search.register === undefined || register === search.register);
  return (
    <form
      className="filters no-print"
      onSubmit={(event) => {
        event.preventDefault();
        change({ text: text.trim() || undefined });
      }}
    >
      {search.import !== undefined && (
        <button type="button" onClick={() => change({ import: undefined })}>
          {say('ofImport', { id: search.import })} ×
        </button>
      )}
      <label>
        {say('register')}
        <select value={search.register ?? ''} onChange={(event) => change({ register: event.target.value || undefined })}>
          <option value="">{say('withRows', { name: say('anyRegister'), count: ofReason.reduce((sum, { rows }) => sum + rows, 0) })}</option>
          {[...registers].map(([register, name]) => (
            <option key={register} value={register}>
              {name} {rowsWith((group) => group.register === register && ofReason.includes(group))}
            </option>
          ))}
        </select>
      </label>
      <label>
        {say('reason')}
        <select value={search.reason ?? ''} onChange={(event) => change({ reason: event.target.value || undefined })}>
          <option value="">{say('withRows', { name: say('anyReason'), count: ofRegister.reduce((sum, { rows }) => sum + rows, 0) })}</option>
          {reasons
            .filter((reason) => groups.some((group) => group.reason === reason))
            .map((reason) => (
              <option key={reason} value={reason}>
                {say(reason)} {rowsWith((group) => group.reason === reason && ofRegister.includes(group))}
              </option>
            ))}
        </select>
      </label>
      <label>
        {say('find')}
        <input type="search" size={26} value={text} placeholder={say('findHint')} onChange={(event) => setText(event.target.value)} />
      </label>
      <button type="submit">{say('find')}</button>
    </form>
  );
}

const reasons = [
  'imports.nobody-with-number',
  'imports.no-household-with-number',
  'imports.nobody-fits',
  'imports.name-differs',
  'imports.numbers-differ',
  'imports.waits-for-refused',
] as const;
