/** The head of a page: its title, what the numbers hold for, and the panel that tells how to read it. */
import { type ReactNode, useEffect } from 'react';
import { useWords } from './language.ts';
import classes from './pageHead.module.css';
import { partWords } from './partWords.ts';

interface PageHeadParts {
  readonly title: string;
  /** Shown beside the title: as-of days, counts. */
  readonly note?: ReactNode;
  /** Lines of the help panel. */
  readonly help?: readonly ReactNode[];
  /** Further controls at the end of the line. */
  readonly children?: ReactNode;
}

export function PageHead({ title, note, help, children }: PageHeadParts) {
  const say = useWords(partWords);
  const brand = say('name');
  useEffect(() => {
    document.title = `${title} · ${brand}`;
  }, [title, brand]);
  return (
    <header className={classes.head}>
      <div className={classes.title}>
        <h1>{title}</h1>
        {note !== undefined && <p className={classes.note}>{note}</p>}
      </div>
      {children}
      {help && (
        <details className={`${classes.help} no-print`} onKeyDown={closeOnEscape}>
          <summary>{say('help')}</summary>
          <ul className={classes.panel}>
            {help.map((line, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a page never change their order.
              <li key={index}>{line}</li>
            ))}
          </ul>
        </details>
      )}
    </header>
  );
}

function closeOnEscape(event: React.KeyboardEvent<HTMLDetailsElement>): void {
  if (event.key !== 'Escape' || !event.currentTarget.open) return;
  event.currentTarget.open = false;
  event.currentTarget.querySelector('summary')?.focus();
}
