/** The second lock: for random scopes, the rows that PostgreSQL shows to the readers' role are those that a plain filter over all rows keeps. */
import fc from 'fast-check';
import sql, { raw } from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readerRoles, rowCondition } from '#derive/rowPolicy.ts';
import type { Table } from '#derive/table.ts';
import { type Scope, scoped } from '#features/areas/scope.ts';
import { tables } from '#features/tables.ts';
import { type AccessHouse, openAccessHouse } from './house.ts';

/** A row with whatever ties it to a place; `mark` tells rows apart. */
interface Row {
  readonly mark: string;
  readonly settlement_code?: string | null;
  readonly settlement_codes?: readonly string[] | null;
  readonly settlements?: readonly string[];
  readonly community_code?: string | null;
  readonly building_code?: string | null;
  readonly household_no?: string | null;
  readonly person_no?: string | null;
  readonly warning_id?: number;
  readonly appeal_no?: string;
  readonly nature?: string | null;
  readonly import_id?: number;
  readonly sha256?: string | null;
  readonly area_code?: string | null;
  readonly street_code?: string | null;
}

let one: AccessHouse;
let rowsOf: ReadonlyMap<string, readonly Row[]>;

beforeAll(async () => {
  one = await openAccessHouse();
  await one.database.execute(sql`
    insert into appeal_case (appeal_no, settlement_code, state, state_since, taken_at) select appeal_no, settlement_code, 'accepted', accepted_at, accepted_at from appeal`);
  const ties =
    'settlement_code settlement_codes settlements community_code building_code household_no person_no warning_id appeal_no nature import_id sha256 area_code street_code';
  const read = async ({ name, columns }: Table): Promise<[string, Row[]]> => {
    const shown = columns.map((column) => column.name).filter((column) => ties.split(' ').includes(column));
    return [name, await one.database.query<Row>(sql`select ${raw(['md5(t::text) as mark', ...shown].join(', '))} from ${raw(name)} t`)];
  };
  rowsOf = new Map(await Promise.all(tables.map(read)));
}, 300_000);
afterAll(() => one.close());

const all = (table: string): readonly Row[] => rowsOf.get(table) ?? [];

/** What is seen of each table, by going through all of its rows. */
function plainFilter({ settlements, places, everything }: Scope): (table: Table) => readonly Row[] {
  const whole = new Set(settlements);
  const touched = new Set([...settlements, ...places.map((place) => place.settlement)]);
  const named = new Set(places.map((place) => place.code));
  const isIn = (set: ReadonlySet<string>, code: string | null | undefined): boolean => code != null && set.has(code);
  const atPlace = (row: Row): boolean => isIn(named, row.community_code) || isIn(named, row.building_code);
  const isHome = (row: Row): boolean => isIn(whole, row.settlement_code) || (isIn(touched, row.settlement_code) && atPlace(row));
  const households = new Set(
    all('household')
      .filter(isHome)
      .map((row) => row.household_no ?? ''),
  );
  const persons = new Set(
    all('person')
      .filter(isHome)
      .map((row) => row.person_no ?? ''),
  );
  const tied = (row: Row): boolean => atPlace(row) || isIn(households, row.household_no) || isIn(persons, row.person_no);
  const warnings = new Set(
    all('warning')
      .filter((row) => isHome(row) || (isIn(touched, row.settlement_code) && tied(row)))
      .map((row) => row.warning_id),
  );
  const isWholeImport = (row: Row): boolean => (row.settlements ?? []).length > 0 && (row.settlements ?? []).every((code) => whole.has(code));
  const imports = new Set(
    all('import_run')
      .filter(isWholeImport)
      .map((row) => row.import_id),
  );
  const files = new Set(
    all('import_run')
      .filter(isWholeImport)
      .map((row) => row.sha256),
  );
  const streets = new Set(
    all('settlement')
      .filter((row) => isIn(touched, row.settlement_code))
      .map((row) => row.street_code),
  );
  // Accusations are for those who may see them, and this viewer is nobody in particular.
  const isSeenAppeal = (row: Row): boolean =>
    row.nature !== '4' && (everything || isIn(whole, row.settlement_code) || (isIn(touched, row.settlement_code) && tied(row)));
  const appeals = new Set(
    all('appeal')
      .filter(isSeenAppeal)
      .map((row) => row.appeal_no),
  );
  const ofAppeal = (row: Row): boolean => appeals.has(row.appeal_no);
  const special: Readonly<Record<string, (row: Row) => boolean>> = {
    household: isHome,
    person: isHome,
    import_run: (row) => (row.settlements ?? []).some((code) => touched.has(code)),
    appeal: isSeenAppeal,
    appeal_case: ofAppeal,
    appeal_event: ofAppeal,
    appeal_clock: ofAppeal,
    import_problem: (row) => imports.has(row.import_id),
    refused_row: (row) => imports.has(row.import_id),
    aside_row: (row) => imports.has(row.import_id),
    upload: (row) => files.has(row.sha256),
    street_community: (row) =>
      isIn(touched, row.settlement_code) || (row.settlement_codes ?? []).some((code) => touched.has(code)) || streets.has(row.area_code),
  };
  return (table) => {
    const ofAppeals = ['appeal', 'appeal_history', 'appeal_case', 'appeal_event', 'appeal_clock'].includes(table.name);
    if ((everything && !ofAppeals) || table.readBy === 'everybody') return all(table.name);
    if (table.readBy === 'neighbours' && !ofAppeals) return all(table.name).filter((row) => isIn(touched, row.settlement_code));
    const rule =
      special[table.name.replace(/_history$/, '')] ??
      ((row: Row) =>
        isIn(whole, row.settlement_code) ||
        (row.settlement_codes ?? []).some((code) => whole.has(code)) ||
        (isIn(touched, row.settlement_code) && (tied(row) || (row.warning_id !== undefined && warnings.has(row.warning_id)))));
    return all(table.name).filter(rule);
  };
}

