/** The numbers of areas remembered until one of their settlements is evaluated anew. */
import type { AreaTree } from '#features/areas/areaTree.ts';
import type { ScopedDatabase } from '#features/areas/scope.ts';
import { remember } from '#platform/remember.ts';
import sql from 'sql-template-tag';
import { areaNumbers, type AreaNumber } from './areaNumbers.ts';

/** A month that was evaluated, with the days it holds and a mark that changes with every evaluation of it. */
export interface Evaluated {
  readonly month: string;
  readonly from: string;
  readonly to: string;
  readonly state: string;
}

/** Answers the numbers of areas in an evaluated month, as far as the handle sees. */
export type NumbersOf = (database: ScopedDatabase, tree: AreaTree, month: Evaluated, areas: readonly string[]) => Promise<readonly AreaNumber[]>;

/** Months that were evaluated for settlements of an area, newest first. */
export async function evaluatedMonths(database: ScopedDatabase, settlements: readonly string[]): Promise<Evaluated[]> {
  return database.query<Evaluated>(sql`
    select month, min(as_of) as from, max(as_of) as to, count(*) || ' ' || sum(extract(epoch from evaluated_at)) as state from evaluated_month
    where settlement_code = any(${settlements}::text[]) and ${database.within('settlement_code')} group by month order by month desc`);
}

/** So many boards: those that people of a prefecture look at on one day. */
const most = 400;

/** Callers who see the same areas share what is remembered; nobody else does. */
export function rememberNumbers(): NumbersOf {
  const known = remember<readonly AreaNumber[]>({ most });
  return (database, tree, { month, state }, areas) =>
    known(JSON.stringify([database.scope, month, areas.map((area) => [area, ...tree.settlementsOf(area)])]), state, () =>
      areaNumbers(database, tree, month, areas),
    );
}
