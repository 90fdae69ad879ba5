/** A refused answer with the whole row that it belongs to, to be mended at once: why each answer came back, what it said, and the row as it stands. */
import type { Caller } from '#features/accounts/caller.ts';
import type { ScopedDatabase } from '#features/areas/scope.ts';
import type { RowValue } from '#features/imports/importRows.ts';
import { lookAt } from '#features/people/lookAt.ts';
import { keepersOf, type Sight } from '#features/people/sight.ts';
import { whyUnnamed } from '#derive/decideShown.ts';
import { maskName } from '#derive/mask.ts';
import type { Keys } from '#platform/crypto/keys.ts';
import sql from 'sql-template-tag';
import { askedCases, fieldOf, openCases } from './askedRows.ts';
import type { AnswerMend } from './answerContract.ts';
import { findHome } from './findHome.ts';
import { problems } from './problems.ts';
import { showRow } from './showRow.ts';
import { answerWords } from './valueWords.ts';

interface Mending {
  readonly scope: ScopedDatabase;
  readonly sight: Sight;
  readonly caller: Caller;
  readonly keys: Keys;
}

interface RefusedRecord {
  readonly answer_id: number;
  readonly visit_id: number;
  readonly household_no: string;
  readonly register: string;
  readonly row_key: string;
  readonly field: string;
  readonly state: string;
  readonly given: Buffer;
  readonly said_zh: string | null;
  readonly said_en: string | null;
  readonly answered_on: string;
  readonly account: number;
  readonly visited_by: string;
}

/** The answer and its row; throws `visits.answer-not-found`, and `visits.settled-already` where it waits no more. */
export async function showMend({ scope, sight, caller, keys }: Mending, id: number): Promise<AnswerMend> {
  const refused = await scope.query<RefusedRecord>(sql`
    select answer.*, record.account, record.visited_by
    from visit_answer asked join visit_answer answer using (visit_id, register, row_key) join visit_record record using (visit_id)
    where asked.answer_id = ${id} and (answer.answer_id = ${id} or answer.state = 'refused') and ${scope.within('asked.settlement_code')} order by answer.answer_id`);
  const own = refused.find((one) => one.answer_id === id);
  if (!own) throw problems['answer-not-found']();
  if (own.state !== 'refused') throw problems['settled-already']();
  const home = await findHome(scope, own.household_no, sight.day);
  const mine = await openCases(scope, sight, home, await askedCases(scope, home));
  const open = mine.find(
    ({ register, key, fields }) => register.name === own.register && key === own.row_key && fields.some(({ name }) => name === own.field),
  );
  if (!open) throw problems['not-asked']();
  const { member, register } = open;
  const look = await lookAt(scope, sight, [{ person: member?.no ?? null, household: home.no }]);
  const isNamed = member !== null && whyUnnamed(look.of({ person: member.no, household: home.no }, keepersOf(register))) === null;
  return {
    id,
    visit: own.visit_id,
    household: own.household_no,
    by: own.visited_by,
    answeredOn: own.answered_on,
    isOwn: own.account === caller.account,
    field: own.field,
    row: showRow(open, null, isNamed ? maskName(member.name) : null, keys),
    refused: refused.flatMap(({ field, given, said_zh: zh, said_en: en, answered_on: on }) => {
      const shown = open.fields.find(({ name }) => name === field);
      if (!shown) return [];
      const value = JSON.parse(keys.openText(given)) as RowValue;
      return [
        {
          field,
          given: answerWords(fieldOf(register, field), value, { day: on, today: sight.day }),
          value: shown.shown === 'shown' ? asWritten(value) : '',
          said: zh === null ? null : { zh, en: en ?? '' },
        },
      ];
    }),
  };
}

const asWritten = (value: RowValue): string =>
  typeof value === 'boolean' ? (value ? '1' : '0') : Array.isArray(value) ? value.join(',') : String(value);
