/** Changes the own password, with the rules beside the field. */
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Refusal, send } from '../parts/ask.ts';
import { useWords } from '../parts/language.ts';
import { useMe } from '../parts/me.ts';
import { ProblemLine } from '../parts/problemLine.tsx';
import classes from './accounts.module.css';
import { accountWords } from './accountWords.ts';
import { PasswordField } from './passwordField.tsx';

const rules = ['ruleLength', 'ruleKinds', 'ruleRuns', 'ruleUsed'] as const;

export function PasswordSection({ changed }: { readonly changed: () => Promise<void> }) {
  const say = useWords(accountWords);
  const me = useMe();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const change = useMutation({
    mutationFn: () => send('PUT', '/me/password', { current, next }),
    onSuccess: () => {
      setCurrent('');
      setNext('');
      return changed();
    },
  });
  // Here nobody typed a user name that could be wrong.
  const isCurrentWrong = change.error instanceof Refusal && change.error.problem.code === 'accounts.wrong';
  return (
    <section className={classes.section}>
      <h2>{say('changePassword')}</h2>
      {me.owes === 'password' && <p>{say('owesPassword')}</p>}
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate();
        }}
      >
        <input type="text" name="username" autoComplete="username" value={me.login} readOnly hidden />
        <PasswordField label={say('current')} kind="current-password" value={current} change={setCurrent} />
        {isCurrentWrong && <ProblemLine error={say('currentWrong')} />}
        <PasswordField label={say('nextPassword')} kind="new-password" value={next} change={setNext} describedBy="password-rules" />
        <ul id="password-rules" className={classes.rules}>
          {rules.map((rule) => (
            <li key={rule}>{say(rule)}</li>
          ))}
        </ul>
        {!isCurrentWrong && <ProblemLine error={change.error} />}
        {change.isSuccess && (
          <p className={classes.done} role="status">
            {say('passwordChanged')}
          </p>
        )}
        <button type="submit" className="primary" disabled={change.isPending}>
          {say('changePassword')}
        </button>
      </form>
    </section>
  );
}
