/** A field of the page for residents: its question, the control, and a hint that screen readers read with it. */
import { type ReactNode, useId } from 'react';
import classes from './residentPage.module.css';

interface BigFieldParts {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly children: (ids: { readonly id: string; readonly 'aria-describedby'?: string }) => ReactNode;
}

export function BigField({ label, hint, children }: BigFieldParts) {
  const id = useId();
  const hintId = `${id}-hint`;
  return (
    <div className={classes.field}>
      <label htmlFor={id}>{label}</label>
      {children({ id, ...(hint !== undefined && { 'aria-describedby': hintId }) })}
      {hint !== undefined && (
        <small id={hintId} className={classes.hint}>
          {hint}
        </small>
      )}
    </div>
  );
}
