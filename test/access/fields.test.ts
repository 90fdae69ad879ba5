/** Sentinels in every personal or sensitive field of a household with a grown-up and a child: what every reading route answers every role holds none that the declaration does not allow. */
import sql, { join, raw, type Sql } from 'sql-template-tag';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AreaLevel } from '#catalog/areas/areas.ts';
import { items, registers } from '#catalog/catalog.ts';
import type { Field } from '#catalog/kinds/kind.ts';
import type { Permission } from '#catalog/permissions.ts';
import type { Register } from '#catalog/registers/register.ts';
import { type RoleCode, roleOf, roles } from '#catalog/roles.ts';
import { decideShown, isHealth, isPersonal } from '#derive/decideShown.ts';
import { columnType } from '#derive/registerTables.ts';
import { readAreaTree } from '#features/areas/areaTree.ts';
import { signedIn } from '../fixtures/signedIn.ts';
import { type AccessHouse, openAccessHouse, today } from './house.ts';

type Who = 'adult' | 'child' | 'household';

/** A text that stands in one field of one row and nowhere else. */
interface Sentinel {
  readonly text: string;
  readonly register: Register;
  readonly field: string;
  readonly who: Who;
}

let house: AccessHouse;
const sentinels: Sentinel[] = [];
const home = { household: '', settlement: '', community: '', building: '', adult: '', child: '' };
const warnings = { health: 0, child: 0, plain: 0, childHealth: 0 };
const left = new Set([
  'settlement',
  'street_community',
  'building',
  'school',
  'clinic',
  'facility',
  'warning_case',
  'register_feed',
  'reference_series',
]);
const filled = Object.values(registers).filter(({ name }) => !left.has(name));

beforeAll(async () => {
  house = await openAccessHouse();
  await house.app.ready();
  const [found] = await house.database.query<typeof home>(sql`
    select household_no as household, household.settlement_code as settlement, household.community_code as community, household.building_code as building,
      (select person_no from person where person.household_no = household.household_no and birth_date < '2000-01-01' and end_date is null order by relation limit 1) as adult,
      (select person_no from person where person.household_no = household.household_no and birth_date > '2012-01-01' and end_date is null order by relation desc limit 1) as child
    from household where community_code is not null and building_code is not null and status not in ('5', '6')
      and exists (select 1 from person where person.household_no = household.household_no and birth_date < '2000-01-01' and end_date is null)
      and exists (select 1 from person where person.household_no = household.household_no and birth_date > '2012-01-01' and end_date is null)
    order by household_no limit 1`);
  Object.assign(home, found);
  for (const register of filled) await fill(register);
  Object.assign(warnings, {
    health: await warn('E03', home.adult),
    childHealth: await warn('E03', home.child),
    child: await warn('D01', home.child),
    plain: await warn('C02', home.adult),
  });
}, 300_000);
afterAll(() => house.close());

let count = 0;

/** A value that no other field holds, as it is stored and as it would be read. */
function sentinelFor(field: Field): { stored: unknown; text: string } | undefined {
  count += 1;
  const n = String(count).padStart(4, '0');
  const type = columnType(field);
  if (field.kind.sealed) {
    const text = `7${n}${n}88${n}777`;
    return { stored: house.keys.sealText(text), text };
  }
  const day = new Date(Date.UTC(1903, 0, 1 + count)).toISOString().slice(0, 10);
  if (type === 'date') return { stored: field.kind.name === 'date' ? day : `${day.slice(0, 7)}-01`, text: field.kind.name === 'date' ? day : '' };
  if (type.startsWith('timestamp')) return { stored: `${day}T08:00:00+08`, text: day };
  if (type === 'text[]') return { stored: [`哨兵${n}`], text: `哨兵${n}` };
  if (type === 'text') return { stored: `哨兵${n}`, text: `哨兵${n}` };
  if (type === 'integer') return { stored: 700_000_000 + count, text: String(700_000_000 + count) };
  if (type.startsWith('numeric')) return undefined;
  return undefined;
}

