/** The own account (我的账号): grants, password, second factor, sessions, tokens; what is owed stands alone until it is done. */
import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useWords } from '../parts/language.ts';
import { meQuestion, useMe } from '../parts/me.ts';
import { PageHead } from '../parts/pageHead.tsx';
import classes from './accounts.module.css';
import { accountWords } from './accountWords.ts';
import { OwnActing } from './ownActing.tsx';
import { OwnGrants } from './ownGrants.tsx';
import { OwnSessions } from './ownSessions.tsx';
import { OwnTokens } from './ownTokens.tsx';
import { PasswordSection } from './passwordSection.tsx';
import { safeNext } from './safeNext.ts';
import { SecondFactorSection } from './secondFactorSection.tsx';

const route = getRouteApi('/account');

export function AccountPage() {
  const say = useWords(accountWords);
  const me = useMe();
  const queries = useQueryClient();
  const router = useRouter();
  const { next } = route.useSearch();
  const paid = async () => {
    const after = await queries.fetchQuery({ ...meQuestion, staleTime: 0 });
    if (me.owes !== null && after.owes === null) router.history.replace(safeNext(after, next));
  };
  return (
    <>
      <PageHead title={say('title')} note={`${me.name} · ${me.login}`} />
      <div className={classes.sections}>
        {me.owes === 'password' ? (
          <PasswordSection changed={paid} />
        ) : me.owes === 'second-factor' ? (
          <SecondFactorSection done={paid} />
        ) : (
          <>
            <OwnActing me={me} />
            <OwnGrants me={me} />
            <PasswordSection changed={paid} />
            <SecondFactorSection done={paid} />
            <OwnSessions />
            <OwnTokens />
          </>
        )}
      </div>
    </>
  );
}
