/** How to be told outside of the app (通知偏好): the own address, when letters and short messages are sent, quiet hours, the digest, and which kinds. */
import { useSuspenseQuery } from '@tanstack/react-query';
import { useWords } from '../parts/language.ts';
import { PageHead } from '../parts/pageHead.tsx';
import { MailSection } from './mailSection.tsx';
import { preferencesQuestion } from './noticeQuestions.ts';
import classes from './notices.module.css';
import { noticeWords } from './noticeWords.ts';
import { PreferenceForm } from './preferenceForm.tsx';

export function PreferencePage() {
  const say = useWords(noticeWords);
  const preferences = useSuspenseQuery(preferencesQuestion).data;
  return (
    <>
      <PageHead title={say('preferenceTitle')} note={say('preferenceNote')} />
      <div className={classes.form}>
        <MailSection preferences={preferences} />
        <PreferenceForm preferences={preferences} />
      </div>
    </>
  );
}
