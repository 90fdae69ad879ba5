/** One setting: its field, what it does, and the button that saves it. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Settings } from '#features/standards/contract.ts';
import { send } from '../parts/ask.ts';
import { useWords } from '../parts/language.ts';
import { useMay } from '../parts/me.ts';
import { ProblemLine } from '../parts/problemLine.tsx';
import classes from './settingsPage.module.css';
import { settingsQuestion } from './settingsQuestions.ts';
import { settingsWords } from './settingsWords.ts';

interface SettingFormParts {
  /** The name of the setting as the screen says it, and the field that it labels where there is one. */
  readonly name: string;
  readonly field?: string;
  readonly hint: string;
  /** What saving sends; undefined where nothing is changed. */
  readonly order: object | undefined;
  /** What saving would change. */
  readonly effects?: readonly string[];
  readonly children: ReactNode;
}

export function SettingForm({ name, field, hint, order, effects = [], children }: SettingFormParts) {
  const say = useWords(settingsWords);
  const queries = useQueryClient();
  const mayChange = useMay('settings.change');
  const change = useMutation({
    mutationFn: () => send<Settings>('PUT', '/settings', order ?? {}),
    onSuccess: (answer) => queries.setQueryData(settingsQuestion.queryKey, answer),
  });
  return (
    <form
      className={classes.setting}
      onSubmit={(event) => {
        event.preventDefault();
        change.mutate();
      }}
    >
      <div className={classes.field}>
        {field === undefined ? <h2>{name}</h2> : <label htmlFor={field}>{name}</label>}
        {children}
      </div>
      {effects.length > 0 && (
        <ul className={classes.effects} role="status">
          {effects.map((effect) => (
            <li key={effect}>{effect}</li>
          ))}
        </ul>
      )}
      {mayChange && (
        <button type="submit" disabled={change.isPending || order === undefined}>
          {say('save')}
        </button>
      )}
      <p className="small quiet">{hint}</p>
      <ProblemLine error={change.error} />
      {change.isSuccess && effects.length === 0 && (
        <p className={classes.done} role="status">
          {say('saved')}
        </p>
      )}
    </form>
  );
}
