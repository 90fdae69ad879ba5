/** Asks what a hidden value is wanted for, shows it for a minute, and forgets it. */
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { purposes, reasonLength, secondsShown } from '#catalog/purposes.ts';
import type { RevealAnswer } from '#features/people/contract.ts';
import { Refusal, send } from '../parts/ask.ts';
import { inLanguage, useLanguage, useWords } from '../parts/language.ts';
import type { HiddenField, HiddenIn } from './hiddenValue.ts';
import { peopleWords } from './peopleWords.ts';
import classes from './revealButton.module.css';

interface RevealDialogParts {
  readonly of: HiddenIn;
  readonly field: HiddenField;
  readonly close: () => void;
}

export function RevealDialog({ of, field, close }: RevealDialogParts) {
  const say = useWords(peopleWords);
  const language = useLanguage();
  const dialog = useRef<HTMLDialogElement>(null);
  const asked = useMutation({
    mutationFn: (order: { purpose: string; reason: string }) => send<RevealAnswer>('POST', '/people/reveal', { ...of, field: field.name, ...order }),
    gcTime: 0,
  });
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    asked.mutate({ purpose: String(form.get('purpose')), reason: String(form.get('reason')).trim() });
  };
  return (
    <dialog ref={dialog} className={classes.dialog} aria-labelledby="reveal-title" onClose={close} onCancel={close}>
      <h2 id="reveal-title">{say('title', { field: field[language] })}</h2>
      {asked.data ? (
        <ShownValue answer={asked.data} close={close} />
      ) : (
        <form className={classes.form} onSubmit={onSubmit}>
          <p className="small quiet">{say('logged', { seconds: secondsShown })}</p>
          <label>
            {say('purpose')}
            <select name="purpose" required defaultValue="">
              <option value="" disabled />
              {Object.entries(purposes).map(([purpose, name]) => (
                <option key={purpose} value={purpose}>
                  {name[language]}
                </option>
              ))}
            </select>
          </label>
          <label>
            {say('reason', { least: reasonLength.least })}
            <input name="reason" required minLength={reasonLength.least} maxLength={reasonLength.most} autoComplete="off" />
          </label>
          {asked.isError && <p role="alert">{asked.error instanceof Refusal ? inLanguage(asked.error.problem, language) : asked.error.message}</p>}
          <p className={classes.actions}>
            <button type="submit" className="primary" disabled={asked.isPending}>
              {say('confirm')}
            </button>
            <button type="button" onClick={close}>
              {say('cancel')}
            </button>
          </p>
        </form>
      )}
    </dialog>
  );
}

/** The value with the seconds that are left; heard once, then only seen. */
function ShownValue({ answer, close }: { readonly answer: RevealAnswer; readonly close: () => void }) {
  const say = useWords(peopleWords);
  const [left, setLeft] = useState(secondsShown);
  const closeButton = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    closeButton.current?.focus();
    // By the clock, not by counted ticks: a page in the background ticks seldom.
    const end = Date.now() + secondsShown * 1000;
    const clock = setInterval(() => setLeft(Math.ceil((end - Date.now()) / 1000)), 1000);
    return () => clearInterval(clock);
  }, []);
  useEffect(() => {
    if (left <= 0) close();
  }, [left, close]);
  return (
    <>
      <p className={classes.value} role="status">
        {answer.value}
      </p>
      <p className="small quiet">
        <span aria-hidden="true">{say('left', { seconds: left })}</span> · {say('more', { count: answer.left })}
      </p>
      <p className={classes.actions}>
        <button ref={closeButton} type="button" onClick={close}>
          {say('close')}
        </button>
      </p>
    </>
  );
}
