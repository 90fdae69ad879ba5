/** A field for a password, which can be shown while it is typed. */
import { useId, useState } from 'react';
import { useWords } from '../parts/language.ts';
import classes from './accounts.module.css';
import { accountWords } from './accountWords.ts';

interface PasswordFieldParts {
  readonly label: string;
  readonly value: string;
  readonly change: (text: string) => void;
  readonly kind: 'current-password' | 'new-password';
  readonly describedBy?: string;
}

export function PasswordField({ label, value, change, kind, describedBy }: PasswordFieldParts) {
  const say = useWords(accountWords);
  const id = useId();
  const [isShown, setShown] = useState(false);
  return (
    <div className={classes.field}>
      <label htmlFor={id}>{label}</label>
      <span className={classes.password}>
        <input
          id={id}
          type={isShown ? 'text' : 'password'}
          autoComplete={kind}
          autoCapitalize="none"
          spellCheck={false}
          required
          maxLength={256}
          aria-describedby={describedBy}
          value={value}
          onChange={(event) => change(event.target.value)}
        />
        <button type="button" aria-pressed={isShown} aria-label={say(isShown ? 'hidePassword' : 'showPassword')} onClick={() => setShown(!isShown)}>
          <svg viewBox="0 0 24 24" width="18" height="18" aria-hidden="true">
            <path d="M2 12c3-5 6.5-7 10-7s7 2 10 7c-3 5-6.5 7-10 7s-7-2-10-7Z" />
            <circle cx="12" cy="12" r="3" />
            {isShown && <path d="M4 4l16 16" />}
          </svg>
        </button>
      </span>
    </div>
  );
}
