/** The working hours, with which time limits of days end: changed after seeing where such a limit would end. */
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { dueMoment } from '#derive/clocks/dueMoment.ts';
import { workingCalendar } from '#derive/clocks/workingCalendar.ts';
import { moment } from '../parts/format.ts';
import { useLanguage, useWords } from '../parts/language.ts';
import { useMay } from '../parts/me.ts';
import { SettingForm } from './settingForm.tsx';
import classes from './settingsPage.module.css';
import { settingsQuestion, useOfficialDays } from './settingsQuestions.ts';
import { settingsWords } from './settingsWords.ts';

export function HoursSetting() {
  const say = useWords(settingsWords);
  const language = useLanguage();
  const mayChange = useMay('settings.change');
  const { workingHours: held } = useSuspenseQuery(settingsQuestion).data;
  const days = useOfficialDays();
  const [opens, setOpens] = useState(held.opens);
  const [closes, setCloses] = useState(held.closes);
  const isChanged = opens !== held.opens || closes !== held.closes;
  const end = (hours: typeof held): string => moment(dueMoment(new Date(), '1wd', workingCalendar(days, hours))?.toISOString() ?? '', language);
  const isReadable = opens !== '' && closes !== '' && opens < closes;
  const effects = isChanged && isReadable ? [say('hoursEffect', { before: end(held), after: end({ opens, closes }) }), say('runningStay')] : [];
  return (
    <SettingForm name={say('hours')} hint={say('hoursHint')} order={isChanged ? { workingHours: { opens, closes } } : undefined} effects={effects}>
      <span className={classes.pair}>
        <input
          type="time"
          required
          aria-label={say('opens')}
          value={opens}
          readOnly={!mayChange}
          onChange={(event) => setOpens(event.target.value)}
        />
        {' – '}
        <input
          type="time"
          required
          aria-label={say('closes')}
          value={closes}
          readOnly={!mayChange}
          onChange={(event) => setCloses(event.target.value)}
        />
      </span>
    </SettingForm>
  );
}
