/** When letters and short messages are sent, quiet hours, the digest, and which kinds leave the app. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { groupedKinds, type NoticeGroup } from '#catalog/notices/noticeGroups.ts';
import type { Me } from '#features/accounts/contract.ts';
import type { NoticePreferences, PreferenceOrder } from '#features/notices/contract.ts';
import { send } from '../parts/ask.ts';
import { KindChoices } from '../parts/kindChoices.tsx';
import { useWords } from '../parts/language.ts';
import { mayOf, useMe } from '../parts/me.ts';
import { ProblemLine } from '../parts/problemLine.tsx';
import { preferencesQuestion } from './noticeQuestions.ts';
import classes from './notices.module.css';
import { noticeWords } from './noticeWords.ts';

/** Kinds that may stay in the app and that somebody may get. */
const kindsFor = (me: Me): NoticeGroup[] =>
  groupedKinds(({ urgency, concerns, onlyTo }) => urgency !== 'urgent' && onlyTo !== 'appellant' && (!concerns || mayOf(me, concerns)));

/** What the fields say. */
function orderOf(form: FormData, groups: readonly NoticeGroup[]): PreferenceOrder {
  const text = (name: string): string => String(form.get(name) ?? '');
  const leaving = form.getAll('kinds').map(String);
  return {
    mailWhen: text('mailWhen') as PreferenceOrder['mailWhen'],
    smsWhen: text('smsWhen') as PreferenceOrder['smsWhen'],
    quietFrom: text('quietFrom'),
    quietTo: text('quietTo'),
    digestAt: text('digestAt'),
    muted: groups.flatMap(({ kinds }) => kinds.map(({ name }) => name)).filter((name) => !leaving.includes(name)),
  };
}

export function PreferenceForm({ preferences }: { readonly preferences: NoticePreferences }) {
  const say = useWords(noticeWords);
  const queries = useQueryClient();
  const groups = kindsFor(useMe());
  const save = useMutation({
    mutationFn: (order: PreferenceOrder) => send<NoticePreferences>('PUT', '/notices/preferences', order),
    onSuccess: (answer) => queries.setQueryData(preferencesQuestion.queryKey, answer),
  });
  return (
    <form
      className={classes.form}
      onChange={save.reset}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(orderOf(new FormData(event.currentTarget), groups));
      }}
    >
      <section>
        <div className={classes.line}>
          <label>
            {say('mailWhen')}
            <select name="mailWhen" defaultValue={preferences.mailWhen}>
              <option value="at-once">{say('atOnce')}</option>
              <option value="digest">{say('digest')}</option>
              <option value="off">{say('off')}</option>
            </select>
          </label>
          <label>
            {say('smsWhen')}
            <select name="smsWhen" defaultValue={preferences.smsWhen}>
              <option value="off">{say('off')}</option>
              <option value="urgent">{say('urgentOnly')}</option>
            </select>
          </label>
        </div>
        {!preferences.hasSms && <p className="quiet small">{say('smsOff')}</p>}
        {preferences.hasSms && !preferences.hasPhone && <p className="quiet small">{say('noPhone')}</p>}
      </section>
      <fieldset>
        <legend>{say('hours')}</legend>
        <div className={classes.line}>
          <label>
            {say('quietFrom')}
            <input name="quietFrom" type="time" required defaultValue={preferences.quietFrom} />
          </label>
          <label>
            {say('quietTo')}
            <input name="quietTo" type="time" required defaultValue={preferences.quietTo} />
          </label>
          <label>
            {say('digestAt')}
            <input name="digestAt" type="time" required defaultValue={preferences.digestAt} />
          </label>
        </div>
        <p className="quiet small">{say('hoursHint')}</p>
      </fieldset>
      <fieldset>
        <legend>{say('kinds')}</legend>
        <KindChoices groups={groups} isChosen={(name) => !preferences.muted.includes(name)} />
        <p className="quiet small">{say('kindsHint')}</p>
      </fieldset>
      <ProblemLine error={save.error} />
      <p className={classes.line}>
        <button type="submit" className="primary" disabled={save.isPending}>
          {say('save')}
        </button>
        {save.isSuccess && <span role="status">{say('saved')}</span>}
      </p>
    </form>
  );
}