const keptOfPerson = ['person_no', 'household_no', 'birth_date', 'end_date', 'relation'];

/** Fills the row of the household, or one row for the grown-up and one for the child. */
async function fill(register: Register): Promise<void> {
  const target = (name: string): string | undefined => register.fields[name]?.target;
  const names = Object.keys(register.fields);
  const personField = names.find((name) => target(name) === 'person' && register.fields[name]?.kind.name === 'ref');
  const of: Who[] =
    register.name === 'household' ? ['household'] : register.name === 'person' || personField !== undefined ? ['adult', 'child'] : ['household'];
  for (const who of of) {
    const values = new Map<string, unknown>();
    for (const [name, field] of Object.entries(register.fields)) {
      if (register.name === 'person' && (keptOfPerson.includes(name) || name === 'guardian')) continue;
      if (register.name === 'household' && ['household_no', 'left_on'].includes(name)) continue;
      if (field.target === 'person')
        values.set(name, field.kind.name === 'ref' ? (who === 'child' ? home.child : home.adult) : [home.adult, home.child]);
      else if (field.target === 'household') values.set(name, home.household);
      else if (field.target === 'settlement') values.set(name, field.kind.name === 'ref' ? home.settlement : [home.settlement]);
      else if (field.target === 'street_community') values.set(name, home.community);
      else if (field.target === 'building') values.set(name, home.building);
      else {
        const made = sentinelFor(field);
        if (!made) continue;
        values.set(name, made.stored);
        if (made.text !== '' && (isPersonal(field) || isHealth(register, name))) sentinels.push({ text: made.text, register, field: name, who });
      }
    }
    const columns = [...values.keys()];
    if (register.name === 'person' || register.name === 'household') {
      const key =
        register.name === 'household' ? sql`household_no = ${home.household}` : sql`person_no = ${who === 'child' ? home.child : home.adult}`;
      const set = columns.map((name) => sql`${raw(name)} = ${values.get(name)}`);
      await house.database.execute(sql`update ${raw(register.name)} set ${join(set, ', ')} where ${key}`);
      continue;
    }
    if (personField !== undefined)
      await house.database.execute(sql`delete from ${raw(register.name)} where ${raw(personField)} = ${values.get(personField)}`);
    values.set('settlement_code', home.settlement);
    values.set('data_date', '2026-06-01');
    values.set('import_id', 1);
    const all = [...values.keys()];
    const parts: Sql[] = all.map((name) => sql`${values.get(name)}`);
    await house.database.execute(sql`insert into ${raw(register.name)} (${raw(all.join(', '))}) values (${join(parts, ', ')})`);
  }
}

/** A warning about a person, with every row about the household behind it, and the finding that it stands on. */
async function warn(item: string, person: string): Promise<number> {
  await house.database.execute(sql`delete from warning where item_code = ${item} and subject_key = ${person}`);
  const { id } = await house.database.one<{ id: number }>(sql`
    insert into warning (warning_no, item_code, subject_kind, subject_key, household_no, settlement_code, community_code, building_code, level, highest_level, state,
      raised_on, level_since, standard_version, facts, parameters)
    values (${`5223002026${item}${person}`}, ${item}, 'person', ${person}, ${home.household}, ${home.settlement}, ${home.community}, ${home.building}, 'red', 'red', 'open',
      '2026-06-01', '2026-06-01', '1', '{"followup_overdue_days": 987654321, "absent_days": 987654321}', '{}') returning warning_id as id`);
  await house.database.execute(
    sql`update warning set warning_no = ${`52230020260601${item}${String(id).padStart(14, '0')}`} where warning_id = ${id}`,
  );
  for (const { name } of filled.filter((register) => register.settlementVia.length > 0)) {
    await house.database.execute(sql`
      insert into warning_evidence (warning_id, settlement_code, register, row_id, data_date, import_id, sheet, line)
      select ${id}, settlement_code, ${name}, row_id, data_date, import_id, sheet, line from ${raw(name)} row
      where settlement_code = ${home.settlement} and (data_date = '2026-06-01' and import_id = 1 or to_jsonb(row) ->> 'person_no' in (${home.adult}, ${home.child}))
      limit 12 on conflict do nothing`);
  }
  await house.database.execute(sql`
    insert into finding (settlement_code, month, item_code, subject_key, level, community_code, building_code)
    values (${home.settlement}, '2026-06-01', ${item}, ${person}, 'red', ${home.community}, ${home.building})
    on conflict (settlement_code, month, item_code, subject_key) do update set level = 'red'`);
  return id;
}

