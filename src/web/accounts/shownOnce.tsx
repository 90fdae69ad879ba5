/** Something secret that the screen shows this once, to copy or to print. */
import { type ReactNode, useState } from 'react';
import { useWords } from '../parts/language.ts';
import classes from './accounts.module.css';
import { accountWords } from './accountWords.ts';

interface ShownOnceParts {
  readonly hint: string;
  /** What is copied. */
  readonly text: string;
  /** How it is shown; the text itself when absent. */
  readonly children?: ReactNode;
  readonly doneWord: string;
  readonly done: () => void;
}

export function ShownOnce({ hint, text, children, doneWord, done }: ShownOnceParts) {
  const say = useWords(accountWords);
  const [isCopied, setCopied] = useState(false);
  return (
    <div className={classes.once} role="status">
      <p>{hint}</p>
      {children ?? <code>{text}</code>}
      <p className={`${classes.actions} no-print`}>
        {/* A browser lets pages copy only where the connection is safe. */}
        {isSecureContext && (
          <button type="button" onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}>
            {say(isCopied ? 'copied' : 'copy')}
          </button>
        )}
        <button type="button" onClick={() => print()}>
          {say('print')}
        </button>
        <button type="button" className="primary" onClick={done}>
          {doneWord}
        </button>
      </p>
    </div>
  );
}
