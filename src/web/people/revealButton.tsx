/** The eye beside a hidden number or name: it opens a dialog that asks what for. */
import { useState } from 'react';
import { useLanguage, useWords } from '../parts/language.ts';
import { useMay } from '../parts/me.ts';
import type { HiddenField, HiddenIn } from './hiddenValue.ts';
import { peopleWords } from './peopleWords.ts';
import classes from './revealButton.module.css';
import { RevealDialog } from './revealDialog.tsx';

export function RevealButton({ of, field }: { readonly of: HiddenIn; readonly field: HiddenField }) {
  const say = useWords(peopleWords);
  const language = useLanguage();
  const may = useMay('people.reveal');
  const [isOpen, setOpen] = useState(false);
  if (!may) return null;
  const label = say('show', { field: field[language] });
  return (
    <>
      <button
        type="button"
        className={`plain ${classes.eye} no-print`}
        aria-label={label}
        title={label}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <svg viewBox="0 0 24 24" width="18" height="18" aria-hidden="true">
          <path d="M2 12c3-5 6.5-7 10-7s7 2 10 7c-3 5-6.5 7-10 7s-7-2-10-7z" />
          <circle cx="12" cy="12" r="3" />
        </svg>
      </button>
      {isOpen && <RevealDialog of={of} field={field} close={() => setOpen(false)} />}
    </>
  );
}
