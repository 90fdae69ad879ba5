/** A person decides about an answer that was refused or meets another: it is taken, what stands is kept, or a third value is written; by the same checks as an import, with the date of the decision. */
import { registers } from '#catalog/catalog.ts';
import type { Field } from '#catalog/kinds/kind.ts';
import type { RegisterName } from '#catalog/registers/registerNames.ts';
import type { ScopedDatabase } from '#features/areas/scope.ts';
import { appendAudit } from '#features/audit/appendAudit.ts';
import { turnOfImports } from '#features/imports/importHouse.ts';
import { withSteadyKeys } from '#features/imports/stagedKeys.ts';
import type { Sight } from '#features/people/sight.ts';
import type { Transaction } from '#platform/database/database.ts';
import sql from 'sql-template-tag';
import { type AskedCase, askedCases, isVersionOf, openCases } from './askedRows.ts';
import type { AnswerOrder } from './contract.ts';
import type { AnswerRow, SettleOrder } from './answerContract.ts';
import { findHome, type Home } from './findHome.ts';
import { problems } from './problems.ts';
import { importOne, rowOf } from './storeAnswers.ts';
import type { VisitHouse } from './visitHouse.ts';

interface Waiting {
  readonly answer_id: number;
  readonly visit_id: number;
  readonly household_no: string;
  readonly register: string;
  readonly row_key: string;
  readonly field: string;
  readonly state: AnswerRow['state'];
  readonly given: Buffer;
  readonly method: string;
  readonly account: number;
}

export interface Settled {
  readonly state: 'taken' | 'kept' | 'mended';
  readonly import: number | null;
}

const settledAs = { given: 'taken', stood: 'kept', other: 'mended' } as const;

/** Settles an answer that the caller sees. `ownRefused` = only a refused one of the caller's own visits. */
export async function settleAnswer(
  house: VisitHouse,
  scope: ScopedDatabase,
  sight: Sight,
  id: number,
  order: SettleOrder,
  ownRefused = false,
): Promise<Settled> {
  const seen = await scope.maybe<{ household_no: string }>(sql`
    select household_no from visit_answer where answer_id = ${id} and ${scope.within('settlement_code')}`);
  if (!seen) throw problems['answer-not-found']();
  if (order.as === 'other' && order.value === undefined) throw problems['value-needed']();
  const home = await findHome(scope, seen.household_no, sight.day);
  const mine = await openCases(scope, sight, home, await askedCases(scope, home));
  return withSteadyKeys(() =>
    house.database.transaction(async (tx) => {
      await tx.query(sql`select pg_advisory_xact_lock(${turnOfImports})`);
      const waiting = await hold(tx, id);
      if (ownRefused && (waiting.account !== house.caller.account || waiting.state !== 'refused')) throw problems['not-yours']();
      const asked = [waiting.field, ...order.beside.map(({ field }) => field)];
      const isOpen = ({ question, key, fields }: (typeof mine)[number]): boolean =>
        question.register === waiting.register && key === waiting.row_key && asked.every((field) => fields.some(({ name }) => name === field));
      if (!mine.some(isOpen)) throw problems['not-asked']();
      return settleIn(tx, house, home, waiting, order);
    }),
  );
}

async function hold(tx: Transaction, id: number): Promise<Waiting> {
  const waiting = await tx.one<Waiting>(sql`
    select answer_id, visit_id, household_no, register, row_key, field, state, given,
      (select method from visit_record where visit_record.visit_id = visit_answer.visit_id) as method,
      (select account from visit_record where visit_record.visit_id = visit_answer.visit_id) as account
    from visit_answer where answer_id = ${id} for update`);
  if (waiting.state !== 'refused' && waiting.state !== 'conflict') throw problems['settled-already']();
  return waiting;
}

async function settleIn(
  tx: Transaction,
  house: VisitHouse,
  home: Home,
  waiting: Waiting,
  { as, value, base, beside }: SettleOrder,
): Promise<Settled> {
  const { answer_id: id, field } = waiting;
  const asked = (await askedCases(tx, home)).find(
    ({ register, key, question }) => register.name === waiting.register && key === waiting.row_key && question.fields.includes(field),
  );
  if (!asked) throw problems['not-asked']();
  if (![{ field, base }, ...beside].every((one) => isVersionOf(house.keys, asked, one.field, one.base))) throw problems['changed-meanwhile']();
  const written = as === 'given' ? (JSON.parse(house.keys.openText(waiting.given)) as AnswerOrder['value']) : as === 'other' ? value : undefined;
  const values = written === undefined ? undefined : { ...Object.fromEntries(beside.map((one) => [one.field, one.value])), [field]: written };
  const importId = values === undefined ? null : await write(tx, house, asked, values, home.settlement, waiting);
  const state = settledAs[as];
  await tx.execute(sql`
    update visit_answer set state = ${state}, import_id = coalesce(${importId}, import_id), settled_at = ${house.clock.now()}::timestamptz, settled_by = ${house.caller.name}
    where answer_id = ${id} or (${importId !== null} and visit_id = ${waiting.visit_id} and register = ${waiting.register} and row_key = ${waiting.row_key}
      and state = 'refused' and field = any(${beside.map((one) => one.field)}::text[]))`);
  await appendAudit(tx, house.actor, {
    verb: 'visits.settle',
    object: { kind: 'visit-answer', key: id },
    settlement: home.settlement,
    before: { state: waiting.state },
    after: { state, register: waiting.register, field, beside: beside.map((one) => one.field), household: waiting.household_no, import: importId },
  });
  return { state, import: importId };
}

/** Writes the values with the day of the decision; throws why they do not go in. */
async function write(
  tx: Transaction,
  house: VisitHouse,
  asked: AskedCase,
  values: Readonly<Record<string, AnswerOrder['value']>>,
  settlement: string,
  { visit_id: visit, method }: Waiting,
): Promise<number> {
  const day = house.clock.today();
  const register = registers[asked.register.name as RegisterName];
  const outcome = await importOne(tx, house, register, rowOf(asked, values, day, method), {
    dataDate: day,
    calledAs: `走访${visit} 核定`,
    settlement,
  });
  if (typeof outcome === 'number') return outcome;
  const said = outcome.map(({ field, zh, en }) => {
    const label = field === null ? undefined : (register.fields[field as keyof typeof register.fields] as Field | undefined);
    return { zh: label ? `${label.zh}：${zh}` : zh, en: label ? `${label.en}: ${en}` : en };
  });
  throw problems.refused({ zh: said.map(({ zh }) => zh).join('；'), en: said.map(({ en }) => en).join('; ') });
}
