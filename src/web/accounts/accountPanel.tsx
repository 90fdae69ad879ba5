/** Manages one account: its grants, its state, its password, its second factor, its sessions and its identity with the provider. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { AccountRow, accountChange, grantOrder } from '#features/accounts/contract.ts';
import type { z } from 'zod';
import { send } from '../parts/ask.ts';
import { useWords } from '../parts/language.ts';
import { May } from '../parts/may.tsx';
import { useMe } from '../parts/me.ts';
import { ProblemLine } from '../parts/problemLine.tsx';
import classes from './accountList.module.css';
import { accountListWords } from './accountListWords.ts';
import { GrantForm } from './grantForm.tsx';
import { IdentityForm } from './identityForm.tsx';
import { ShownOnce } from './shownOnce.tsx';

interface AccountPanelParts {
  readonly row: AccountRow;
  readonly grantWords: (grant: AccountRow['grants'][number]) => string;
}

export function AccountPanel({ row, grantWords }: AccountPanelParts) {
  const say = useWords(accountListWords);
  const me = useMe();
  const queries = useQueryClient();
  const onSuccess = () => queries.invalidateQueries({ queryKey: ['accounts'] });
  const path = `/accounts/${row.account}`;
  const [leavesOn, setLeavesOn] = useState(row.leavesOn ?? '');
  const give = useMutation({ mutationFn: (order: z.input<typeof grantOrder>) => send('POST', `${path}/grants`, order), onSuccess });
  const revoke = useMutation({ mutationFn: (id: number) => send('DELETE', `/grants/${id}`), onSuccess });
  const change = useMutation({ mutationFn: (changed: z.infer<typeof accountChange>) => send('PATCH', path, changed), onSuccess });
  const reset = useMutation({ mutationFn: () => send<{ password: string }>('POST', `${path}/password`), onSuccess });
  const removeFactor = useMutation({ mutationFn: () => send('DELETE', `${path}/second-factor`), onSuccess });
  const signOut = useMutation({ mutationFn: () => send('DELETE', `${path}/sessions`), onSuccess });
  return (
    <div className={classes.panels}>
      <May needs="grants.change">
        {row.grants.length > 0 && (
          <p>
            <Link to="/accounts/$id" params={{ id: String(row.account) }}>
              {say('post')}
            </Link>
          </p>
        )}
        {row.account === me.account ? (
          <p>{say('own')}</p>
        ) : (
          <>
            {row.grants.length > 0 && (
              <p className={classes.line}>
                {row.grants.map((grant) => (
                  <button key={grant.id} type="button" disabled={revoke.isPending} onClick={() => revoke.mutate(grant.id)}>
                    {say('revokeOf', { grant: grantWords(grant) })}
                  </button>
                ))}
              </p>
            )}
            <ProblemLine error={revoke.error} />
            <GrantForm isGiving={give.isPending} give={(order) => give.mutate(order)} />
            <ProblemLine error={give.error} />
          </>
        )}
      </May>
      <May needs="accounts.change">
        <div className={classes.line}>
          <label>
            {say('leavesOn')}
            <input type="date" value={leavesOn} onChange={(event) => setLeavesOn(event.target.value)} />
          </label>
          <button
            type="button"
            disabled={change.isPending || leavesOn === (row.leavesOn ?? '')}
            onClick={() => change.mutate({ leavesOn: leavesOn === '' ? null : leavesOn })}
          >
            {say('save')}
          </button>
          <button type="button" disabled={change.isPending} onClick={() => change.mutate({ disabled: row.disabledAt === null })}>
            {say(row.disabledAt === null ? 'disable' : 'enable')}
          </button>
          <button type="button" disabled={reset.isPending} onClick={() => reset.mutate()}>
            {say('newPassword')}
          </button>
          <button type="button" disabled={signOut.isPending} onClick={() => signOut.mutate()}>
            {say('signOutAll')}
          </button>
          {row.hasSecondFactor && (
            <button type="button" disabled={removeFactor.isPending} onClick={() => removeFactor.mutate()}>
              {say('removeFactor')}
            </button>
          )}
        </div>
        <ProblemLine error={change.error ?? reset.error ?? removeFactor.error ?? signOut.error} />
        {signOut.isSuccess && <p role="status">{say('signedOutAll', { login: row.login })}</p>}
        {reset.data && (
          <ShownOnce hint={say('firstPassword', { login: row.login })} text={reset.data.password} doneWord={say('done')} done={reset.reset} />
        )}
      </May>
      <May needs="accounts.link">
        <IdentityForm row={row} />
      </May>
    </div>
  );
}
