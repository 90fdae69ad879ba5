/** What the page of rights requests asks, and how a package is saved. */
import { queryOptions } from '@tanstack/react-query';
import type { RightPage } from '#features/personRights/contract.ts';
import { ask, apiAddress, refusalOf, type ProblemAnswer } from '../parts/ask.ts';
import { keepTexts, pageOf } from '../parts/search.ts';

/** What the address may name; never a person, since addresses are kept by browsers and proxies. */
export const personRightSearch = keepTexts('page');
export type PersonRightSearch = ReturnType<typeof personRightSearch>;

export const rightsPerPage = 50;

export const personRightsQuestion = ({ page }: PersonRightSearch) => {
  const query = { page: pageOf(page), size: rightsPerPage };
  return queryOptions({ queryKey: ['person-rights', query], queryFn: () => ask<RightPage>('/person-rights', query) });
};

/** Asks for the package and offers it to the reader as a file. */
export async function savePackage(order: object, name: string): Promise<void> {
  const answer = await fetch(apiAddress('/person-rights/export'), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(order),
  });
  if (!answer.ok) throw refusalOf((await answer.json()) as ProblemAnswer);
  const address = URL.createObjectURL(await answer.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
