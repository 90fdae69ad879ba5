/** All requests, the newest first; an erasure that waits is confirmed here by somebody else. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { askers, erasureGrounds, rightKinds, rightStates } from '#catalog/personRights.ts';
import type { RightRow } from '#features/personRights/contract.ts';
import { send } from '../parts/ask.ts';
import { moment } from '../parts/format.ts';
import { useLanguage, useWords } from '../parts/language.ts';
import { May } from '../parts/may.tsx';
import { ProblemLine } from '../parts/problemLine.tsx';
import { personRightWords } from './personRightWords.ts';

export function RightTable({ rows }: { readonly rows: readonly RightRow[] }) {
  const say = useWords(personRightWords);
  const language = useLanguage();
  const queries = useQueryClient();
  const [asked, setAsked] = useState<number>();
  const confirm = useMutation({
    mutationFn: (id: number) => send('POST', `/person-rights/${id}/confirm`),
    onSuccess: () => queries.invalidateQueries(),
    onSettled: () => setAsked(undefined),
  });
  return (
    <>
      <ProblemLine error={confirm.error} />
      <table className="list">
        <thead>
          <tr>
            <th scope="col">{say('right')}</th>
            <th scope="col">{say('person')}</th>
            <th scope="col">{say('asker')}</th>
            <th scope="col">{say('asked')}</th>
            <th scope="col">{say('state')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                {row.id} {rightKinds[row.kind][language]}
                {row.ground !== null && <small>{erasureGrounds[row.ground][language]}</small>}
              </th>
              <td>
                {row.person ?? say('gone')}
                <small>{row.settlementName}</small>
              </td>
              <td>{askers[row.asker][language]}</td>
              <td>
                {moment(row.askedAt, language)}
                <small>{row.statedBy}</small>
              </td>
              <td>
                {rightStates[row.state][language]}
                {row.finishedAt !== null && (
                  <small>
                    {moment(row.finishedAt, language)} {row.finishedBy}
                  </small>
                )}
                {row.state === 'waiting' && (
                  <May needs="person-rights.confirm">
                    {asked === row.id ? (
                      <>
                        {' '}
                        <button type="button" className="primary" disabled={confirm.isPending} onClick={() => confirm.mutate(row.id)}>
                          {say('sure')}
                        </button>{' '}
                        <button type="button" onClick={() => setAsked(undefined)}>
                          {say('cancel')}
                        </button>
                      </>
                    ) : (
                      <>
                        {' '}
                        <button type="button" onClick={() => setAsked(row.id)}>
                          {say('confirm')}
                        </button>
                      </>
                    )}
                  </May>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
