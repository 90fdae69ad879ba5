/** Records one visit, whole or not at all: the visit in its register, the answers, what it does to warnings, and the entry of the audit log. Sent again it is answered and not done again. */
import { registers } from '#catalog/catalog.ts';
import { dayInChina } from '#derive/clocks/chinaTime.ts';
import type { ScopedDatabase } from '#features/areas/scope.ts';
import { appendAudit } from '#features/audit/appendAudit.ts';
import { turnOfImports } from '#features/imports/importHouse.ts';
import { importRowsIn, type JsonRow } from '#features/imports/importRows.ts';
import { withSteadyKeys } from '#features/imports/stagedKeys.ts';
import type { Sight } from '#features/people/sight.ts';
import type { Transaction } from '#platform/database/database.ts';
import sql from 'sql-template-tag';
import { type AskedCase, askedCases, openCases } from './askedRows.ts';
import { noteAttempt } from './noteAttempt.ts';
import type { AnswerFate, DeedFate, VisitFate, VisitOrder } from './contract.ts';
import { doDeeds, type LookedUp, lookUpDeeds } from './doDeeds.ts';
import { findHome, type Home } from './findHome.ts';
import { problems } from './problems.ts';
import { storeAnswers } from './storeAnswers.ts';
import { tellAnswers } from './tellAnswers.ts';
import type { VisitHouse } from './visitHouse.ts';

/** The register did not take the visit itself: nothing of it is stored, the device keeps it. */
export class VisitRefused extends Error {
  constructor(readonly issues: VisitFate['issues']) {
    super('the visit did not pass the checks');
  }
}

/** The clock of a phone may be so far ahead. */
const clockError = 10 * 60_000;

/** Records the visit; throws problems, and `VisitRefused`. */
export async function recordVisit(house: VisitHouse, scope: ScopedDatabase, sight: Sight, order: VisitOrder): Promise<VisitFate> {
  const at = new Date(order.at);
  if (at.getTime() > house.clock.now().getTime() + clockError) throw problems['in-future']();
  const home = await findHome(scope, order.household, sight.day);
  checkPeople(home, order);
  if (saysNothing(order)) throw problems['says-nothing']();
  if (order.nextTry !== undefined && order.nextTry <= dayInChina(at)) throw problems['next-try-past']();
  const deeds = await lookUpDeeds(scope, home, order, house);
  const mine = await openCases(scope, sight, home, await askedCases(scope, home));
  const mayAnswer = (asked: AskedCase, field: string): boolean =>
    mine.some(({ question, key, fields }) => question === asked.question && key === asked.key && fields.some(({ name }) => name === field));
  return withSteadyKeys(() => house.database.transaction((tx) => recordIn(tx, house, { order, at, home, deeds, mayAnswer })));
}

function checkPeople({ members }: Home, { met, children }: VisitOrder): void {
  const stranger = [...met, ...children.map(({ person }) => person)].find((person) => !members.some(({ no }) => no === person));
  if (stranger !== undefined) throw problems['stranger-met']({ person: stranger });
}

/** Whether somebody was met and nothing is told of it: a photo, a place or a signature alone tells nothing that anybody could read later. */
const saysNothing = ({ outcome, met, children, occupancy, note, deeds, found, answers }: VisitOrder): boolean =>
  outcome === 'met' &&
  !occupancy &&
  !note &&
  [met, deeds, found, answers].every(({ length }) => length === 0) &&
  !children.some((child) => child.met || child.incident);

interface Recording {
  readonly order: VisitOrder;
  readonly at: Date;
  readonly home: Home;
  readonly deeds: readonly LookedUp[];
  readonly mayAnswer: (asked: AskedCase, field: string) => boolean;
}

async function recordIn(tx: Transaction, house: VisitHouse, { order, at, home, deeds, mayAnswer }: Recording): Promise<VisitFate> {
  // From here to the end nobody else changes a register: what stands is what the answers are held against.
  await tx.query(sql`select pg_advisory_xact_lock(${turnOfImports})`);
  const visit = await begin(tx, house, order, at, home);
  if (visit === undefined) return repeated(tx, house, order);
  const day = dayInChina(at);
  if (order.outcome === 'nobody-home') {
    const { attempt, nextTry } = await noteAttempt(tx, visit, home.no, at, order.nextTry ?? null);
    await tell(tx, house, visit, order, home, { attempt, nextTry });
    return { ...fateOf(order.client, visit), attempt, nextTry };
  }
  const visited = await enterVisit(tx, house, visit, order, home.settlement, day);
  const cases = await askedCases(tx, home);
  const about = { id: visit, household: home.no, settlement: home.settlement, day, method: order.method };
  const answers = await storeAnswers(tx, house, about, order.answers, cases, mayAnswer);
  const done = await doDeeds(tx, house, deeds, { day, note: order.note });
  await tx.execute(sql`
    update visit_record set deeds = ${JSON.stringify(done)}::jsonb,
      imports = array(select distinct number from unnest(${[visited]}::bigint[] || array(select import_id from visit_answer where visit_id = ${visit} and import_id is not null)) as number order by 1)
    where visit_id = ${visit}`);
  await tell(tx, house, visit, order, home, {
    answers: answers.length,
    refused: answers.filter(({ state }) => state === 'refused').length,
    conflicts: answers.filter(({ state }) => state === 'conflict').length,
    warnings: done.filter((one) => one.done).map(({ warning, verb }) => `${warning} ${verb}`),
  });
  await tellAnswers(tx, { visit, home, by: house.caller }, answers);
  return { ...fateOf(order.client, visit), answers, deeds: done };
}

