/** The published figures of 2023, computed from the rows of the sheets at full size by their written formulas. */
import { beforeAll, expect, test } from 'vitest';
import { type Day, dayOf, parseDay, yearOfQuarter } from './days.ts';
import { fullSize, planFor } from './plan.ts';
import { type Story, tellStory } from './prefectureStory.ts';
import { sources } from './registers/sources.ts';
import type { SourceRow } from './sheets/source.ts';
import type { Household, Person } from './world.ts';

type Cells = SourceRow['cells'];
const until = parseDay('2023-12-31');
let story: Story;

beforeAll(() => {
  story = tellStory(planFor({ people: fullSize, seed: 1, until, months: 13, faults: false, now: 0 }));
});

/** All rows that a register was sent up to a day, in the order of sending. */
function* told(register: string, upTo: Day): Generator<SourceRow> {
  const source = sources.find((one) => one.register.name === register);
  let after: Day | undefined;
  for (const day of source?.days(story.world.plan.timeline, true) ?? []) {
    if (day > upTo) return;
    yield* source?.rows(story, after, day) ?? [];
    after = day;
  }
}

/** The rows that stand on a day: what was sent last by key; an empty cell says nothing. */
function standing(register: string, key: readonly string[], upTo: Day = until): Cells[] {
  const rows = new Map<string, Cells>();
  const keyPart = (cell: unknown): unknown =>
    cell !== null && typeof cell === 'object' && 'index' in cell
      ? cell.index
      : cell !== null && typeof cell === 'object' && 'code' in cell
        ? cell.code
        : cell;
  for (const { cells } of told(register, upTo)) {
    const name = key.map((field) => keyPart(cells[field])).join(' ');
    const filled = Object.fromEntries(Object.entries(cells).filter(([, cell]) => cell !== undefined));
    rows.set(name, { ...rows.get(name), ...filled });
  }
  return [...rows.values()];
}

const isBy = (cell: unknown, day: Day): boolean => typeof cell === 'number' && cell <= day;
const sum = (rows: readonly Cells[], field: string): number => rows.reduce((total, row) => total + Number(row[field] ?? 0), 0);
const people = (rows: readonly Cells[]): number => new Set(rows.map((row) => row.person_no)).size;

function incomePerHead(year: number): number {
  const yearEnd = dayOf(year, 12, 31);
  const net = new Map<Household, number>();
  const quarters = new Map<Household, number>();
  for (const { cells, wide = {} } of told('income', until)) {
    if (yearOfQuarter(Number(cells.period)) !== year) continue;
    const household = cells.household_no as Household;
    const amount = (kind: string): number => wide[kind] ?? 0;
    net.set(
      household,
      (net.get(household) ?? 0) +
        amount('工资性收入') +
        amount('生产经营性收入') -
        amount('生产经营性支出') +
        amount('转移性收入') +
        amount('财产性收入'),
    );
    quarters.set(household, (quarters.get(household) ?? 0) + 1);
  }
  const byHead = new Map(standing('household', ['head_id_no'], yearEnd).map((row) => [row.head_id_no, row]));
  let total = 0;
  let heads = 0;
  for (const [household, count] of quarters) {
    const row = byHead.get(household.head.idNo);
    if (count !== 4 || row?.household_type !== '1' || !isBy(row.movein_date, yearEnd) || row.status === '5' || row.status === '6') continue;
    total += net.get(household) ?? 0;
    heads += Number(row.coliving_count);
  }
  return total / heads;
}

test('income a head, its growth, and how far it stands above that of all people lifted out of poverty', () => {
  const now = incomePerHead(2023);
  const growth = 100 * (now / incomePerHead(2022) - 1);
  const reference = standing('reference_series', ['series', 'period']).find(
    ({ series, period }) => series === 'poverty_lifted_income_growth' && period === '2023',
  );
  expect(Math.round(now)).toBe(14_703);
  expect(growth.toFixed(2)).toBe('17.68');
  expect((growth - Number(reference?.value)).toFixed(2)).toBe('0.81');
});

test('schools, clinics, staff and posts', () => {
  const built = (rows: readonly Cells[], opened: string): number => rows.filter((row) => row.build_type !== '9' && isBy(row[opened], until)).length;
  expect(built(standing('school', ['school_no']), 'completed_on')).toBe(131);
  expect(built(standing('clinic', ['org_no']), 'opened_on')).toBe(74);
  const staff = standing('service_staff', ['staff_no']).filter((row) => isBy(row.from_date, until));
  expect(staff.filter((row) => row.staff_type === '1').length).toBe(8236);
  expect(staff.filter((row) => row.staff_type === '2').length).toBe(437);
  const posts = standing('post_transfer', ['document_no', 'staff_type', 'receiver']).filter((row) => isBy(row.effective_on, until));
  expect(
    sum(
      posts.filter((row) => row.staff_type === '1' && row.move_type === '1'),
      'post_count',
    ),
  ).toBe(694);
  expect(
    sum(
      posts.filter((row) => row.staff_type === '2'),
      'post_count',
    ),
  ).toBe(408);
});

