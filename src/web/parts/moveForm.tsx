/** The form of a move: what its verb asks for, each field as its kind wants it, and no more than what stands on the screen is sent. */
import { type FormEvent, useId, useState } from 'react';
import type { OfferShown } from '#derive/moveShown.ts';
import { useLanguage, useWords } from './language.ts';
import classes from './moveForm.module.css';
import { moveWords } from './moveWords.ts';
import { named } from './named.ts';
import { NeedField, type PersonField } from './needField.tsx';
import { ProblemLine } from './problemLine.tsx';

interface MoveFormParts {
  readonly offer: OfferShown;
  readonly isSending: boolean;
  readonly error: unknown;
  /** How a person is chosen, where the move asks for one. */
  readonly person?: PersonField | undefined;
  readonly cancel: () => void;
  readonly submit: (given: Readonly<Record<string, string>>) => void;
}

export function MoveForm({ offer, isSending, error, person, cancel, submit }: MoveFormParts) {
  const say = useWords(moveWords);
  const language = useLanguage();
  const [given, setGiven] = useState<Readonly<Record<string, string>>>({});
  const title = useId();
  const asked = offer.needs.filter(({ onlyWith }) => onlyWith === null || given[onlyWith.input] === onlyWith.is);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    submit(Object.fromEntries(asked.flatMap(({ name }) => (given[name] ? [[name, given[name]]] : []))));
  };
  return (
    <form className={classes.form} aria-labelledby={title} onSubmit={send}>
      <h3 id={title}>{named(offer, language)}</h3>
      {asked.map((need) => (
        <NeedField
          key={need.name}
          need={need}
          person={person}
          value={given[need.name] ?? ''}
          change={(value) => setGiven({ ...given, [need.name]: value })}
        />
      ))}
      <ProblemLine error={error} />
      <p className={classes.buttons}>
        <button type="submit" className="primary" disabled={isSending}>
          {say('confirm', { verb: named(offer, language) })}
        </button>
        <button type="button" onClick={cancel}>
          {say('cancel')}
        </button>
      </p>
    </form>
  );
}
