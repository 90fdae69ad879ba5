/** Signing in (登录): name or phone with a password, then the one-time code where the account has a second factor. */
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useRouter } from '@tanstack/react-router';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { Me, signInOrder } from '#features/accounts/contract.ts';
import type { z } from 'zod';
import { apiAddress, Refusal, send } from '../parts/ask.ts';
import { keepDraftsOf } from '../parts/drafts.ts';
import { forgetPerson } from '../parts/forgetPerson.ts';
import { useLanguage, useWords } from '../parts/language.ts';
import { LanguageSwitch } from '../parts/languageSwitch.tsx';
import { meQuestion } from '../parts/me.ts';
import { partWords } from '../parts/partWords.ts';
import { ProblemLine } from '../parts/problemLine.tsx';
import { signInQuestion } from './accountQuestions.ts';
import classes from './accounts.module.css';
import { accountWords } from './accountWords.ts';
import { PasswordField } from './passwordField.tsx';
import { safeNext } from './safeNext.ts';

const route = getRouteApi('/sign-in');

type Order = z.infer<typeof signInOrder>;

export function SignInPage() {
  const say = useWords(accountWords);
  const sayPart = useWords(partWords);
  const language = useLanguage();
  const { next, refused } = route.useSearch();
  const queries = useQueryClient();
  const router = useRouter();
  const { demo, provider, refused: refusal } = useSuspenseQuery(signInQuestion(refused)).data;
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [needsCode, setNeedsCode] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  const codeField = useRef<HTMLInputElement>(null);
  const brand = sayPart('name');
  const signIn = useMutation({
    mutationFn: (order: Order) => send<Me>('POST', '/session', order),
    onError: (error) => {
      if (error instanceof Refusal && error.problem.code === 'accounts.code-needed') setNeedsCode(true);
    },
    onSuccess: (me) => {
      // What the page showed to somebody else before is not this person's to see.
      forgetPerson(router, queries);
      keepDraftsOf(me.account);
      queries.setQueryData(meQuestion.queryKey, me);
      router.history.replace(safeNext(me, next));
    },
  });
  useEffect(() => first.current?.focus(), []);
  useEffect(() => {
    if (needsCode) codeField.current?.focus();
  }, [needsCode]);
  useEffect(() => {
    document.title = `${say('signIn')} · ${brand}`;
  }, [say, brand]);
  const isFirstAsking = signIn.error instanceof Refusal && signIn.error.problem.code === 'accounts.code-needed';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn.mutate({ login, password, ...(needsCode && code !== '' && { code }) });
  };
  return (
    <main className={classes.door}>
      <div className={classes.language}>
        <LanguageSwitch />
      </div>
      <div className={demo.length > 0 ? classes.sheets : classes.sheet}>
        <form className={classes.signIn} onSubmit={submit}>
          <p className={classes.brand}>
            <img src="/mark.svg" alt="" width="40" height="40" />
            <span>
              <strong>{brand}</strong>
              <small>{sayPart('tagline')}</small>
            </span>
          </p>
          <h1>{say('signIn')}</h1>
          {refusal && !signIn.isPending && !signIn.isError && (
            <p className={classes.refusal} role="alert">
              {refusal[language]}
            </p>
          )}
          <div className={classes.field}>
            <label htmlFor="login">{say('login')}</label>
            <input
              id="login"
              ref={first}
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              required
              maxLength={64}
              value={login}
              onChange={(event) => {
                setLogin(event.target.value);
                setNeedsCode(false);
              }}
            />
          </div>
          <PasswordField label={say('password')} kind="current-password" value={password} change={setPassword} />
          {needsCode && (
            <div className={classes.field}>
              <label htmlFor="code">{say('code')}</label>
              <input
                id="code"
                ref={codeField}
                autoComplete="one-time-code"
                inputMode="text"
                required
                maxLength={20}
                aria-describedby="code-hint"
                value={code}
                onChange={(event) => setCode(event.target.value)}
              />
              <small id="code-hint" className="quiet">
                {say('codeHint')}
              </small>
            </div>
          )}
          {!isFirstAsking && <ProblemLine error={signIn.error} />}
          <button type="submit" className="primary" disabled={signIn.isPending}>
            {say('signIn')}
          </button>
          {provider && (
            <a className="button" href={apiAddress('/session/provider', { next })}>
              {say('byProvider', { provider: provider[language] })}
            </a>
          )}
          <p className="small quiet">{say('forgotten')}</p>
          <p className="small">
            <Link to="/appeal">{say('resident')}</Link>
          </p>
        </form>
        {demo.length > 0 && (
          <section className={classes.demo} aria-labelledby="demo">
            <h2 id="demo">{say('demo')}</h2>
            <p className="small quiet">{say('demoHint')}</p>
            <ul>
              {demo.map((one) => (
                <li key={one.login}>
                  <button type="button" disabled={signIn.isPending} onClick={() => signIn.mutate({ login: one.login, password: one.password })}>
                    {one[language]}
                    <small className="code">{one.login}</small>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </main>
  );
}
