/** The settings of the installation (设置): what each one does, its bounds, and the field to change it. */
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { revealBounds } from '#catalog/purposes.ts';
import { today } from '../parts/format.ts';
import { useWords } from '../parts/language.ts';
import { useMay } from '../parts/me.ts';
import { PageHead } from '../parts/pageHead.tsx';
import { SystemTabs } from '../parts/systemTabs.tsx';
import { HoursSetting } from './hoursSetting.tsx';
import { LimitSettings } from './limitSettings.tsx';
import { SettingForm } from './settingForm.tsx';
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
      <PageHead title={say('title')} note={say('note')}>
        <Link className="button no-print" to="/calendar">
          {say('calendar')}
        </Link>
      </PageHead>
      <SystemTabs />
      {!mayChange && <p className="quiet">{say('readOnly')}</p>}
      <div className={classes.settings}>
        <HoursSetting />
        <LimitSettings />
        <SettingForm
          name={say('reveals')}
          field="reveals"
          hint={say('revealsHint', { least, most, usual })}
          order={{ revealsPerHour: Number(reveals) }}
        >
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
        </SettingForm>
        <SettingForm name={say('goLive')} field="goLive" hint={say('goLiveHint')} order={{ goLive: day === '' ? null : day }}>
          <input id="goLive" type="date" max={today()} value={day} readOnly={!mayChange} onChange={(event) => setDay(event.target.value)} />
        </SettingForm>
      </div>
    </>
  );
}
