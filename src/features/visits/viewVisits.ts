/** Lists visits and attempts that were recorded here; of one household also the visits that came in sheets. */
import { registers } from '#catalog/catalog.ts';
import { codeWords } from '#derive/codeWords.ts';
import { decideShown } from '#derive/decideShown.ts';
import type { Caller } from '#features/accounts/caller.ts';
import type { ScopedDatabase } from '#features/areas/scope.ts';
import { lookAt } from '#features/people/lookAt.ts';
import { keepersOf, type Sight, type Subject } from '#features/people/sight.ts';
import type { Keys } from '#platform/crypto/keys.ts';
import type { VisitFilter, VisitPage } from './contract.ts';
import { pageOfHousehold, type SheetVisit } from './earlierVisits.ts';
import { pageOfVisits, type VisitRecord } from './queries.ts';

/** Who looks, with what they may see. */
interface Looking {
  readonly scope: ScopedDatabase;
  readonly sight: Sight;
  readonly caller: Caller;
  readonly keys: Keys;
}

const { visit: register } = registers;

/** A page of visits inside the scope. What was noted is read by whoever wrote it, and by others as the register of visits lets them. */
export async function listVisits({ scope, sight, caller, keys }: Looking, filter: VisitFilter): Promise<VisitPage> {
  const { household } = filter;
  const found =
    household === undefined
      ? await pageOfVisits(scope, filter, caller.account)
      : await pageOfHousehold(scope, { ...filter, household }, caller.account);
  const subjectsOf = ({ household_no: home, children }: VisitRecord | SheetVisit): Subject[] =>
    [null, ...children].map((person) => ({ person, household: home }));
  const look = await lookAt(scope, sight, found.flatMap(subjectsOf));
  const mayRead = (record: VisitRecord | SheetVisit, field: string): boolean =>
    subjectsOf(record).every((subject) => decideShown(register, field, 'file', look.of(subject, keepersOf(register))).shown === 'shown');
  return {
    total: found[0]?.total ?? 0,
    rows: found.map((record) =>
      record.visit_id === null
        ? fromSheet(record, (field) => mayRead(record, field))
        : recorded(record, keys, record.is_own || mayRead(record, 'note')),
    ),
  };
}

type VisitRow = VisitPage['rows'][number];

function recorded(record: VisitRecord, keys: Keys, mayRead: boolean): VisitRow {
  return {
    id: record.visit_id,
    household: record.household_no,
    outcome: record.outcome,
    method: codeWords('VISIT', record.method),
    on: record.visited_on,
    at: record.visited_at,
    receivedAt: record.received_at,
    by: record.visited_by,
    attempt: record.attempt,
    nextTry: record.next_try,
    photos: record.photos,
    isSigned: record.is_signed,
    note: record.note !== null && mayRead ? keys.openText(record.note) : null,
    isNoteWithheld: record.note !== null && !mayRead,
    imports: record.imports,
    waiting: record.waiting,
  };
}

/** A row of the register, each of its fields as the register lets the caller read it. */
function fromSheet(row: SheetVisit, mayRead: (field: string) => boolean): VisitRow {
  return {
    id: null,
    household: row.household_no,
    outcome: row.met === null || !mayRead('met') ? null : row.met ? 'met' : 'not-met',
    method: row.method !== null && mayRead('method') ? codeWords('VISIT', row.method) : null,
    on: row.visited_on,
    at: null,
    receivedAt: null,
    by: mayRead('visitor') ? row.visited_by : null,
    attempt: null,
    nextTry: null,
    photos: [],
    isSigned: false,
    note: mayRead('note') ? row.note : null,
    isNoteWithheld: row.note !== null && !mayRead('note'),
    imports: row.imports,
    waiting: 0,
  };
}
