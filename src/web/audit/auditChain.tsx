/** How the chain stands: its newest link, what waits, since when entries are kept, and what the last check said. */
import { useSuspenseQuery } from '@tanstack/react-query';
import { count, day, moment } from '../parts/format.ts';
import { inLanguage, useLanguage, useWords } from '../parts/language.ts';
import classes from './auditPage.module.css';
import { auditStateQuestion } from './auditQuestions.ts';
import { auditWords } from './auditWords.ts';

export function AuditChain() {
  const say = useWords(auditWords);
  const language = useLanguage();
  const { head, waiting, oldest, lastVerified } = useSuspenseQuery(auditStateQuestion).data;
  return (
    <section aria-label={say('chain')}>
      <dl className={classes.chain}>
        <div>
          <dt>{say('chained')}</dt>
          <dd>{head === null ? say('none') : say('entries', { shown: count(head.seq) })}</dd>
        </div>
        <div>
          <dt>{say('waiting')}</dt>
          <dd>{say('entries', { shown: count(waiting) })}</dd>
        </div>
        {head && (
          <div>
            <dt>{say('lastSealed')}</dt>
            <dd>{moment(head.sealedAt, language)}</dd>
          </div>
        )}
        {head && (
          <div>
            <dt>
              {say('head')} {head.algorithm === 'sm3' ? 'SM3' : 'SHA-256'}
            </dt>
            <dd className="code" title={head.hash}>
              {head.hash.slice(0, 16)}
            </dd>
          </div>
        )}
        {oldest !== null && (
          <div>
            <dt>{say('keptSince')}</dt>
            <dd>{day(oldest, language)}</dd>
          </div>
        )}
        <div>
          <dt>{say('lastVerified')}</dt>
          <dd>
            {lastVerified === null
              ? say('neverVerified')
              : lastVerified.isSound
                ? say('sound', { at: moment(lastVerified.at, language), checked: count(lastVerified.checked) })
                : say('broken', { at: moment(lastVerified.at, language) })}
          </dd>
        </div>
      </dl>
      {lastVerified?.isSound === false && (
        <p className={classes.fault} role="alert">
          {inLanguage(lastVerified, language)}
        </p>
      )}
    </section>
  );
}
