/** Narrows the list of appeals: state with its count, nature, channel, rules, marks, own unit, order. */
import { appealLifecycle } from '#catalog/lifecycles/appeal.ts';
import { channel, nature, track } from '#catalog/codes/appeals.ts';
import { appealMarks } from '#catalog/lifecycles/appealWays.ts';
import { count } from '../parts/format.ts';
import { useLanguage, useWords } from '../parts/language.ts';
import { May } from '../parts/may.tsx';
import classes from './appealListPage.module.css';
import type { AppealSearch } from './appealQuestions.ts';
import { appealWords } from './appealWords.ts';
import { DownloadAppeals } from './downloadAppeals.tsx';

interface AppealFiltersParts {
  readonly search: AppealSearch;
  readonly byState: Readonly<Record<string, number>>;
  readonly total: number;
  readonly change: (changed: AppealSearch) => void;
}

const openStates = ['received', 'accepted', 'handling', 'answered', 'reviewing', 're-reviewing'] as const;
const restStates = ['closed', 'reviewed', 'refused', 'final', 'archived', 'withdrawn', 'merged'] as const;

export function AppealFilters({ search, byState, total, change }: AppealFiltersParts) {
  const say = useWords(appealWords);
  const language = useLanguage();
  const open = openStates.reduce((sum, state) => sum + (byState[state] ?? 0), 0);
  const stateName = (state: keyof typeof appealLifecycle.states): string => appealLifecycle.states[state][language];
  const chosen = search.state ?? 'open';
  const codes = [
    ['nature', nature],
    ['channel', channel],
    ['track', track],
  ] as const;
  return (
    <div className="filters no-print">
      <fieldset className={`choices ${classes.states}`} aria-label={say('state')}>
        <button type="button" aria-pressed={chosen === 'open'} onClick={() => change({ state: undefined })}>
          {say('open')} {count(open)}
        </button>
        {openStates.map((state) => (
          <button key={state} type="button" aria-pressed={chosen === state} onClick={() => change({ state: chosen === state ? undefined : state })}>
            {stateName(state)} {count(byState[state] ?? 0)}
          </button>
        ))}
        <select
          aria-label={say('state')}
          value={restStates.some((state) => state === chosen) || chosen === 'all' ? chosen : ''}
          onChange={(event) => change({ state: event.target.value || undefined })}
        >
          <option value="">…</option>
          {restStates.map((state) => (
            <option key={state} value={state}>
              {stateName(state)} {count(byState[state] ?? 0)}
            </option>
          ))}
          <option value="all">{say('all')}</option>
        </select>
      </fieldset>
      {codes.map(([name, list]) => (
        <label key={name}>
          {say(name)}
          <select value={search[name] ?? ''} onChange={(event) => change({ [name]: event.target.value || undefined })}>
            <option value="">{say('any')}</option>
            {list.entries.map((entry) => (
              <option key={entry.code} value={entry.code}>
                {entry[language]}
              </option>
            ))}
          </select>
        </label>
      ))}
      <label>
        {say('mark')}
        <select value={search.mark ?? ''} onChange={(event) => change({ mark: event.target.value || undefined })}>
          <option value="">{say('any')}</option>
          {appealMarks.map((mark) => (
            <option key={mark} value={mark}>
              {say(mark)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {say('sort')}
        <select value={search.sort ?? 'due'} onChange={(event) => change({ sort: event.target.value === 'due' ? undefined : event.target.value })}>
          <option value="due">{say('due')}</option>
          <option value="newest">{say('newest')}</option>
          <option value="oldest">{say('oldest')}</option>
        </select>
      </label>
      <label>
        <input type="checkbox" checked={search.mine === 'yes'} onChange={(event) => change({ mine: event.target.checked ? 'yes' : undefined })} />
        {say('mine')}
      </label>
      <May needs="appeals.export">
        <DownloadAppeals search={search} total={total} />
      </May>
    </div>
  );
}