const fateOf = (client: string, visit: number): VisitFate => ({
  client,
  state: 'stored',
  visit,
  attempt: null,
  nextTry: null,
  answers: [],
  deeds: [],
  problem: null,
  issues: [],
});

/** The record of the visit; undefined where this device has sent it before. */
async function begin(tx: Transaction, { keys, caller, clock }: VisitHouse, order: VisitOrder, at: Date, home: Home): Promise<number | undefined> {
  const sealed = (text: string | undefined): Buffer | null => (text === undefined || text === '' ? null : keys.sealText(text));
  const row = await tx.maybe<{ visit_id: number }>(sql`
    insert into visit_record (client_id, account, visited_by, settlement_code, household_no, outcome, method, visited_at, received_at, met_persons, place, note, signature)
    values (${order.client}, ${caller.account}, ${caller.name}, ${home.settlement}, ${home.no}, ${order.outcome}, ${order.method}, ${at}::timestamptz, ${clock.now()}::timestamptz,
      ${order.met}::text[], ${order.place ?? null}, ${sealed(order.note)}, ${sealed(order.signature)})
    on conflict (account, client_id) do nothing returning visit_id`);
  return row?.visit_id;
}

interface EarlierRow {
  visit_id: number;
  attempt: number | null;
  next_try: string | null;
  deeds: DeedFate[];
}

/** What a visit that was sent before was answered. */
async function repeated(tx: Transaction, { caller }: VisitHouse, { client }: VisitOrder): Promise<VisitFate> {
  const row = await tx.one<EarlierRow>(sql`
    select visit_id, attempt, next_try, deeds from visit_record where account = ${caller.account} and client_id = ${client}`);
  const answers = await tx.query<AnswerFate>(sql`
    select answer_id as id, register, row_key as key, field, case when state in ('refused', 'conflict') then state else 'stored' end as state,
      coalesce(said_zh, '') as zh, coalesce(said_en, '') as en
    from visit_answer where visit_id = ${row.visit_id} order by answer_id`);
  return { ...fateOf(client, row.visit_id), state: 'repeated', attempt: row.attempt, nextTry: row.next_try, answers, deeds: row.deeds };
}

/** Enters the visit into its register; answers the number of the import. With visits entered here the register is not silent. */
async function enterVisit(tx: Transaction, house: VisitHouse, visit: number, order: VisitOrder, settlement: string, day: string): Promise<number> {
  const report = await importRowsIn(tx, house, 'visit', visitRows(order, day, house.caller.name, visit), {
    dataDate: day,
    calledAs: `走访${visit}`,
    isDelivery: true,
    statedBy: house.actor.name,
    reach: () => [settlement],
  });
  if (report.refused + report.aside === 0 && report.import !== null) return report.import;
  const { fields } = registers.visit;
  throw new VisitRefused(
    report.problems
      .filter(({ effect }) => effect !== 'marked')
      .map(({ field, zh, en }) => {
        const label = Object.entries(fields).find(([name]) => name === field)?.[1];
        return { field, zh: label ? `${label.zh}：${zh}` : zh, en: label ? `${label.en}: ${en}` : en };
      }),
  );
}

/** The visit as rows of R38: one for each child whom it concerns, else one for the household. */
function visitRows(order: VisitOrder, day: string, visitor: string, visit: number): JsonRow[] {
  const found = [...new Set(order.found.map(({ item }) => item))];
  const base: JsonRow = {
    household_no: order.household,
    visitor: visitor.slice(0, 50),
    visited_on: day,
    method: order.method,
    ...(order.occupancy !== undefined && { occupancy: order.occupancy }),
    ...(found.length > 0 && { findings: found }),
    ...(order.photos > 0 && { photo: `走访${visit}` }),
    ...(order.place !== undefined && { gps: order.place }),
    ...(order.note !== undefined && order.note !== '' && { note: order.note }),
  };
  if (order.children.length === 0) return [{ ...base, met: true }];
  return order.children.map(({ person, met, incident }) => ({ ...base, person_no: person, met, ...(incident !== undefined && { incident }) }));
}

async function tell(
  tx: Transaction,
  { actor }: VisitHouse,
  visit: number,
  { household, outcome, at }: VisitOrder,
  home: Home,
  after: object,
): Promise<void> {
  await appendAudit(tx, actor, {
    verb: 'visits.write',
    object: { kind: 'visit', key: visit },
    settlement: home.settlement,
    after: { household, outcome, visitedAt: at, ...after },
  });
}
