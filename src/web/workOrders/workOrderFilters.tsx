/** Narrows the list of work orders: state with its count, level, mark, whose, order. */
import { statesOf } from '#catalog/lifecycles/lifecycle.ts';
import { workOrderLifecycle } from '#catalog/lifecycles/workOrder.ts';
import type { OrderPage } from '#features/workOrders/contract.ts';
import { count } from '../parts/format.ts';
import { useLanguage, useWords } from '../parts/language.ts';
import { May } from '../parts/may.tsx';
import { partWords } from '../parts/partWords.ts';
import { DownloadOrders } from './downloadOrders.tsx';
import { named } from '../parts/named.ts';
import classes from './workOrderListPage.module.css';
import type { OrderSearch } from './workOrderQuestions.ts';
import { workOrderWords } from './workOrderWords.ts';

interface WorkOrderFiltersParts {
  readonly search: OrderSearch;
  readonly page: OrderPage;
  readonly change: (changed: OrderSearch) => void;
}

const levels = ['red', 'orange', 'yellow', 'blue'] as const;
const marks = ['overdue', 'returned', 'still-red', 'reopened', 'supervised', 'paused', 'extension-asked'] as const;
const sorts = { due: 'byDue', level: 'byLevel', newest: 'newest', oldest: 'oldest' } as const;

export function WorkOrderFilters({ search, page, change }: WorkOrderFiltersParts) {
  const say = useWords(workOrderWords);
  const sayPart = useWords(partWords);
  const language = useLanguage();
  const all = Object.values(page.byState).reduce((sum, orders) => sum + orders, 0);
  const open = all - (page.byState.closed ?? 0);
  const states = [
    { code: undefined, name: say('open'), orders: open },
    ...statesOf(workOrderLifecycle).map((code) => ({
      code,
      name: named(workOrderLifecycle.states[code], language),
      orders: page.byState[code] ?? 0,
    })),
    { code: 'all', name: say('all'), orders: all },
  ];
  return (
    <div className="filters no-print">
      <fieldset className="choices" aria-label={say('state')}>
        {states
          .filter(({ code, orders }) => orders > 0 || code === search.state || code === undefined)
          .map(({ code, name, orders }) => (
            <button key={code ?? 'open'} type="button" aria-pressed={search.state === code} onClick={() => change({ state: code })}>
              {name} {count(orders)}
            </button>
          ))}
      </fieldset>
      {search.household !== undefined && (
        <button type="button" onClick={() => change({ household: undefined })}>
          {say('ofHousehold', { no: search.household })} ×
        </button>
      )}
      <label className={classes.mine}>
        <input type="checkbox" checked={search.mine === 'yes'} onChange={(event) => change({ mine: event.target.checked ? 'yes' : undefined })} />
        {say('mine')}
      </label>
      <label>
        {say('level')}
        <select value={search.level ?? ''} onChange={(event) => change({ level: event.target.value || undefined })}>
          <option value="">{say('anyLevel')}</option>
          {levels.map((level) => (
            <option key={level} value={level}>
              {sayPart(level)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {say('mark')}
        <select
          value={search.mark ?? ''}
          onChange={(event) => {
            const mark = event.target.value || undefined;
            // What shows itself after an order was closed would not be found among the open ones.
            change({ mark, ...(mark === 'still-red' || mark === 'reopened' || mark === 'returned' ? { state: 'all' } : {}) });
          }}
        >
          <option value="">{say('anyMark')}</option>
          {marks.map((mark) => (
            <option key={mark} value={mark}>
              {say(mark)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {say('sort')}
        <select value={search.sort ?? 'due'} onChange={(event) => change({ sort: event.target.value === 'due' ? undefined : event.target.value })}>
          {Object.entries(sorts).map(([code, word]) => (
            <option key={code} value={code}>
              {say(word)}
            </option>
          ))}
        </select>
      </label>
      <May needs="work-orders.export">
        <DownloadOrders search={search} total={page.total} />
      </May>
    </div>
  );
}