test('enrolments are of years that a sheet may name, the first delivery included', () => {
  const years = new Set([...told('housing_insurance', until)].map(({ cells }) => cells.policy_year as number));
  expect(Math.min(...years)).toBeGreaterThanOrEqual(2016);
  expect(Math.max(...years)).toBe(2023);
});

test('insurance', () => {
  const paid = (register: string): Cells[] =>
    standing(register, ['policy_year', 'person_no', 'claim_no']).filter((row) => row.claim_status === '5' && isBy(row.paid_on, until));
  const job = paid('employment_insurance');
  expect(people(job)).toBe(5342);
  expect(sum(job, 'paid_amount')).toBeGreaterThanOrEqual(12_000_000);
  expect(sum(job, 'paid_amount')).toBeLessThan(13_000_000);
  const home = paid('housing_insurance');
  expect(people(home)).toBe(1547);
  expect(sum(home, 'paid_amount')).toBeGreaterThanOrEqual(10_000_000);
  expect(sum(home, 'paid_amount')).toBeLessThan(11_000_000);
});

test('hukou, permits and the conversion of the allowance', () => {
  const moved = new Set(
    standing('hukou_transfer', ['person_no', 'applied_on'])
      .filter((row) => row.voluntary === true && isBy(row.done_on, until))
      .map((row) => row.person_no as Person),
  );
  expect(Math.abs(moved.size - 100_000)).toBeLessThan(1000);
  const held = new Set(
    standing('residence_permit', ['person_no'])
      .filter((row) => isBy(row.issued_on, until) && ['1', '2', '3'].includes(String(row.status)))
      .map((row) => row.person_no as Person),
  );
  const without = story.world.persons.filter(
    (person) =>
      person.household.leftOn === 0 &&
      person.birth <= until &&
      (person.endedOn === 0 || person.endedOn > until) &&
      !moved.has(person) &&
      !held.has(person),
  );
  expect(without).toEqual([]);
  const converted = sum(
    standing('subsistence_allowance', ['household_no']).filter((row) => row.convert_month !== undefined),
    'insured_count',
  );
  expect(converted).toBeGreaterThanOrEqual(50_000);
  expect(converted).toBeLessThan(60_000);
});

test('streets, communities and governance', () => {
  const areas = standing('street_community', ['area_code']).filter((row) => row.is_new === true && isBy(row.approved_on, until));
  expect(areas.filter((row) => row.level === 'street').length).toBe(15);
  expect(areas.filter((row) => row.level === 'community').length).toBe(77);
  const parties = standing('party_body', ['party_no']).filter((row) => isBy(row.founded_on, until));
  expect(parties.filter((row) => row.party_type === '2').length).toBe(21);
  expect(parties.filter((row) => row.party_type === '3').length).toBe(102);
  const teams = standing('work_team', ['team_no', 'staff_no']).filter((row) => isBy(row.from_date, until));
  expect(new Set(teams.map((row) => row.team_no)).size).toBe(81);
  expect(teams.length).toBeGreaterThanOrEqual(200);
  expect(teams.length).toBeLessThan(300);
  expect(standing('police_room', ['room_no']).filter((row) => row.status === '3').length).toBe(36);
  expect(standing('safety_group', ['group_no']).length).toBe(97);
  expect(standing('wechat_group', ['group_no']).length).toBe(327);
  const leaders = standing('building_leader', ['building_code', 'leader_name', 'from_date']).filter((row) => row.to_date === undefined);
  const distinct = new Set(leaders.map((row) => row.person_no ?? `${row.leader_name}${row.phone}`)).size;
  expect(distinct).toBeGreaterThanOrEqual(1700);
  expect(distinct).toBeLessThan(1800);
});

test('appeals since the platform went live', () => {
  const { goLive } = story.world.plan;
  const closed = standing('appeal', ['appeal_no']).filter((row) => Number(row.closed_at) >= goLive * 86_400_000);
  expect(closed.length).toBeGreaterThanOrEqual(6000);
  expect(closed.length).toBeLessThan(6500);
});

test('the settlements of the whole prefecture hold everyone', () => {
  expect(story.world.settlements).toHaveLength(68);
  expect(story.world.settlements.reduce((total, { people: head }) => total + head, 0)).toBe(338_506);
});
