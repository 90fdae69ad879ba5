/** Where the person has signed in, with the way to end each. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { send } from '../parts/ask.ts';
import { moment } from '../parts/format.ts';
import { useLanguage, useWords } from '../parts/language.ts';
import { ProblemLine } from '../parts/problemLine.tsx';
import { sessionsQuestion } from './accountQuestions.ts';
import classes from './accounts.module.css';
import { accountWords } from './accountWords.ts';
import { deviceWords } from './deviceWords.ts';

export function OwnSessions() {
  const say = useWords(accountWords);
  const language = useLanguage();
  const queries = useQueryClient();
  const { data = [], error } = useQuery(sessionsQuestion);
  const end = useMutation({
    mutationFn: (path: string) => send('DELETE', path),
    onSuccess: () => queries.invalidateQueries({ queryKey: sessionsQuestion.queryKey }),
  });
  return (
    <section className={classes.section}>
      <h2>{say('sessions')}</h2>
      <ProblemLine error={error ?? end.error} />
      <table className="list">
        <thead>
          <tr>
            <th scope="col">{say('device')}</th>
            <th scope="col">{say('address')}</th>
            <th scope="col">{say('openedAt')}</th>
            <th scope="col">{say('seenAt')}</th>
            <th scope="col">
              <span className="heard">{say('end')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {data.map((session) => (
            <tr key={session.id}>
              <th scope="row">{deviceWords(session.agent)}</th>
              <td>{session.address ?? '—'}</td>
              <td data-label={say('openedAt')}>{moment(session.openedAt, language)}</td>
              <td data-label={say('seenAt')}>{moment(session.seenAt, language)}</td>
              <td className="number">
                {session.isThis ? (
                  <span className="quiet">{say('thisOne')}</span>
                ) : (
                  <button type="button" className="plain" disabled={end.isPending} onClick={() => end.mutate(`/me/sessions/${session.id}`)}>
                    {say('end')}
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {data.length > 1 && (
        <button type="button" disabled={end.isPending} onClick={() => end.mutate('/me/sessions')}>
          {say('endOthers')}
        </button>
      )}
    </section>
  );
}
