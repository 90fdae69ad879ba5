/** The published figures of a year, each by its written formula, unrounded; null = empty. */
import { type AsOf, asOf } from './asOf.ts';
import { partsOf, plusDays } from './calendar.ts';
import { factsAt } from './factsAt.ts';
import { isAfter, isBy, sumOf } from './facts.ts';
import { items } from './items.ts';
import { denies, isOneOf, number, type Row, says, text, type World } from './world.ts';

/** A figure; null when it rests on no rows. */
type Figure = number | null;

/** Every figure as of 31 December of the year; freshness plays no part. */
export function figuresAt(world: World, year: number): Record<string, Figure> {
  const at = asOf(world, `${year}-12-31`, { ignoreSilence: true });
  return Object.fromEntries(Object.entries(figures).map(([id, figure]) => [id, figure(at)]));
}

const yearBefore = (at: AsOf): AsOf => asOf(at.world, `${partsOf(at.date).year - 1}-12-31`, { ignoreSilence: true });

/** The sum of a field, empty over no values. */
function sum(rows: readonly Row[], field: string): Figure {
  const filled = rows.filter((row) => text(row, field) !== null);
  return filled.length === 0 ? null : sumOf(filled, field);
}

const distinct = (values: readonly (string | null)[]): number => new Set(values.filter((value) => value !== null)).size;

const difference = (a: Figure, b: Figure): Figure => (a === null || b === null ? null : a - b);

/** `from <= t and (to is null or to > t)`. */
const holds = (at: AsOf, row: Row, from: string, to: string): boolean =>
  isBy(row, from, at.date) && (text(row, to) === null || isAfter(row, to, at.date));

/** Lifted households that moved in and did not leave. */
function incomePerHead(at: AsOf): Figure {
  const households = at.rows('household').filter((row) => isOneOf(row, 'household_type', '1') && isThere(at, row));
  const rows = at.rows('income').filter((row) => isOfYear(row, at) && denies(row, 'is_oneoff'));
  const rowsOf = (household: Row): Row[] => rows.filter((row) => text(row, 'household_no') === text(household, 'household_no'));
  const known = households.filter((household) => distinct(rowsOf(household).map((row) => text(row, 'period'))) === 4);
  const heads = sum(known, 'coliving_count');
  const net = sum(known.flatMap(rowsOf), 'net_amount');
  return heads === null || heads === 0 || net === null ? null : net / heads;
}

const isOfYear = (income: Row, at: AsOf): boolean => text(income, 'period')?.startsWith(`${partsOf(at.date).year}-Q`) === true;

/** `movein_date <= t and status not in ('5','6')`, as SQL reads it: an empty status is unknown and left out. */
function isThere(at: AsOf, household: Row): boolean {
  return isBy(household, 'movein_date', at.date) && text(household, 'status') !== null && !isOneOf(household, 'status', '5', '6');
}

function incomeGrowth(at: AsOf): Figure {
  const now = incomePerHead(at);
  const before = incomePerHead(yearBefore(at));
  return now === null || before === null || before === 0 ? null : 100 * (now / before - 1);
}

/** The growth of all lifted people of the prefecture, from the reference series. */
function referenceGrowth(at: AsOf): Figure {
  const row = at
    .rows('reference_series')
    .find(
      (candidate) =>
        isOneOf(candidate, 'series', 'poverty_lifted_income_growth') &&
        isOneOf(candidate, 'area', '522300') &&
        isOneOf(candidate, 'period', String(partsOf(at.date).year)),
    );
  return row === undefined ? null : number(row, 'value');
}

const built =
  (register: string, field: string) =>
  (at: AsOf): Figure =>
    at.rows(register).filter((row) => isOneOf(row, 'build_type', '1', '2', '3', '4') && isBy(row, field, at.date)).length;

const staff =
  (type: string) =>
  (at: AsOf): Figure =>
    at.rows('service_staff').filter((row) => isOneOf(row, 'staff_type', type) && holds(at, row, 'from_date', 'to_date')).length;

const paidClaims = (at: AsOf, register: string): Row[] =>
  at.rows(register).filter((row) => isOneOf(row, 'claim_status', '5') && isBy(row, 'paid_on', at.date));

const persons = (rows: readonly Row[]): number => distinct(rows.map((row) => text(row, 'person_no')));

/** Households in which someone works, among those in which someone works or wants to. */
function oneJobPerHousehold(at: AsOf): Figure {
  const households = [...factsAt(at.world, 'household', at.date, { ignoreSilence: true }).values()].map(({ facts }) => facts);
  const able = households.filter((facts) => Number(facts.able_count) > 0);
  const willing = able.filter((facts) => facts.has_job === true || facts.has_seeker === true);
  return willing.length === 0 ? null : (100 * able.filter((facts) => facts.has_job === true).length) / willing.length;
}

