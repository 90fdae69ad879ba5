/** Lists visits and attempts. */
import { codeWords } from '#derive/codeWords.ts';
import type { ScopedDatabase } from '#features/areas/scope.ts';
import type { VisitFilter, VisitPage } from './contract.ts';
import { pageOfVisits } from './queries.ts';

/** A page of what was recorded inside the scope. */
export async function listVisits(scope: ScopedDatabase, filter: VisitFilter): Promise<VisitPage> {
  const found = await pageOfVisits(scope, filter);
  return {
    total: found[0]?.total ?? 0,
    rows: found.map((record) => ({
      id: record.visit_id,
      household: record.household_no,
      outcome: record.outcome,
      method: codeWords('VISIT', record.method),
      at: record.visited_at,
      receivedAt: record.received_at,
      by: record.visited_by,
      attempt: record.attempt,
      nextTry: record.next_try,
      photos: record.photos,
      isSigned: record.is_signed,
      imports: record.imports,
      waiting: record.waiting,
    })),
  };
}
