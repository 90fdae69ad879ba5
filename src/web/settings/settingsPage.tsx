/** The settings of the installation (设置): what each one does, its bounds, and the field to change it. */
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { revealBounds } from '#catalog/purposes.ts';
import type { Settings } from '#features/standards/contract.ts';
import { send } from '../parts/ask.ts';
import { today } from '../parts/format.ts';
import { useWords } from '../parts/language.ts';
import { useMay } from '../parts/me.ts';
import { PageHead } from '../parts/pageHead.tsx';
import { ProblemLine } from '../parts/problemLine.tsx';
import { SystemTabs } from '../parts/systemTabs.tsx';
import classes from './settingsPage.module.css';
import { settingsQuestion } from './settingsQuestions.ts';
import { settingsWords } from './settingsWords.ts';

export function SettingsPage() {
  const say = useWords(settingsWords);
  const mayChange = useMay('settings.change');
  const { goLive, revealsPerHour } = useSuspenseQuery(settingsQuestion).data;
  const [reveals, setReveals] = useState(String(revealsPerHour));
  const [day, setDay] = useState(goLive ?? '');
  const { least, most, usual } = revealBounds;
  return (
    <>
      <PageHead title={say('title')} note={say('note')} />
      <SystemTabs />
      {!mayChange && <p className="quiet">{say('readOnly')}</p>}
      <div className={classes.settings}>
        <Setting name="reveals" hint={say('revealsHint', { least, most, usual })} order={{ revealsPerHour: Number(reveals) }}>
          <input
            id="reveals"
            type="number"
            required
            min={least}
            max={most}
            value={reveals}
            readOnly={!mayChange}
            onChange={(event) => setReveals(event.target.value)}
          />
        </Setting>
        <Setting name="goLive" hint={say('goLiveHint')} order={{ goLive: day === '' ? null : day }}>
          <input id="goLive" type="date" max={today()} value={day} readOnly={!mayChange} onChange={(event) => setDay(event.target.value)} />
        </Setting>
      </div>
    </>
  );
}

interface SettingParts {
  readonly name: 'reveals' | 'goLive';
  readonly hint: string;
  readonly order: Partial<Settings>;
  readonly children: ReactNode;
}

function Setting({ name, hint, order, children }: SettingParts) {
  const say = useWords(settingsWords);
  const queries = useQueryClient();
  const mayChange = useMay('settings.change');
  const change = useMutation({
    mutationFn: () => send<Settings>('PUT', '/settings', order),
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
      <p className={classes.field}>
        <label htmlFor={name}>{say(name)}</label>
        {children}
      </p>
      {mayChange && (
        <button type="submit" disabled={change.isPending}>
          {say('save')}
        </button>
      )}
      <p className="small quiet">{hint}</p>
      <ProblemLine error={change.error} />
      {change.isSuccess && (
        <p className={classes.done} role="status">
          {say('saved')}
        </p>
      )}
    </form>
  );
}
