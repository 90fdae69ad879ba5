/** How people handle a warning: stage and order, clocks, what clearing still needs, what the reader may do, and what was done. */
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { warningLifecycle } from '#catalog/lifecycles/warning.ts';
import type { Handling } from '#features/workOrders/contract.ts';
import { day } from '../parts/format.ts';
import { fullWidth, inLanguage, useLanguage, useWords } from '../parts/language.ts';
import { ClockList } from '../workOrders/clockList.tsx';
import { DeedList } from '../workOrders/deedList.tsx';
import { MoveButtons } from '../workOrders/moveButtons.tsx';
import { named } from '../parts/named.ts';
import classes from '../workOrders/workOrderPage.module.css';
import { handlingQuestion } from '../workOrders/workOrderQuestions.ts';
import { workOrderWords } from '../workOrders/workOrderWords.ts';

export function WarningHandling({ id }: { readonly id: string }) {
  const say = useWords(workOrderWords);
  const language = useLanguage();
  const handling = useSuspenseQuery(handlingQuestion(id)).data;
  const { order, earlierOrders, silence, clocks, offers, deeds } = handling;
  return (
    <section className={classes.section}>
      <h2>{say('handling')}</h2>
      <p className={`case-state ${classes.text}`}>
        <strong>{named(warningLifecycle.states[handling.stage], language)}</strong>
        {order ? (
          <Link to="/work-orders/$id" params={{ id: String(order.id) }}>
            {say('order', { no: order.no })}
          </Link>
        ) : (
          <span>{say('noOrder')}</span>
        )}
        {earlierOrders.map(({ id: earlier, no }) => (
          <Link key={earlier} to="/work-orders/$id" params={{ id: String(earlier) }}>
            {say('reopens', { no })}
          </Link>
        ))}
        {silence && <span>{say('silencedUntil', { day: day(silence.until, language), reason: inLanguage(silence.reason, language) })}</span>}
        {handling.supervisedAt !== null && <span>{say('supervised')}</span>}
        {handling.escalatedTo !== null && <span>{say('escalatedTo', { to: say(handling.escalatedTo as 'street' | 'county' | 'prefecture') })}</span>}
        {handling.trackUntil !== null && <span>{say('tracked', { day: day(handling.trackUntil, language) })}</span>}
      </p>
      <Judged handling={handling} />
      <ClockList clocks={clocks} asOf={handling.asOf} />
      <Steps handling={handling} />
      <MoveButtons path={`/warnings/${id}`} offers={offers} />
      <h3 className={classes.text}>{say('history')}</h3>
      <DeedList deeds={deeds} />
    </section>
  );
}

function Judged({ handling: { verdict, falseReason, measures } }: { readonly handling: Handling }) {
  const say = useWords(workOrderWords);
  const language = useLanguage();
  if (verdict === null && measures === null) return null;
  return (
    <dl className={classes.facts}>
      {verdict && (
        <div>
          <dt>{say('verdict')}</dt>
          <dd>
            {inLanguage(verdict, language)}
            {falseReason && `：${inLanguage(falseReason, language)}`}
          </dd>
        </div>
      )}
      {measures !== null && (
        <div>
          <dt>{say('measures')}</dt>
          <dd className={classes.given}>{fullWidth(measures)}</dd>
        </div>
      )}
    </dl>
  );
}

function Steps({ handling: { steps } }: { readonly handling: Handling }) {
  const say = useWords(workOrderWords);
  const language = useLanguage();
  return (
    <>
      <h3 className={classes.text}>{say('steps')}</h3>
      <ul className={classes.steps}>
        {steps.map((step) => (
          <li key={step.en}>
            <span>{say(step.done ? 'done' : 'open_')}</span>
            <span>{named(step, language)}</span>
            {step.detail && <span className="quiet">{inLanguage(step.detail, language)}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}
