/** The warnings on an order, each with its clocks and what may be done with it; consequences stand below their causes. */
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { warningLifecycle } from '#catalog/lifecycles/warning.ts';
import type { ListedWarning, OrderFile } from '#features/workOrders/contract.ts';
import { itemName } from '../items/itemName.ts';
import { itemsQuestion } from '../items/itemQuestions.ts';
import { inLanguage, useLanguage, useWords } from '../parts/language.ts';
import { LevelMark } from '../parts/levelMark.tsx';
import { seen } from '../parts/seen.ts';
import { ClockList } from './clockList.tsx';
import { MoveButtons } from './moveButtons.tsx';
import { named } from '../parts/named.ts';
import classes from './workOrderPage.module.css';
import { workOrderWords } from './workOrderWords.ts';

const rank = ({ isGone, heldBackBy }: ListedWarning): number => (isGone ? 2 : heldBackBy.length > 0 ? 1 : 0);

/** The data say that it is well again: whoever calls there should know. */
const isWell = ({ state, isGone }: ListedWarning): boolean => !isGone && ['recovering', 'recovered', 'retracted'].includes(state);

export function Checklist({ order }: { readonly order: OrderFile }) {
  const say = useWords(workOrderWords);
  return (
    <section className={classes.list}>
      <h2>{say('checklist')}</h2>
      <ol className={classes.checklist}>
        {[...order.checklist]
          .sort((a, b) => rank(a) - rank(b))
          .map((warning) => (
            <Listed key={warning.id} warning={warning} asOf={order.asOf} />
          ))}
      </ol>
    </section>
  );
}

function Listed({ warning, asOf }: { readonly warning: ListedWarning; readonly asOf: string }) {
  const say = useWords(workOrderWords);
  const language = useLanguage();
  const { items } = useSuspenseQuery(itemsQuestion).data;
  return (
    <li className={warning.isGone ? classes.gone : undefined}>
      <p className={classes.listedHead}>
        <LevelMark level={warning.level} />
        <Link to="/warnings/$id" params={{ id: String(warning.id) }} preload={false}>
          {itemName(items, warning.item, language)}
        </Link>
        <span className={classes.stage}>{named(warningLifecycle.states[warning.stage], language)}</span>
        {isWell(warning) && <span className={classes.tag}>{say(warning.state === 'recovered' ? 'recovered' : 'recovering')}</span>}
        {warning.isSilenced && <span className={classes.tag}>{say('silenced')}</span>}
        {warning.isGone && <span className={classes.tag}>{say('gone')}</span>}
      </p>
      <p>
        {warning.subjectKind === 'person' && <span className="quiet">{seen(warning.subjectName, language)} </span>}
        {inLanguage(warning.why, language)}
      </p>
      {warning.heldBackBy.length > 0 && (
        <p className="small quiet">{say('heldBack', { items: warning.heldBackBy.map((code) => itemName(items, code, language)).join('、') })}</p>
      )}
      {!warning.isGone && <ClockList clocks={warning.clocks} asOf={asOf} />}
      <MoveButtons path={`/warnings/${warning.id}`} offers={warning.offers.filter(({ blocked, outcome }) => blocked === null || outcome !== null)} />
    </li>
  );
}
