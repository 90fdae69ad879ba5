/** Lists visits and attempts. */
import { registers } from '#catalog/catalog.ts';
import { codeWords } from '#derive/codeWords.ts';
import { decideShown } from '#derive/decideShown.ts';
import type { Caller } from '#features/accounts/caller.ts';
import type { ScopedDatabase } from '#features/areas/scope.ts';
import { lookAt } from '#features/people/lookAt.ts';
import { keepersOf, type Sight, type Subject } from '#features/people/sight.ts';
import type { Keys } from '#platform/crypto/keys.ts';
import type { VisitFilter, VisitPage } from './contract.ts';
import { pageOfVisits, type VisitRecord } from './queries.ts';

/** Who looks, with what they may see. */
interface Looking {
  readonly scope: ScopedDatabase;
  readonly sight: Sight;
  readonly caller: Caller;
  readonly keys: Keys;
}

/** A page of what was recorded inside the scope. What was noted is read by whoever wrote it, and by others as the register of visits lets them. */
export async function listVisits({ scope, sight, caller, keys }: Looking, filter: VisitFilter): Promise<VisitPage> {
  const found = await pageOfVisits(scope, filter, caller.account);
  const subjectsOf = ({ household_no: household, children }: VisitRecord): Subject[] => [null, ...children].map((person) => ({ person, household }));
  const look = await lookAt(scope, sight, found.flatMap(subjectsOf));
  const mayRead = (record: VisitRecord): boolean =>
    record.is_own ||
    subjectsOf(record).every(
      (subject) => decideShown(registers.visit, 'note', 'file', look.of(subject, keepersOf(registers.visit))).shown === 'shown',
    );
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
      note: record.note !== null && mayRead(record) ? keys.openText(record.note) : null,
      isNoteWithheld: record.note !== null && !mayRead(record),
      imports: record.imports,
      waiting: record.waiting,
    })),
  };
}
