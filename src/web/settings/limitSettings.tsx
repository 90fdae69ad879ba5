/** The time limits of appeals: each with its bound of the law, changed after seeing what an appeal of this moment would get. */
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type AppealLimit, appealLimits, lawfulBounds, usualAppealLimits } from '#catalog/appealLimits.ts';
import { dueMoment } from '#derive/clocks/dueMoment.ts';
import { limitWords } from '#derive/clocks/limitWords.ts';
import { workingCalendar } from '#derive/clocks/workingCalendar.ts';
import { moment } from '../parts/format.ts';
import { useLanguage, useWords } from '../parts/language.ts';
import { useMay } from '../parts/me.ts';
import { SettingForm } from './settingForm.tsx';
import classes from './settingsPage.module.css';
import { settingsQuestion, useOfficialDays } from './settingsQuestions.ts';
import { settingsWords } from './settingsWords.ts';

const names = Object.keys(appealLimits) as AppealLimit[];
const units = ['h', 'wd', 'd'] as const;
type Held = (typeof usualAppealLimits)[AppealLimit];
const partsOf = (limit: string) => ({ amount: limit.replace(/\D+$/, ''), unit: limit.replace(/^\d+/, '') });

export function LimitSettings() {
  const say = useWords(settingsWords);
  const language = useLanguage();
  const mayChange = useMay('settings.change');
  const { appealLimits: held, workingHours } = useSuspenseQuery(settingsQuestion).data;
  const calendar = workingCalendar(useOfficialDays(), workingHours);
  const [draft, setDraft] = useState<Readonly<Partial<Record<AppealLimit, string>>>>({});
  const changed = names.flatMap((name) => (draft[name] === undefined || draft[name] === held[name] ? [] : [[name, draft[name]] as const]));
  const isReadable = changed.every(([, limit]) => /^[1-9]\d{0,2}(h|wd|d)$/.test(limit));
  const end = (limit: string): string => moment(dueMoment(new Date(), limit as Held, calendar)?.toISOString() ?? '', language);
  const [zh, en] = [1, 2] as const;
  const nameOf = (name: AppealLimit): string => appealLimits[name][language === 'zh' ? zh : en];
  const effects = isReadable
    ? changed.map(([name, limit]) =>
        say('limitEffect', {
          name: nameOf(name),
          before: limitWords(held[name])[language],
          after: limitWords(limit)[language],
          from: end(held[name]),
          to: end(limit),
        }),
      )
    : [];
  return (
    <SettingForm
      name={say('limits')}
      hint={say('limitsHint')}
      order={changed.length > 0 && isReadable ? { appealLimits: Object.fromEntries(changed) } : undefined}
      effects={effects.length > 0 ? [...effects, say('runningStay')] : []}
    >
      <table className={classes.limits}>
        <tbody>
          {names.map((name) => {
            const { amount, unit } = partsOf(draft[name] ?? held[name]);
            const set = (limit: string) => setDraft({ ...draft, [name]: limit });
            const { most, least } = lawfulBounds[name] ?? {};
            return (
              <tr key={name}>
                <th scope="row">{nameOf(name)}</th>
                <td className={classes.limit}>
                  <input
                    type="number"
                    required
                    min={1}
                    max={999}
                    aria-label={nameOf(name)}
                    value={amount}
                    readOnly={!mayChange}
                    onChange={(event) => set(`${event.target.value}${unit}`)}
                  />
                  <select
                    aria-label={say('unitOf', { name: nameOf(name) })}
                    value={unit}
                    disabled={!mayChange}
                    onChange={(event) => set(`${amount}${event.target.value}`)}
                  >
                    {units.map((one) => (
                      <option key={one} value={one}>
                        {say(one)}
                      </option>
                    ))}
                  </select>
                </td>
                <td className="small quiet">
                  {most !== undefined && say('lawfulMost', { limit: limitWords(most)[language] })}
                  {least !== undefined && say('lawfulLeast', { limit: limitWords(least)[language] })}
                  {most === undefined && least === undefined && say('usual', { limit: limitWords(usualAppealLimits[name])[language] })}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </SettingForm>
  );
}
