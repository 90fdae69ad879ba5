/** How far an appeal is, told to the one who appealed: now, until when, the answer, where else to turn, the steps, and what they may do. */
import { plainStates } from '#catalog/lifecycles/appealWays.ts';
import type { ReceiptKey, ResidentAppeal } from '#features/appeals/publicContract.ts';
import { day, moment } from '../parts/format.ts';
import { useLanguage, useWords } from '../parts/language.ts';
import { OwnMoves } from './ownMoves.tsx';
import classes from './residentPage.module.css';
import { residentWords } from './residentWords.ts';

interface ProgressParts {
  readonly appeal: ResidentAppeal;
  readonly receipt: ReceiptKey;
  readonly renew: (appeal: ResidentAppeal) => void;
}

export function Progress({ appeal, receipt, renew }: ProgressParts) {
  const say = useWords(residentWords);
  const language = useLanguage();
  const isLate = appeal.answerBy !== null && Date.parse(appeal.answerBy) < Date.now();
  const told: readonly (readonly [label: string, text: string | null | undefined])[] = [
    [say('unit'), appeal.unit],
    [say('why'), appeal.refusal?.[language]],
    [say('reply'), appeal.told],
    [say('reply'), appeal.reply],
    [say('result'), appeal.result?.[language]],
    [say('opinion'), appeal.opinion],
    [say('elsewhere'), appeal.elsewhere?.[language]],
    [say('own'), appeal.content],
  ];
  return (
    <section aria-labelledby="progress">
      <div className={classes.now} role="status">
        <h2 id="progress">{plainStates[appeal.state][language]}</h2>
        {appeal.mergedInto && <p>{say('merged')}</p>}
        {appeal.answerBy !== null && <p>{isLate ? say('late') : say('answerBy', { day: day(appeal.answerBy, language) })}</p>}
        {appeal.extendedUntil !== null && <p>{say('extended', { day: day(appeal.extendedUntil, language) })}</p>}
        {appeal.satisfaction !== null && <p>{say('judged', { satisfaction: appeal.satisfaction[language] })}</p>}
      </div>
      <dl className={classes.told}>
        {told
          .filter(([, text]) => text)
          .map(([label, text]) => (
            <div key={`${label}${text}`}>
              <dt>{label}</dt>
              <dd>{text}</dd>
            </div>
          ))}
      </dl>
      <OwnMoves key={appeal.steps.length} appeal={appeal} receipt={receipt} renew={renew} />
      <h2>{say('steps')}</h2>
      <ol className={classes.steps}>
        {appeal.steps.map((step) => (
          <li key={`${step.at}${step.zh}`}>
            <time dateTime={step.at}>{moment(step.at, language)}</time>
            {step[language]}
          </li>
        ))}
      </ol>
    </section>
  );
}
