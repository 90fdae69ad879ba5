/** One warning: why it stands, by which rule, what clears it, what happened, and the rows behind it. */
import type { WarningFile } from '#features/warnings/contract.ts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { BasisList } from '../items/basisList.tsx';
import { isNeutral, itemName } from '../items/itemName.ts';
import { itemsQuestion } from '../items/itemQuestions.ts';
import { departmentName } from '../parts/departments.ts';
import { day } from '../parts/format.ts';
import { inLanguage, useLanguage, useWords } from '../parts/language.ts';
import { LevelMark } from '../parts/levelMark.tsx';
import { PageHead } from '../parts/pageHead.tsx';
import { seen } from '../parts/seen.ts';
import { isSilent } from './isSilent.ts';
import { placeOf } from './placeOf.ts';
import { subjectNameOf } from './subjectNameOf.ts';
import { WarningEvents } from './warningEvents.tsx';
import { WarningEvidence } from './warningEvidence.tsx';
import { WarningFacts } from './warningFacts.tsx';
import { WarningHandling } from './warningHandling.tsx';
import classes from './warningPage.module.css';
import { warningQuestion } from './warningQuestions.ts';
import { warningWords } from './warningWords.ts';

const route = getRouteApi('/warnings/$id');

export function WarningPage() {
  const say = useWords(warningWords);
  const language = useLanguage();
  const { id } = route.useParams();
  const warning = useSuspenseQuery(warningQuestion(id)).data;
  const { items } = useSuspenseQuery(itemsQuestion).data;
  const name = itemName(items, warning.item, language);
  return (
    <>
      <PageHead title={say('of', { item: name })} help={[say('helpLevel'), say('helpState'), say('evidenceNote')]} />
      <section className={classes.why}>
        <p className={classes.state}>
          <LevelMark level={warning.level} full />
          <strong>{say(warning.state)}</strong>
          <span>{say('levelSince', { day: day(warning.levelSince, language) })}</span>
          {warning.recoveringSince !== null && <span>{say('recoveringSince', { day: day(warning.recoveringSince, language) })}</span>}
          {isSilent(warning) && <span>{say('silentUntil', { day: day(warning.silentUntil ?? '', language) })}</span>}
          {warning.heldBackBy.length > 0 && <span>{say('heldBack', { items: warning.heldBackBy.join('、') })}</span>}
        </p>
        <p className={classes.sentence}>{inLanguage(warning.why, language)}</p>
        <dl className={classes.head}>
          <div>
            <dt>{say('subject')}</dt>
            <dd>{seen(subjectNameOf(say, warning), language)}</dd>
          </div>
          <div>
            <dt>{say('where')}</dt>
            <dd>{placeOf(warning) || warning.settlement}</dd>
          </div>
          {warning.department !== '' && (
            <div>
              <dt>{say('department')}</dt>
              <dd>{departmentName(warning.department, language)}</dd>
            </div>
          )}
          <div>
            <dt>{say('no')}</dt>
            <dd>{warning.no}</dd>
          </div>
        </dl>
        <p className={classes.links}>
          {warning.household !== null && (
            <Link className="button" to="/households/$no" params={{ no: warning.household }}>
              {say('household')}
            </Link>
          )}
          {!isNeutral(warning.item) && (
            <Link className="button" to="/items/$code" params={{ code: warning.item }}>
              {say('itemPage')}
            </Link>
          )}
        </p>
      </section>
      {warning.withheld !== null && (
        <>
          <p className={classes.text}>{say(warning.withheld === 'restricted' ? 'restrictedHint' : 'withheldHint')}</p>
          <WarningHandling id={id} />
          <WarningEvents events={warning.events} />
        </>
      )}
      {warning.withheld === null && <Grounds warning={warning} id={id} />}
    </>
  );
}

/** The values, the rows, the rule and what clears it. */
function Grounds({ warning, id }: { readonly warning: WarningFile; readonly id: string }) {
  const say = useWords(warningWords);
  const language = useLanguage();
  return (
    <div className={classes.columns}>
      <div>
        <WarningHandling id={id} />
        <WarningFacts warning={warning} />
        <WarningEvidence warning={warning} />
      </div>
      <div>
        <section>
          <h2>{say('rule')}</h2>
          {warning.applies !== null && (
            <p className={classes.text}>
              <span className="quiet">{say('applies')}</span> {inLanguage(warning.applies, language)}
            </p>
          )}
          <p className={classes.text}>
            <LevelMark level={warning.level} full /> {inLanguage(warning.rule, language)}
          </p>
          <p className="small quiet">
            {say('standard', { version: warning.standardVersion === 'declared' ? say('declared') : warning.standardVersion })}
          </p>
        </section>
        <section>
          <h2>{say('clears')}</h2>
          <p className={classes.text}>{inLanguage(warning.clears, language)}</p>
        </section>
        <WarningEvents events={warning.events} />
        <section>
          <h2>{say('basis')}</h2>
          <BasisList basis={warning.basis} />
        </section>
      </div>
    </div>
  );
}
