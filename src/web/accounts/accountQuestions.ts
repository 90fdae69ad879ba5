/** What the pages of accounts ask. */
import { queryOptions } from '@tanstack/react-query';
import type { accountPage, PostShown, roleList, sessionList, signInPage, tokenList } from '#features/accounts/contract.ts';
import type { z } from 'zod';
import { ask } from '../parts/ask.ts';
import { keepTexts, pageOf } from '../parts/search.ts';

/** What the address of the sign-in page may name: where to go afterwards, and why the provider's sign-in came to nothing. */
export const signInSearch = keepTexts('next', 'refused');

/** The ways to sign in beside a password: accounts of a demonstration, the provider; and the words for a refusal. */
export const signInQuestion = (refused?: string) =>
  queryOptions({ queryKey: ['session', refused ?? ''], queryFn: () => ask<z.infer<typeof signInPage>>('/session', { refused }), staleTime: 60_000 });

/** Where the person has signed in. */
export const sessionsQuestion = queryOptions({
  queryKey: ['me', 'sessions'],
  queryFn: () => ask<z.infer<typeof sessionList>>('/me/sessions').then((answer) => answer.sessions),
});

/** The tokens that the person made for systems. */
export const tokensQuestion = queryOptions({
  queryKey: ['me', 'tokens'],
  queryFn: () => ask<z.infer<typeof tokenList>>('/me/tokens').then((answer) => answer.tokens),
});

/** All roles with what each may do, and the names of the permissions. */
export const rolesQuestion = queryOptions({ queryKey: ['roles'], queryFn: () => ask<z.infer<typeof roleList>>('/roles'), staleTime: 300_000 });

/** A post with its open work, deputies and handovers. */
export const postQuestion = (id: string) =>
  queryOptions({ queryKey: ['accounts', id, 'post'], queryFn: () => ask<PostShown>(`/accounts/${id}/post`) });

/** What the address of the list of accounts may name. */
export const accountSearch = keepTexts('q', 'page');
export type AccountSearch = ReturnType<typeof accountSearch>;

export const accountsPerPage = 50;

/** A page of accounts. */
export const accountsQuestion = ({ q, page }: AccountSearch) => {
  const query = { q, page: pageOf(page), size: accountsPerPage };
  return queryOptions({ queryKey: ['accounts', query], queryFn: () => ask<z.infer<typeof accountPage>>('/accounts', query) });
};
