/** Work orders as rows: level, subject and place, state, who is in charge, how many warnings, what is due next. */
import { Link } from '@tanstack/react-router';
import type { OrderRow } from '#features/workOrders/contract.ts';
import { workOrderLifecycle } from '#catalog/lifecycles/workOrder.ts';
import { building, count, moment } from '../parts/format.ts';
import { useLanguage, useWords } from '../parts/language.ts';
import { LevelMark } from '../parts/levelMark.tsx';
import { seen } from '../parts/seen.ts';
import { remaining } from './remaining.ts';
import { named } from '../parts/named.ts';
import classes from './workOrderListPage.module.css';
import { workOrderWords } from './workOrderWords.ts';

interface WorkOrderTableParts {
  readonly rows: readonly OrderRow[];
  readonly asOf: string;
  /** The orders chosen to be dispatched together; undefined for who may not. */
  readonly chosen: readonly number[] | undefined;
  readonly choose: (chosen: readonly number[]) => void;
}

export function WorkOrderTable({ rows, asOf, chosen, choose }: WorkOrderTableParts) {
  const say = useWords(workOrderWords);
  const waiting = rows.filter(({ state }) => state === 'waiting').map(({ id }) => id);
  const isChoosing = chosen !== undefined && waiting.length > 0;
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          {isChoosing && (
            <th scope="col" className={classes.box}>
              <input
                type="checkbox"
                aria-label={say('chooseAll')}
                checked={waiting.every((id) => chosen.includes(id))}
                onChange={(event) => choose(event.target.checked ? waiting : [])}
              />
            </th>
          )}
          <th scope="col">{say('level')}</th>
          <th scope="col">{say('subject')}</th>
          <th scope="col">{say('state')}</th>
          <th scope="col">{say('owner')}</th>
          <th scope="col" className="number">
            {say('warnings')}
          </th>
          <th scope="col">{say('due')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} className={classes.row}>
            {isChoosing && (
              <td className={classes.box}>
                {row.state === 'waiting' && (
                  <input
                    type="checkbox"
                    aria-label={say('choose', { no: row.no })}
                    checked={chosen.includes(row.id)}
                    onChange={(event) => choose(event.target.checked ? [...chosen, row.id] : chosen.filter((id) => id !== row.id))}
                  />
                )}
              </td>
            )}
            <OrderCells row={row} asOf={asOf} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function OrderCells({ row, asOf }: { readonly row: OrderRow; readonly asOf: string }) {
  const say = useWords(workOrderWords);
  const language = useLanguage();
  const isOverdue = row.marks.includes('overdue');
  const place = [row.settlement === row.subject ? null : row.settlement, row.community, row.building === null ? null : building(row.building)];
  return (
    <>
      <td className={classes.level}>
        <LevelMark level={row.level} />
      </td>
      <td className={classes.subject}>
        <Link to="/work-orders/$id" params={{ id: String(row.id) }} preload={false}>
          {seen(row.subject, language)}
        </Link>
        <span className={classes.place}>{place.filter(Boolean).join(' · ')}</span>
      </td>
      <td className={classes.state}>
        {named(workOrderLifecycle.states[row.state], language)}
        {row.marks
          .filter((mark) => mark !== 'overdue')
          .map((mark) => (
            <span key={mark} className={classes.tag}>
              {say(mark)}
            </span>
          ))}
      </td>
      <td className={classes.owner}>
        {row.owner ?? say('nobody')}
        <span className={classes.place}>{row.unit ?? row.departments.join('、')}</span>
      </td>
      <td className="number">{count(row.warnings)}</td>
      <td className={classes.due}>
        {row.dueAt === null ? (
          <span className="quiet">{row.closedAt === null ? say('noDue') : moment(row.closedAt, language)}</span>
        ) : (
          <>
            <strong className={isOverdue ? classes.late : undefined}>
              {say(isOverdue ? 'over' : 'running', { left: remaining(say, asOf, row.dueAt) })}
            </strong>
            <span className={classes.place}>{moment(row.dueAt, language)}</span>
          </>
        )}
      </td>
    </>
  );
}
