/** What a token is for, what it may do, and for how long. */
import { useState } from 'react';
import { everybodyMay } from '#catalog/roles.ts';
import type { tokenOrder } from '#features/accounts/contract.ts';
import type { z } from 'zod';
import { useWords } from '../parts/language.ts';
import { useMe } from '../parts/me.ts';
import { ProblemLine } from '../parts/problemLine.tsx';
import classes from './accounts.module.css';
import { accountWords } from './accountWords.ts';

interface NewTokenParts {
  readonly names: ReadonlyMap<string, string>;
  readonly error: unknown;
  readonly isMaking: boolean;
  readonly make: (order: z.infer<typeof tokenOrder>) => void;
  readonly cancel: () => void;
}

const lengths = [30, 90, 180, 365];

export function NewToken({ names, error, isMaking, make, cancel }: NewTokenParts) {
  const say = useWords(accountWords);
  const me = useMe();
  const [name, setName] = useState('');
  const [days, setDays] = useState(90);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        make({ name, days, permissions: [...chosen] });
      }}
    >
      <div className={classes.field}>
        <label htmlFor="token-name">{say('tokenName')}</label>
        <input id="token-name" required maxLength={50} value={name} onChange={(event) => setName(event.target.value)} />
      </div>
      <div className={classes.field}>
        <label htmlFor="token-days">{say('days')}</label>
        <select id="token-days" value={days} onChange={(event) => setDays(Number(event.target.value))}>
          {lengths.map((length) => (
            <option key={length} value={length}>
              {say('daysOf', { count: length })}
            </option>
          ))}
        </select>
      </div>
      <fieldset className={classes.choices}>
        <legend>{say('permissions')}</legend>
        {me.permissions
          .filter((permission) => !everybodyMay.some((own) => own === permission))
          .map((permission) => (
            <label key={permission}>
              <input
                type="checkbox"
                checked={chosen.includes(permission)}
                onChange={(event) => setChosen(event.target.checked ? [...chosen, permission] : chosen.filter((one) => one !== permission))}
              />
              {names.get(permission) ?? permission}
            </label>
          ))}
      </fieldset>
      <ProblemLine error={error} />
      <p className={classes.actions}>
        <button type="submit" className="primary" disabled={isMaking || chosen.length === 0}>
          {say('makeToken')}
        </button>
        <button type="button" onClick={cancel}>
          {say('cancel')}
        </button>
      </p>
    </form>
  );
}