/** The area of a level in which the household lies. */
async function areaAt(levels: readonly AreaLevel[]): Promise<string> {
  const tree = await readAreaTree(house.database);
  return tree.pathTo(home.building).findLast((node) => levels.includes(node.level))?.code ?? '';
}

/** What a role may see of a subject in a register: a department only what it keeps, and of people and households what its registers are about. */
function mayShow({ register, field, who }: Sentinel, place: 'list' | 'own' | 'file', role: RoleCode, department: string | null): boolean {
  const may = (permission: Permission): boolean => roleOf(role).may.includes(permission);
  const isDimension = register.name === 'person' || register.name === 'household';
  const keeps = department === null || register.departments.includes(department);
  return (
    decideShown(register, field, place, {
      isRestricted: false,
      isMinor: who === 'child',
      seesHealth: may('people.health') && (keeps || (isDimension && registers.health_service.departments.includes(department ?? ''))),
      seesMinors: may('people.minors') && (keeps || isDimension),
    }).shown === 'shown'
  );
}

describe.each((Object.keys(roles) as RoleCode[]).flatMap((role) => departmentsOf(role).map((department) => ({ role, department }))))(
  '$role $department',
  ({ role, department }) => {
    test('is shown no sentinel that it may not see', async () => {
      const { cookie, account } = await signedIn(house, [{ role, area: await areaAt(roleOf(role).levels), department }]);
      if (roleOf(role).administers) await house.database.execute(sql`update account set totp_confirmed_at = now() where account_id = ${account}`);
      const ask = async (url: string): Promise<string> => {
        const answer = await house.app.inject({ url: `/api/v1${url}`, headers: { cookie } });
        expect([200, 403, 404], url).toContain(answer.statusCode);
        return answer.body;
      };
      const files = [`/households/${home.household}`, ...Object.values(warnings).map((id) => `/warnings/${id}`)];
      let seen = 0;
      for (const url of files) seen += check(await ask(url), 'file', url, role, department);
      const lists = [
        ...filled.map(({ name }) => `/registers/${name}/rows?size=200&area=${home.building}`),
        ...filled.map(({ name }) => `/registers/${name}/rows?size=200`),
        ...['C02', 'D01', 'E01', 'E03'].flatMap((code) => [
          `/items/${code}/subjects?size=200`,
          `/warnings?size=200&item=${code}`,
          `/households?item=${code}`,
        ]),
        `/households?size=200&area=${home.building}`,
        `/households?q=${home.household}`,
        `/warnings?state=all&size=200&household=${home.household}`,
        '/warnings/export?state=all',
        '/warnings?size=200',
        '/areas',
        '/board',
        '/board/comparison',
        '/board/trend?item=E03',
        '/items',
        '/items/E03',
        '/registers',
        '/imports',
        '/imports/1',
        '/aside-rows',
        '/data-health',
        '/figures?year=2025',
        '/header-mappings',
        '/audit',
        '/audit/export?format=csv',
        '/accounts',
        '/me',
        '/households/not-there',
      ];
      for (const url of lists) seen += check(await ask(url), 'list', url, role, department);
      // The sweep would prove nothing if nothing were ever shown.
      if (roleOf(role).may.includes('households.read' as never)) expect(seen).toBeGreaterThan(0);
    });

    test('hears of health and children no more than it may', async () => {
      const { cookie } = await signedIn(house, [{ role, area: await areaAt(roleOf(role).levels), department }]);
      const may = (permission: Permission): boolean => roleOf(role).may.includes(permission);
      if (!may('warnings.read')) return;
      const ask = async (url: string) => (await house.app.inject({ url: `/api/v1${url}`, headers: { cookie } })).body;
      const hears = (body: string, item: string): boolean => body.includes(`"item":"${item}"`);
      const all = await ask(`/warnings?state=all&size=200&household=${home.household}`);
      const file = await ask(`/households/${home.household}`);
      if (!may('people.health')) {
        expect([hears(all, 'E03'), all.includes('E03'), hears(file, 'E03'), hears(all, 'E00'), hears(file, 'E00')]).toEqual([
          false,
          false,
          false,
          true,
          true,
        ]);
        expect(JSON.parse(await ask('/warnings?item=E03')).total).toBe(0);
        expect(JSON.parse(await ask('/items/E03/subjects'))).toMatchObject({ total: 0, isWithheld: true });
        const withheld = JSON.parse(await ask(`/warnings/${warnings.health}`));
        expect(withheld).toMatchObject({ withheld: 'health', facts: [], evidence: [], department: '' });
        expect(JSON.parse(await ask(`/warnings/${withheld.no}`)).id).toBe(warnings.health);
        expect(JSON.parse(await ask(`/warnings/${withheld.no.replace('E00', 'E03')}`)).code).toBe('warnings.not-found');
      } else if (department === null) expect([hears(all, 'E03'), hears(file, 'E03')]).toEqual([true, true]);
      for (const body of [all, file, await ask(`/warnings/${warnings.child}`), await ask('/items/D01/subjects')]) {
        if (!may('people.minors')) expect(body).not.toContain('987654321天');
      }
      if (!may('people.minors'))
        expect(JSON.parse(await ask(`/warnings/${warnings.child}`))).toMatchObject({ withheld: 'minor', subjectName: '（姓名不显示）', facts: [] });
    });
  },
);