/** A scope drawn from the places that there are: some settlements whole, of some others a few communities and buildings. */
function drawnScope(): fc.Arbitrary<Scope> {
  const settlements = all('settlement').map((row) => row.settlement_code ?? '');
  const places = [
    ...all('building').map((row) => ({ code: row.building_code ?? '', settlement: row.settlement_code ?? '' })),
    ...all('street_community').flatMap((row) =>
      row.area_code && row.settlement_code ? [{ code: row.area_code, settlement: row.settlement_code }] : [],
    ),
  ];
  return fc.record({
    areas: fc.constant([]),
    settlements: fc.subarray(settlements),
    places: fc.oneof(fc.constant([]), fc.subarray(places, { maxLength: 4 })),
    everything: fc.constant(false),
  });
}

const readable = tables.filter((table) => rowCondition(table, 'places') !== undefined);

test('the sample fills the tables that are read', () => {
  expect(readable.filter(({ name }) => all(name).length > 0).length).toBeGreaterThan(60);
});

test('the rows that are seen are those that a plain filter keeps', async () => {
  const compare = async (scope: Scope): Promise<void> => {
    const expected = plainFilter(scope);
    await scoped(one.database, scope).atOnce(async (reader) => {
      for (const table of readable) {
        const seen = await reader.query<{ mark: string }>(sql`select md5(t::text) as mark from ${raw(table.name)} t`);
        const kept = expected(table);
        expect(seen.map(({ mark }) => mark).sort(), table.name).toEqual(kept.map(({ mark }) => mark).sort());
      }
    });
  };
  const everywhere = { areas: ['522300'], settlements: all('settlement').map((row) => row.settlement_code ?? ''), places: [], everything: true };
  await compare({ areas: [], settlements: [], places: [], everything: false });
  await compare(everywhere);
  await fc.assert(fc.asyncProperty(drawnScope(), compare), { numRuns: 15 });
});

test('a connection without a scope gets nothing, and nobody who reads changes anything', async () => {
  for (const [breadth, role] of Object.entries(readerRoles)) {
    const reading = { opening: `set local role ${role}` };
    const seen = await one.database.transaction((tx) => tx.query(sql`select 1 from household`), reading);
    expect(seen.length > 0, role).toBe(breadth === 'everything');
    const writing = one.database.transaction((tx) => tx.execute(sql`update household set head_name = 'x'`), reading);
    await expect(writing, role).rejects.toThrow(/permission denied/);
    for (const { name } of tables.filter((table) => rowCondition(table, 'places') === undefined)) {
      const asking = one.database.transaction((tx) => tx.query(sql`select 1 from ${raw(name)}`), reading);
      await expect(asking, name).rejects.toThrow(/permission denied/);
    }
  }
});

test('one pool, many readers at once: nobody is given the rows of another', async () => {
  const scopes = fc.sample(drawnScope(), 50);
  await Promise.all(
    scopes.map(async (scope) => {
      const seen = await scoped(one.database, scope).query<{ mark: string }>(sql`select md5(t::text) as mark from person t`);
      const person = readable.find(({ name }) => name === 'person') as Table;
      expect(seen.map(({ mark }) => mark).sort()).toEqual(
        plainFilter(scope)(person)
          .map(({ mark }) => mark)
          .sort(),
      );
    }),
  );
  expect(
    await one.database.one(sql`select current_setting('anju.whole', true) as left, current_user <> all(${Object.values(readerRoles)}) as own`),
  ).toMatchObject({
    own: true,
  });
});
