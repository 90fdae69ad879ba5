/** The tokens that the person made for systems: made, shown once, revoked. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { tokenAnswer, tokenOrder } from '#features/accounts/contract.ts';
import type { z } from 'zod';
import { send } from '../parts/ask.ts';
import { day, moment } from '../parts/format.ts';
import { useLanguage, useWords } from '../parts/language.ts';
import { ProblemLine } from '../parts/problemLine.tsx';
import { rolesQuestion, tokensQuestion } from './accountQuestions.ts';
import classes from './accounts.module.css';
import { accountWords } from './accountWords.ts';
import { NewToken } from './newToken.tsx';
import { ShownOnce } from './shownOnce.tsx';

export function OwnTokens() {
  const say = useWords(accountWords);
  const language = useLanguage();
  const queries = useQueryClient();
  const { data = [], error } = useQuery(tokensQuestion);
  const names = new Map(useQuery(rolesQuestion).data?.permissions.map((permission) => [permission.name, permission[language]]));
  const [isOpen, setOpen] = useState(false);
  const renew = () => queries.invalidateQueries({ queryKey: tokensQuestion.queryKey });
  const make = useMutation({
    mutationFn: (order: z.infer<typeof tokenOrder>) => send<z.infer<typeof tokenAnswer>>('POST', '/me/tokens', order),
    onSuccess: () => {
      setOpen(false);
      return renew();
    },
  });
  const revoke = useMutation({ mutationFn: (id: number) => send('DELETE', `/me/tokens/${id}`), onSuccess: renew });
  return (
    <section className={classes.section}>
      <h2>{say('tokens')}</h2>
      <p className="small quiet">{say('tokensHint')}</p>
      <ProblemLine error={error ?? revoke.error} />
      {make.data && <ShownOnce hint={say('tokenOnce')} text={make.data.token} doneWord={say('done')} done={make.reset} />}
      {data.length === 0 ? (
        <p>{say('noTokens')}</p>
      ) : (
        <table className="list">
          <thead>
            <tr>
              <th scope="col">{say('tokenName')}</th>
              <th scope="col">{say('permissions')}</th>
              <th scope="col">{say('expiresAt')}</th>
              <th scope="col">{say('usedAt')}</th>
              <th scope="col">
                <span className="heard">{say('revoke')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {data.map((token) => (
              <tr key={token.id}>
                <th scope="row">{token.name}</th>
                <td className="small">{token.permissions.map((name) => names.get(name) ?? name).join('、')}</td>
                <td>{day(token.expiresAt.slice(0, 10), language)}</td>
                <td>{token.usedAt === null ? say('never') : moment(token.usedAt, language)}</td>
                <td className="number">
                  <button type="button" className="plain" disabled={revoke.isPending} onClick={() => revoke.mutate(token.id)}>
                    {say('revoke')}
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {isOpen ? (
        <NewToken names={names} error={make.error} isMaking={make.isPending} make={make.mutate} cancel={() => setOpen(false)} />
      ) : (
        <button type="button" onClick={() => setOpen(true)}>
          {say('makeToken')}
        </button>
      )}
    </section>
  );
}