/** Finds the sentinels in an answer; answers how many were allowed and shown. */
function check(body: string, place: 'list' | 'file', url: string, role: RoleCode, department: string | null): number {
  const found = sentinels.filter(({ text }) => body.includes(text));
  const isOwn = ({ register }: Sentinel): boolean =>
    url.startsWith(`/registers/${register.name}/rows`) && register.departments.includes(department ?? '');
  const wrong = found.filter((sentinel) => !mayShow(sentinel, isOwn(sentinel) ? 'own' : place, role, department));
  expect(
    wrong.map(({ register, field, who }) => `${register.name}.${field} of the ${who}`),
    `${role} ${url}`,
  ).toEqual([]);
  return found.length;
}

function departmentsOf(role: RoleCode): (string | null)[] {
  if (!roleOf(role).ofDepartment) return [null];
  return role === 'insurer' ? ['保险承办机构'] : ['教育局', '卫健局', '人社局'];
}

test('a department reads what it keeps itself, without the names', async () => {
  const { cookie } = await signedIn(house, [{ role: 'department', area: await areaAt(roleOf('department').levels), department: '人社局' }]);
  const { body } = await house.app.inject({ url: `/api/v1/registers/employment/rows?size=200&area=${home.building}`, headers: { cookie } });
  const own = sentinels.filter(({ register }) => register.name === 'employment');
  const expected = own.filter((sentinel) => mayShow(sentinel, 'own', 'department', '人社局'));
  expect(own.filter(({ text }) => body.includes(text)).map(({ field, who }) => `${field} ${who}`)).toEqual(
    expected.map(({ field, who }) => `${field} ${who}`),
  );
  expect(expected.map(({ field }) => field)).toContain('employer_name');
});

test('the items that read registers about health are declared to be about health', () => {
  const reading = items.filter(({ subject, registers: read }) => ['person', 'household'].includes(subject) && read.includes('health_service'));
  expect(reading.filter(({ about }) => about !== 'health').map(({ code }) => code)).toEqual([]);
  expect(items.filter(({ about }) => about === 'health').map(({ code }) => code)).toEqual(['E01', 'E02', 'E03']);
  expect(today).toBe('2026-06-30');
});
