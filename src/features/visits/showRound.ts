/** The round: which households are due, why and how urgently, a building at a time; and how much work that is for whom. Reckoned from the data whenever it is asked for. */
import { items, registers } from '#catalog/catalog.ts';
import type { RoleCode } from '#catalog/roles.ts';
import { careLeadDays, longNotVisitedDays, type RoundReason } from '#catalog/visitRound.ts';
import { dayAfter } from '#derive/clocks/chinaTime.ts';
import { whyUnnamed } from '#derive/decideShown.ts';
import { maskName } from '#derive/mask.ts';
import { unnamedWords } from '#derive/withheldWords.ts';
import { holdersOf } from '#features/accounts/holders.ts';
import type { ScopedDatabase } from '#features/areas/scope.ts';
import { lookAt } from '#features/people/lookAt.ts';
import { keepersOf, type Sight } from '#features/people/sight.ts';
import type { Database } from '#platform/database/database.ts';
import type { Round, RoundBuilding, RoundFilter, RoundRow } from './roundContract.ts';
import { deliveredOn } from './findDue.ts';
import { countHomes, type HomeRecord, homesOfRound, visitsLately } from './queries.ts';

/** Nobody goes round more households than these: a settlement or a part of one has to be chosen. */
const mostHomes = 4_000;
/** From here on a household is not due. */
const waits = 6;
const quiet = 7;
const urgencyOf = { red: 1, orange: 2, yellow: 3, blue: 4 } as const;
const doorRoles: readonly RoleCode[] = ['building_leader', 'grid_worker'];

/** Days after which a child at risk turns blue: the limit that the visit has to come before. */
const careLimit = Number(items.find(({ code }) => code === 'D04')?.params.p_blue?.default ?? 30);

export async function showRound(scope: ScopedDatabase, database: Database, sight: Sight, now: Date, filter: RoundFilter): Promise<Round> {
  const empty = { day: sight.day, total: 0, due: 0, urgent: 0, rows: [], buildings: [] };
  if ((await countHomes(scope)) > mostHomes) return { ...empty, isTooWide: true };
  const delivered = await deliveredOn(database, scope.touched);
  const homes = await homesOfRound(scope, { day: sight.day, building: filter.building, minors: sight.minors, delivered });
  const judged = homes.map((home) => ({ home, ...judge(home, sight.day, now) }));
  const due = judged.filter(({ urgency }) => urgency < waits);
  const shown = [...(filter.show === 'due' ? due : judged)].sort(buildingsTogether(judged));
  const page = shown.slice((filter.page - 1) * filter.size, filter.page * filter.size);
  const look = await lookAt(
    scope,
    sight,
    page.map(({ home }) => ({ person: null, household: home.household_no })),
  );
  const headOf = (home: HomeRecord): string => {
    const unnamed = whyUnnamed(look.of({ person: null, household: home.household_no }, keepersOf(registers.household)));
    return unnamed === null ? maskName(home.head_name) : unnamedWords[unnamed].zh;
  };
  return {
    day: sight.day,
    total: shown.length,
    due: due.length,
    urgent: due.filter(({ urgency }) => urgency <= 2).length,
    isTooWide: false,
    rows: page.map(({ home, urgency, reasons }) => rowOf(home, headOf(home), urgency, reasons, now)),
    buildings: await buildingsOf(judged, database, sight.day, await visitsLately(scope, sight.day)),
  };
}

interface Judged {
  readonly home: HomeRecord;
  readonly urgency: number;
  readonly reasons: readonly RoundReason[];
}

const isOverdue = ({ due_at: dueAt }: HomeRecord, now: Date): boolean => dueAt !== null && new Date(dueAt) < now;

/** Why a household is due, and how urgently; one that was tried in vain waits for its day, unless it is red or overdue. */
function judge(home: HomeRecord, day: string, now: Date): Pick<Judged, 'urgency' | 'reasons'> {
  const found: [RoundReason, number][] = [];
  const { order_level: level, care_days: care, next_try: nextTry } = home;
  if (level !== null) found.push(['order', isOverdue(home, now) ? 1 : urgencyOf[level]]);
  if (care !== null && care > careLimit - careLeadDays) found.push([home.sees_minors ? 'care' : 'key', care > careLimit ? 2 : 3]);
  if (nextTry !== null && nextTry <= day) found.push(['again', 3]);
  if (home.questions > 0) found.push(['questions', 5]);
  if (home.last_visit === null || home.last_visit < dayAfter(day, -longNotVisitedDays)) found.push(['long', 5]);
  const urgency = Math.min(quiet, ...found.map(([, rank]) => rank));
  const isWaiting = nextTry !== null && nextTry > day && urgency > 1 && urgency < quiet;
  return { urgency: isWaiting ? waits : urgency, reasons: found.map(([reason]) => reason) };
}

/** The building with the most urgent household first and whole, inside it the most urgent first, then up the stairs. */
function buildingsTogether(judged: readonly Judged[]): (a: Judged, b: Judged) => number {
  const worst = new Map<string, number>();
  for (const { home, urgency } of judged) worst.set(home.building_code ?? '', Math.min(worst.get(home.building_code ?? '') ?? quiet, urgency));
  const placeOf = ({ building_code: building, unit_no: unit, room_no: room, household_no: no }: HomeRecord): string =>
    [building ?? '', (unit ?? '').padStart(10, '0'), (room ?? '').padStart(10, '0'), no].join(' ');
  return (a, b) => {
    const [codeA, codeB] = [a.home.building_code ?? '', b.home.building_code ?? ''];
    if (codeA !== codeB) return (worst.get(codeA) ?? quiet) - (worst.get(codeB) ?? quiet) || (codeA < codeB ? -1 : 1);
    return a.urgency - b.urgency || (placeOf(a.home) < placeOf(b.home) ? -1 : 1);
  };
}

function rowOf(home: HomeRecord, head: string, urgency: number, reasons: readonly RoundReason[], now: Date): RoundRow {
  return {
    no: home.household_no,
    head,
    settlement: home.settlement_name ?? home.settlement_code,
    building: home.building_no,
    buildingCode: home.building_code,
    unit: home.unit_no,
    room: home.room_no,
    urgency,
    reasons: [...reasons],
    order:
      home.order_id !== null && home.order_level !== null
        ? { id: home.order_id, level: home.order_level, warnings: home.order_warnings, dueAt: home.due_at, isOverdue: isOverdue(home, now) }
        : null,
    questionsDue: home.questions,
    lastVisit: home.last_visit,
    attempts: home.attempts,
    nextTry: home.next_try,
  };
}

/** The work by building, with those who hold its posts. */
async function buildingsOf(
  judged: readonly Judged[],
  database: Database,
  day: string,
  lately: ReadonlyMap<string, number>,
): Promise<RoundBuilding[]> {
  const codes = [...new Set(judged.flatMap(({ home }) => home.building_code ?? []))].sort();
  const holders = codes.length === 0 ? [] : await holdersOf(database, doorRoles, codes, day);
  return codes.map((code) => {
    const here = judged.filter(({ home }) => home.building_code === code);
    const [first] = here;
    return {
      code,
      name: `${first?.home.settlement_name ?? ''} ${first?.home.building_no ?? code}栋`.trim(),
      households: here.length,
      due: here.filter(({ urgency }) => urgency < waits).length,
      urgent: here.filter(({ urgency }) => urgency <= 2).length,
      visitedLately: lately.get(code) ?? 0,
      people: holders.filter(({ area }) => area === code).map(({ name, deputy }) => (deputy === null ? name : `${name}（${deputy}代）`)),
    };
  });
}
