/** The address for letters: a code is sent to it, and confirms it. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { NoticePreferences } from '#features/notices/contract.ts';
import { send } from '../parts/ask.ts';
import { useWords } from '../parts/language.ts';
import { ProblemLine } from '../parts/problemLine.tsx';
import { preferencesQuestion } from './noticeQuestions.ts';
import classes from './notices.module.css';
import { noticeWords } from './noticeWords.ts';

export function MailSection({ preferences: { mail, isMailConfirmed, hasMail } }: { readonly preferences: NoticePreferences }) {
  const say = useWords(noticeWords);
  const queries = useQueryClient();
  const renewed = (answer: NoticePreferences) => queries.setQueryData(preferencesQuestion.queryKey, answer);
  const offer = useMutation({
    mutationFn: (address: string) => send('POST', '/notices/preferences/mail', { address }),
    onSuccess: () => queries.invalidateQueries({ queryKey: preferencesQuestion.queryKey }),
  });
  const confirm = useMutation({
    mutationFn: (code: string) => send<NoticePreferences>('PUT', '/notices/preferences/mail', { code }),
    onSuccess: renewed,
  });
  const forget = useMutation({ mutationFn: () => send<NoticePreferences>('DELETE', '/notices/preferences/mail'), onSuccess: renewed });
  return (
    <section>
      <h2>{say('mail')}</h2>
      {!hasMail && <p className="quiet">{say('mailOff')}</p>}
      {mail !== null && <p>{say(isMailConfirmed ? 'mailNow' : 'mailOpen', { mail })}</p>}
      {hasMail && !isMailConfirmed && (
        <form
          className={classes.line}
          onSubmit={(event) => {
            event.preventDefault();
            offer.mutate(String(new FormData(event.currentTarget).get('address') ?? ''));
          }}
        >
          <label>
            {say('mailAddress')}
            <input name="address" type="email" required maxLength={254} autoComplete="email" defaultValue={mail ?? ''} />
          </label>
          <button type="submit" disabled={offer.isPending}>
            {say('sendCode')}
          </button>
        </form>
      )}
      {hasMail && mail !== null && !isMailConfirmed && (
        <form
          className={classes.line}
          onSubmit={(event) => {
            event.preventDefault();
            confirm.mutate(String(new FormData(event.currentTarget).get('code') ?? ''));
          }}
        >
          <label>
            {say('code')}
            <input name="code" required inputMode="numeric" pattern="\d{6}" maxLength={6} autoComplete="one-time-code" />
          </label>
          <button type="submit" className="primary" disabled={confirm.isPending}>
            {say('confirm')}
          </button>
        </form>
      )}
      {offer.isSuccess && !isMailConfirmed && <p role="status">{say('codeSent')}</p>}
      {mail !== null && (
        <p>
          <button type="button" className="plain" disabled={forget.isPending} onClick={() => forget.mutate()}>
            {say('forget')}
          </button>
        </p>
      )}
      <ProblemLine error={offer.error ?? confirm.error ?? forget.error} />
    </section>
  );
}
