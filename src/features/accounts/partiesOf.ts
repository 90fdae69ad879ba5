/** As which parties of an appeal a caller counts: the account, the departments, and the areas of the posts; who holds a building or community counts as the settlement's people too. */
import type { Scope } from '#features/areas/scope.ts';
import { type Caller, selvesOf } from './caller.ts';

/** `account:7`, `department:教育局`, `area:522301A001`; `reach` is what the caller's grants see together. */
export function partiesOf(caller: Pick<Caller, 'account' | 'actsFor' | 'grants'>, { places }: Scope): readonly string[] {
  const { grants } = caller;
  const accounts = selvesOf(caller).map((number) => `account:${number}`);
  const departments = grants.flatMap(({ department }) => (department === null ? [] : [`department:${department}`]));
  const posts = grants.flatMap(({ area, department }) => (department === null ? [area] : []));
  const settlements = places.filter(({ code }) => posts.includes(code)).map(({ settlement }) => settlement);
  return [...new Set([...accounts, ...departments, ...[...posts, ...settlements].map((area) => `area:${area}`)])];
}
