/** The last messages of a webhook with what became of each. */
import { useQuery } from '@tanstack/react-query';
import { isNoticeKind, noticeKindOf } from '#catalog/notices/noticeKinds.ts';
import type { MessageRow } from '#features/notices/contract.ts';
import { count, moment } from '../parts/format.ts';
import { type Language, type Say, useLanguage, useWords } from '../parts/language.ts';
import { ProblemLine } from '../parts/problemLine.tsx';
import { messagesQuestion } from './webhookQuestions.ts';
import { webhookWords } from './webhookWords.ts';

type Words = Say<(typeof webhookWords)['keys'][number]>;

function outcome({ state, endedAt, nextAt, error }: MessageRow, say: Words, language: Language): string {
  if (state === 'due') return `${say('due', { at: moment(nextAt, language) })}${error === null ? '' : ` · ${error}`}`;
  const word = say(state === 'sent' ? 'sent' : state === 'given-up' ? 'given' : 'dropped');
  return [word, endedAt === null ? '' : moment(endedAt, language), error ?? ''].filter(Boolean).join(' · ');
}

export function MessageTable({ webhook }: { readonly webhook: number }) {
  const say = useWords(webhookWords);
  const language = useLanguage();
  const { data, error } = useQuery(messagesQuestion(webhook));
  if (error !== null) return <ProblemLine error={error} />;
  if (data === undefined) return null;
  if (data.length === 0) return <p className="quiet">{say('noMessages')}</p>;
  return (
    <div className="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">{say('made')}</th>
            <th scope="col">{say('kinds')}</th>
            <th scope="col" className="number">
              {say('tries')}
            </th>
            <th scope="col">{say('result')}</th>
          </tr>
        </thead>
        <tbody>
          {data.map((message) => (
            <tr key={message.id}>
              <th scope="row">{moment(message.madeAt, language)}</th>
              <td>{message.kinds.map((kind) => (isNoticeKind(kind) ? noticeKindOf(kind)[language] : kind)).join('、')}</td>
              <td className="number">{count(message.tries)}</td>
              <td>{outcome(message, say, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
