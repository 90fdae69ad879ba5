/** What an erasure would do: what goes, what stays and why, and what speaks against it. */
import type { ErasurePlan } from '#features/personRights/contract.ts';
import { inLanguage, useLanguage, useWords } from '../parts/language.ts';
import classes from './personRights.module.css';
import { personRightWords } from './personRightWords.ts';

export function ErasureLines({ plan }: { readonly plan: ErasurePlan }) {
  const say = useWords(personRightWords);
  const language = useLanguage();
  const counted = (list: ErasurePlan['removed']) =>
    list.map((one) => <li key={one.what}>{say('rows', { name: one[language], count: one.rows })}</li>);
  return (
    <div className={classes.plan}>
      {plan.against.length > 0 && (
        <div className={classes.against} role="alert">
          <h3>{say('planAgainst')}</h3>
          {plan.against.map((reason) => (
            <p key={reason.en}>{inLanguage(reason, language)}</p>
          ))}
        </div>
      )}
      <div>
        <h3>{say('planRemoved')}</h3>
        <ul>
          {counted(plan.removed)}
          <li>{say('planFiles', { count: plan.uploads.length })}</li>
        </ul>
      </div>
      <div>
        <h3>{say('planAnonymised')}</h3>
        <ul>{counted(plan.anonymised)}</ul>
      </div>
      <div>
        <h3>{say('planKept')}</h3>
        <ul>
          {plan.kept.map((reason) => (
            <li key={reason.en}>{inLanguage(reason, language)}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}
