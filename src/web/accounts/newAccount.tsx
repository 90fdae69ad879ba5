/** Name, user name and phone of a new account. */
import type { newAccount } from '#features/accounts/contract.ts';
import type { z } from 'zod';
import { useWords } from '../parts/language.ts';
import { ProblemLine } from '../parts/problemLine.tsx';
import classes from './accountList.module.css';
import { accountListWords } from './accountListWords.ts';

interface NewAccountParts {
  readonly error: unknown;
  readonly isMaking: boolean;
  readonly make: (order: z.infer<typeof newAccount>) => void;
  readonly cancel: () => void;
}

export function NewAccount({ error, isMaking, make, cancel }: NewAccountParts) {
  const say = useWords(accountListWords);
  return (
    <form
      className={classes.panels}
      onSubmit={(event) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        const text = (name: string): string => String(form.get(name) ?? '').trim();
        make({ name: text('name'), login: text('login'), ...(text('phone') !== '' && { phone: text('phone') }) });
      }}
    >
      <div className={classes.line}>
        <label>
          {say('name')}
          <input name="name" required maxLength={50} autoComplete="off" />
        </label>
        <label>
          {say('login')}
          <input name="login" required maxLength={32} autoComplete="off" autoCapitalize="none" spellCheck={false} title={say('loginHint')} />
        </label>
        <label>
          {say('phone')}
          <input name="phone" type="tel" maxLength={20} autoComplete="off" />
        </label>
        <button type="submit" className="primary" disabled={isMaking}>
          {say('make')}
        </button>
        <button type="button" onClick={cancel}>
          {say('cancel')}
        </button>
      </div>
      <p className="small quiet">
        {say('login')} {say('loginHint')}
      </p>
      <ProblemLine error={error} />
    </form>
  );
}