/** Living residents with neither a hukou moved nor a valid permit. */
function withoutHukouAndPermit(at: AsOf): Figure {
  const there = new Set(
    at
      .rows('household')
      .filter((row) => isThere(at, row))
      .map((row) => text(row, 'household_no')),
  );
  const of = (register: string, fits: (row: Row) => boolean): Set<string | null> =>
    new Set(
      at
        .rows(register)
        .filter(fits)
        .map((row) => text(row, 'person_no')),
    );
  const moved = of('hukou_transfer', (row) => isBy(row, 'done_on', at.date));
  const permitted = of('residence_permit', (row) => isBy(row, 'issued_on', at.date) && isOneOf(row, 'status', '1', '2', '3'));
  const living = at.rows('person').filter((row) => there.has(text(row, 'household_no')) && holds(at, row, 'birth_date', 'end_date'));
  return living.filter((row) => !moved.has(text(row, 'person_no')) && !permitted.has(text(row, 'person_no'))).length;
}

const posts =
  (staffType: string, moveType?: string) =>
  (at: AsOf): Figure =>
    sum(
      at
        .rows('post_transfer')
        .filter((row) => isOneOf(row, 'staff_type', staffType) && (moveType === undefined || isOneOf(row, 'move_type', moveType))),
      'post_count',
    );

const newAreas =
  (level: string) =>
  (at: AsOf): Figure =>
    at.rows('street_community').filter((row) => isOneOf(row, 'level', level) && says(row, 'is_new') && isBy(row, 'approved_on', at.date)).length;

const partyBodies =
  (type: string) =>
  (at: AsOf): Figure =>
    at.rows('party_body').filter((row) => isOneOf(row, 'party_type', type) && holds(at, row, 'founded_on', 'closed_on')).length;

const inTeam = (at: AsOf): Row[] => at.rows('work_team').filter((row) => holds(at, row, 'from_date', 'to_date'));

/** One leader of several buildings counts once; without a number, name and telephone tell leaders apart. */
function leaderIdentity(row: Row): string | null {
  const phone = text(row, 'phone');
  const named = phone === null ? null : `${text(row, 'leader_name')}${phone}`;
  return text(row, 'person_no') ?? named;
}

/** Closed from the day the platform started until the end of the day t. */
function appealsHandled(at: AsOf): Figure {
  const from = at.world.goLive === undefined ? -Infinity : Date.parse(`${at.world.goLive}T00:00:00+08:00`);
  const until = Date.parse(`${plusDays(at.date, 1)}T00:00:00+08:00`);
  return at.rows('appeal').filter((row) => {
    const closed = Date.parse(text(row, 'closed_at') ?? '');
    return closed >= from && closed < until;
  }).length;
}

const figures: Readonly<Record<string, (at: AsOf) => Figure>> = {
  income_per_head: incomePerHead,
  income_growth: incomeGrowth,
  income_growth_lead: (at) => difference(incomeGrowth(at), referenceGrowth(at)),
  schools_built: built('school', 'completed_on'),
  clinics_built: built('clinic', 'opened_on'),
  teachers_assigned: staff('1'),
  medical_assigned: staff('2'),
  employment_insurance_paid: (at) => sum(paidClaims(at, 'employment_insurance'), 'paid_amount'),
  employment_insurance_people: (at) => persons(paidClaims(at, 'employment_insurance')),
  one_job_per_household: oneJobPerHousehold,
  hukou_moved: (at) => persons(at.rows('hukou_transfer').filter((row) => says(row, 'voluntary') && isBy(row, 'done_on', at.date))),
  without_hukou_and_permit: withoutHukouAndPermit,
  dibao_converted: (at) =>
    sum(
      at.rows('subsistence_allowance').filter((row) => isBy(row, 'convert_month', at.date.slice(0, 7))),
      'insured_count',
    ),
  housing_insurance_people: (at) => persons(paidClaims(at, 'housing_insurance')),
  housing_insurance_paid: (at) => sum(paidClaims(at, 'housing_insurance'), 'paid_amount'),
  teacher_posts_moved: posts('1', '1'),
  medical_moved: posts('2'),
  streets_new: newAreas('street'),
  communities_new: newAreas('community'),
  party_general_branches: partyBodies('2'),
  party_branches: partyBodies('3'),
  work_teams: (at) => distinct(inTeam(at).map((row) => text(row, 'team_no'))),
  work_team_cadres: (at) => distinct(inTeam(at).map((row) => text(row, 'staff_no'))),
  police_rooms: (at) => at.rows('police_room').filter((row) => isOneOf(row, 'status', '3') && isBy(row, 'opened_on', at.date)).length,
  safety_groups: (at) => at.rows('safety_group').filter((row) => holds(at, row, 'founded_on', 'closed_on')).length,
  chat_groups: (at) => at.rows('wechat_group').filter((row) => isOneOf(row, 'status', '1') && isBy(row, 'created_on', at.date)).length,
  building_leaders: (at) =>
    distinct(
      at
        .rows('building_leader')
        .filter((row) => holds(at, row, 'from_date', 'to_date'))
        .map(leaderIdentity),
    ),
  aspects: () => new Set(items.map(({ aspect }) => aspect)).size,
  items: () => items.length,
  appeals_handled: appealsHandled,
};
