/** The absent persons whose deputy the person is: begins and ends acting for one of them. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import type { Me } from '#features/accounts/contract.ts';
import { send } from '../parts/ask.ts';
import { day } from '../parts/format.ts';
import { useLanguage, useWords } from '../parts/language.ts';
import { ProblemLine } from '../parts/problemLine.tsx';
import classes from './accounts.module.css';
import { postWords } from './postWords.ts';

export function OwnActing({ me }: { readonly me: Me }) {
  const say = useWords(postWords);
  const language = useLanguage();
  const queries = useQueryClient();
  const router = useRouter();
  const act = useMutation({
    mutationFn: (account: number | null) => send('PUT', '/me/acting', { account }),
    onSuccess: async () => {
      // What was seen as one is not seen as the other.
      await queries.resetQueries();
      await router.invalidate();
    },
  });
  if (me.deputyFor.length === 0 && me.actsFor === null) return null;
  return (
    <section className={classes.section}>
      <h2>{say('acting')}</h2>
      <ProblemLine error={act.error} />
      {me.actsFor !== null && (
        <p>
          {say('actingNow', { name: me.actsFor.name })}{' '}
          <button type="button" className="primary" disabled={act.isPending} onClick={() => act.mutate(null)}>
            {say('actAsSelf')}
          </button>
        </p>
      )}
      {me.deputyFor
        .filter(({ account }) => account !== me.actsFor?.account)
        .map((absent) => (
          <p key={absent.account}>
            <button type="button" disabled={act.isPending} onClick={() => act.mutate(absent.account)}>
              {say('actFor', { name: absent.name })}
            </button>{' '}
            {absent.to !== null && <span className="small quiet">{say('until', { day: day(absent.to, language) })}</span>}
          </p>
        ))}
    </section>
  );
}
