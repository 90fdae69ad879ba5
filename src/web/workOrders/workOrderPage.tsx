/** One work order: who has it and by when, the checklist with its clocks, what the reader may do, and what was done. */
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { workOrderLifecycle } from '#catalog/lifecycles/workOrder.ts';
import type { OrderFile } from '#features/workOrders/contract.ts';
import { building, day, moment } from '../parts/format.ts';
import { inLanguage, useLanguage, useWords } from '../parts/language.ts';
import { LevelMark } from '../parts/levelMark.tsx';
import { PageHead } from '../parts/pageHead.tsx';
import { seen } from '../parts/seen.ts';
import { Checklist } from './checklist.tsx';
import { DeedList } from './deedList.tsx';
import { MoveButtons } from './moveButtons.tsx';
import { remaining } from './remaining.ts';
import { named } from '../parts/named.ts';
import classes from './workOrderPage.module.css';
import { orderQuestion } from './workOrderQuestions.ts';
import { workOrderWords } from './workOrderWords.ts';

const route = getRouteApi('/work-orders/$id');

/** What is most likely done next in a state. */
const next: Readonly<Record<string, string>> = {
  waiting: 'dispatch',
  dispatched: 'sign',
  signed: 'finish',
  disputed: 'arbitrate',
  reviewed: 'close',
};

export function WorkOrderPage() {
  const say = useWords(workOrderWords);
  const language = useLanguage();
  const { id } = route.useParams();
  const order = useSuspenseQuery(orderQuestion(id)).data;
  return (
    <>
      <PageHead title={say('of', { subject: seen(order.subject, language) })} note={order.no} help={[say('help1'), say('help2'), say('help3')]} />
      <OrderHead order={order} />
      <div className={classes.order}>
        <Checklist order={order} />
        <section className={classes.actions}>
          <h2>{say('actions')}</h2>
          {order.offers.length === 0 ? (
            <p className={classes.text}>{say('nothingToDo')}</p>
          ) : (
            <MoveButtons
              path={`/work-orders/${order.id}`}
              offers={order.offers}
              order={order.id}
              {...(next[order.state] && { first: next[order.state] })}
            />
          )}
        </section>
        <section className={classes.done}>
          <h2>{say('history')}</h2>
          <DeedList deeds={order.deeds} />
        </section>
      </div>
    </>
  );
}

function OrderHead({ order }: { readonly order: OrderFile }) {
  const say = useWords(workOrderWords);
  const language = useLanguage();
  const place = [order.settlement, order.community, order.building === null ? null : building(order.building)].filter(Boolean).join(' · ');
  const isOverdue = order.marks.includes('overdue');
  return (
    <section className="case">
      <p className="case-state">
        <LevelMark level={order.level} full />
        <strong>{named(workOrderLifecycle.states[order.state], language)}</strong>
        {order.dueAt !== null && (
          <strong className={isOverdue ? classes.late : undefined}>
            {say(isOverdue ? 'over' : 'running', { left: remaining(say, order.asOf, order.dueAt) })}
          </strong>
        )}
        {order.marks
          .filter((mark) => mark !== 'overdue')
          .map((mark) => (
            <span key={mark}>{say(mark)}</span>
          ))}
        {order.pausedSince !== null && <span>{say('pausedSince', { at: moment(order.pausedSince, language) })}</span>}
        {order.extension && (
          <span>
            {say(({ asked: 'extensionAsked', granted: 'extensionGranted', refused: 'extensionRefused' } as const)[order.extension.state], {
              day: day(order.extension.until, language),
            })}
          </span>
        )}
        {order.satisfaction && <span>{say('satisfaction', { value: inLanguage(order.satisfaction, language) })}</span>}
        {order.reopens && (
          <Link to="/work-orders/$id" params={{ id: String(order.reopens.id) }}>
            {say('reopens', { no: order.reopens.no })}
          </Link>
        )}
      </p>
      <dl className={classes.facts}>
        <div>
          <dt>{say('where')}</dt>
          <dd>{place}</dd>
        </div>
        <div>
          <dt>{say('owner')}</dt>
          <dd>
            {order.owner ?? say('nobody')}
            {order.deputy !== null && <span className="quiet"> {say('deputy', { name: order.deputy })}</span>}
          </dd>
        </div>
        {order.unit !== null && (
          <div>
            <dt>{say('unit')}</dt>
            <dd>{order.unit}</dd>
          </div>
        )}
        {order.departments.length > 0 && (
          <div>
            <dt>{say('departments')}</dt>
            <dd>{order.departments.join('、')}</dd>
          </div>
        )}
        <div>
          <dt>{say('openedAt')}</dt>
          <dd>{moment(order.openedAt, language)}</dd>
        </div>
      </dl>
      <p className={`${classes.links} no-print`}>
        {order.phone !== null && (
          <a className="button" href={`tel:${order.phone}`}>
            {say('call', { phone: order.phone })}
          </a>
        )}
        {order.household !== null && (
          <Link className="button" to="/households/$no" params={{ no: order.household }}>
            {say('householdFile')}
          </Link>
        )}
      </p>
    </section>
  );
}
