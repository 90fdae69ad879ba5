/** The person who has signed in, with the way to the own account and out. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useRouter, useRouterState } from '@tanstack/react-router';
import { type FocusEvent, type KeyboardEvent, useEffect, useRef } from 'react';
import { isSignedOut, send } from './ask.ts';
import { dropDrafts } from './drafts.ts';
import { forgetPerson } from './forgetPerson.ts';
import { useWords } from './language.ts';
import { useMe } from './me.ts';
import classes from './ownMenu.module.css';
import { partWords } from './partWords.ts';

export function OwnMenu() {
  const say = useWords(partWords);
  const me = useMe();
  const queries = useQueryClient();
  const router = useRouter();
  const menu = useRef<HTMLDetailsElement>(null);
  const path = useRouterState({ select: (state) => state.location.pathname });
  const signOut = useMutation({
    mutationFn: () =>
      send<{ leave: string } | undefined>('DELETE', '/session').catch((error: unknown) => {
        // Whoever is out already is out.
        if (!isSignedOut(error)) throw error;
        return undefined;
      }),
    onSuccess: async (answer) => {
      dropDrafts();
      // Whoever came through the provider is shown its own page to sign out.
      if (answer) return location.assign(answer.leave);
      await router.navigate({ to: '/sign-in' });
      forgetPerson(router, queries);
    },
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the menu closes when another page opens.
  useEffect(() => menu.current?.removeAttribute('open'), [path]);
  return (
    <details ref={menu} className={classes.menu} onBlur={closeWhenLeft} onKeyDown={closeOnEscape}>
      <summary>
        <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
          <circle cx="12" cy="8" r="4" />
          <path d="M4 21c0-5 3.5-7 8-7s8 2 8 7" />
        </svg>
        <span className={classes.name}>{me.actsFor === null ? me.name : say('actsFor', { name: me.name, absent: me.actsFor.name })}</span>
      </summary>
      <ul className={classes.list}>
        <li>
          <Link to="/account">{say('account')}</Link>
        </li>
        <li>
          <Link to="/help">{say('helpPage')}</Link>
        </li>
        <li>
          <button type="button" className="plain" disabled={signOut.isPending} onClick={() => signOut.mutate()}>
            {signOut.isError ? say('again') : say('signOut')}
          </button>
        </li>
      </ul>
    </details>
  );
}

function closeWhenLeft(event: FocusEvent<HTMLDetailsElement>): void {
  if (event.relatedTarget instanceof Node && !event.currentTarget.contains(event.relatedTarget)) event.currentTarget.open = false;
}

function closeOnEscape(event: KeyboardEvent<HTMLDetailsElement>): void {
  if (event.key !== 'Escape' || !event.currentTarget.open) return;
  event.currentTarget.open = false;
  event.currentTarget.querySelector('summary')?.focus();
}
