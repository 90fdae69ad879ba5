/** The form of a visit: who lives there, which warnings are open and what may be done to them, and which questions about registers are due. */
import { codeLists, items, registers } from '#catalog/catalog.ts';
import { neutralItem } from '#catalog/items/neutralItem.ts';
import { warningLifecycle } from '#catalog/lifecycles/warning.ts';
import { unnamedWords } from '#derive/withheldWords.ts';
import { whyUnnamed } from '#derive/decideShown.ts';
import type { ScopedDatabase } from '#features/areas/scope.ts';
import { healthItems } from '#features/people/neutralWords.ts';
import { lookAt } from '#features/people/lookAt.ts';
import { keepersOf, type Sight } from '#features/people/sight.ts';
import { warningRows } from '#features/warnings/viewWarnings.ts';
import { warningCase } from '#features/workOrders/findCases.ts';
import { moverAt } from '#features/workOrders/mayAt.ts';
import { showOffers } from '#features/workOrders/showMoves.ts';
import type { Caller } from '#features/accounts/caller.ts';
import { isInHand } from '#features/warnings/stages.ts';
import type { Keys } from '#platform/crypto/keys.ts';
import type { Database } from '#platform/database/database.ts';
import sql from 'sql-template-tag';
import { askedCases, openCases } from './askedRows.ts';
import { visitDeeds, type VisitForm } from './contract.ts';
import { findDue } from './findDue.ts';
import { findHome } from './findHome.ts';
import { orderToSign } from './orderToSign.ts';
import { lastSeen } from './queries.ts';
import { showRow } from './showRow.ts';

/** Who looks, with what they may see. */
export interface FormLooking {
  readonly scope: ScopedDatabase;
  readonly sight: Sight;
  readonly caller: Caller;
  readonly keys: Keys;
}

/** The form of a household that the caller sees. */
export async function showForm(looking: FormLooking, database: Database, no: string): Promise<VisitForm> {
  const { scope, sight, keys } = looking;
  const home = await findHome(scope, no, sight.day);
  const cases = await openCases(scope, sight, home, await askedCases(scope, home));
  const [due, last, place, warnings, look] = await Promise.all([
    findDue(database, home, cases, sight.day),
    lastSeen(scope, no),
    placeOf(scope, no),
    openWarnings(looking, database, no),
    lookAt(scope, sight, [{ person: null, household: no }, ...home.members.map((member) => ({ person: member.no, household: no }))]),
  ]);
  const unnamed = (person: string | null) => whyUnnamed(look.of({ person, household: no }, keepersOf(registers.person)));
  const namedAs = (person: string | null, name: string): string => {
    const why = unnamed(person);
    return why === null ? name : unnamedWords[why].zh;
  };
  return {
    household: no,
    head: namedAs(null, home.head),
    home: place,
    day: sight.day,
    lastVisit: last.last_visit,
    attempts: last.attempts,
    nextTry: last.next_try,
    members: home.members.map((member) => ({
      no: member.no,
      name: namedAs(member.no, member.name),
      isNamed: unnamed(member.no) === null,
      isChild: member.isChild && unnamed(member.no) === null,
      isAtRisk: member.isAtRisk && unnamed(member.no) === null,
    })),
    warnings,
    questions: cases.map((one) => showRow(one, due.get(one) ?? null, one.member ? namedAs(one.member.no, one.member.name) : null, keys)),
    occupancies: codeLists.OCCUPANCY.entries.map(({ code, zh, en }) => ({ code, zh, en })),
    items: items.flatMap(({ code, zh, en, subject }) =>
      (subject === 'household' || subject === 'person') && !healthItems.includes(code) ? [{ code, zh, en, subject }] : [],
    ),
  };
}

async function placeOf(scope: ScopedDatabase, no: string): Promise<VisitForm['home']> {
  const { settlement, building, unit, room } = await scope.one<{
    settlement: string;
    building: string | null;
    unit: string | null;
    room: string | null;
  }>(sql`
    select settlement_name as settlement, building.building_no as building, household.unit_no as unit, household.room_no as room
    from household left join settlement on settlement.settlement_code = household.settlement_code
      left join building on building.building_code = household.building_code where household.household_no = ${no}`);
  const parts = (said: readonly (string | false | null)[], between: string): string =>
    said.filter((part) => part !== null && part !== false).join(between);
  return {
    zh: parts([settlement, building && `${building}栋`, unit && `${unit}单元`, room && `${room}室`], ' '),
    en: parts([settlement, building && `building ${building}`, unit && `unit ${unit}`, room && `room ${room}`], ', '),
  };
}

/** The open warnings about the household and its members, with what a visit may do to them. */
async function openWarnings({ scope, sight, caller }: FormLooking, database: Database, no: string): Promise<VisitForm['warnings']> {
  const ids = await scope.query<{ warning_id: number }>(sql`
    select warning_id from warning where household_no = ${no} and ${isInHand} and ${scope.within('settlement_code')} and ${scope.inPlace('warning')}
      and coalesce(silent_until < ${sight.day}::date, true)`);
  const rows = await warningRows(
    scope,
    ids.map((row) => row.warning_id),
    sight,
  );
  const shown: VisitForm['warnings'] = [];
  for (const row of rows) {
    const item = items.find(({ code }) => code === row.item);
    const standing = await warningCase(database, row.id, sight.day, false);
    // Whoever comes to the door for a warning signs for its order with it.
    const signs = standing.state === 'raised' ? await orderToSign(scope, database, caller, row.id, sight.day) : null;
    const asSigned = signs === null ? standing : { ...standing, state: 'signed' as const };
    const mover = moverAt(caller, { areas: standing.areas, departments: item ? [item.department] : [] });
    shown.push({
      id: row.id,
      item: row.item,
      name: item ? { zh: item.zh, en: item.en } : { zh: neutralItem.zh, en: neutralItem.en },
      subject: row.subjectName,
      level: row.level,
      why: row.why,
      stage: standing.state,
      signs,
      offers: showOffers(warningLifecycle, asSigned, mover)
        .filter(({ verb, blocked }) => blocked === null && (visitDeeds as readonly string[]).includes(verb))
        .map(({ verb, zh, en, needs }) => ({ verb, zh, en, needs: needs.filter(({ kind }) => kind !== 'past-day') })),
    });
  }
  return shown;
}
