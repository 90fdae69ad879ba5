/** Narrows the list of warnings: level with its count, item, state, order. */
import { useSuspenseQuery } from '@tanstack/react-query';
import { statesOf } from '#catalog/lifecycles/lifecycle.ts';
import { warningLifecycle } from '#catalog/lifecycles/warning.ts';
import { itemsQuestion } from '../items/itemQuestions.ts';
import { count } from '../parts/format.ts';
import { useLanguage, useWords } from '../parts/language.ts';
import { LevelMark } from '../parts/levelMark.tsx';
import { May } from '../parts/may.tsx';
import { DownloadWarnings } from './downloadWarnings.tsx';
import { named } from '../parts/named.ts';
import type { WarningSearch } from './warningQuestions.ts';
import { warningWords } from './warningWords.ts';

interface WarningFiltersParts {
  readonly search: WarningSearch;
  readonly byLevel: Readonly<Record<string, number>>;
  readonly change: (changed: WarningSearch) => void;
}

const levels = ['red', 'orange', 'yellow', 'blue'] as const;
const marks = ['silenced', 'supervised', 'escalated', 'still-red'] as const;
const states = ['open', 'recovering', 'unknown', 'recovered', 'retracted'] as const;

export function WarningFilters({ search, byLevel, change }: WarningFiltersParts) {
  const say = useWords(warningWords);
  const language = useLanguage();
  const { items } = useSuspenseQuery(itemsQuestion).data;
  const total = Object.values(byLevel).reduce((sum, subjects) => sum + subjects, 0);
  return (
    <div className="filters no-print">
      <fieldset className="choices" aria-label={say('level')}>
        <button type="button" aria-pressed={search.level === undefined} onClick={() => change({ level: undefined })}>
          {say('all')} {count(total)}
        </button>
        {levels.map((level) => (
          <button
            key={level}
            type="button"
            aria-pressed={search.level === level}
            onClick={() => change({ level: search.level === level ? undefined : level })}
          >
            <LevelMark level={level} full /> {count(byLevel[level] ?? 0)}
          </button>
        ))}
      </fieldset>
      {search.household !== undefined && (
        <button type="button" onClick={() => change({ household: undefined })}>
          {say('ofHousehold', { no: search.household })} ×
        </button>
      )}
      <label>
        {say('item')}
        <select value={search.item ?? ''} onChange={(event) => change({ item: event.target.value || undefined })}>
          <option value="">{say('allItems', { items: items.length })}</option>
          {items.map((item) => (
            <option key={item.code} value={item.code}>
              {item.code} {item.name[language]}
            </option>
          ))}
        </select>
      </label>
      <label>
        {say('state')}
        <select
          value={search.state ?? 'standing'}
          onChange={(event) => change({ state: event.target.value === 'standing' ? undefined : event.target.value })}
        >
          <option value="standing">{say('standing')}</option>
          {states.map((state) => (
            <option key={state} value={state}>
              {say(state)}
            </option>
          ))}
          <option value="all">{say('anyState')}</option>
        </select>
      </label>
      <label>
        {say('handled')}
        <select value={search.handled ?? ''} onChange={(event) => change({ handled: event.target.value || undefined })}>
          <option value="">{say('anyHandling')}</option>
          {marks.map((mark) => (
            <option key={mark} value={mark}>
              {say(mark)}
            </option>
          ))}
          {statesOf(warningLifecycle).map((stage) => (
            <option key={stage} value={stage}>
              {named(warningLifecycle.states[stage], language)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {say('sort')}
        <select
          value={search.sort ?? 'level'}
          onChange={(event) => change({ sort: event.target.value === 'level' ? undefined : event.target.value })}
        >
          <option value="level">{say('byLevel')}</option>
          <option value="newest">{say('newest')}</option>
          <option value="oldest">{say('oldest')}</option>
        </select>
      </label>
      <May needs="warnings.export">
        <DownloadWarnings search={search} total={search.level === undefined ? total : (byLevel[search.level] ?? 0)} />
      </May>
    </div>
  );
}
