/** Random trees, grants and questions: what a person with some grants is answered equals what a naive walk over the whole tree keeps. */
import fc from 'fast-check';
import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { areas, prefectureCode } from '#catalog/areas/areas.ts';
import { reachOf } from '#features/accounts/reach.ts';
import { narrowToArea } from '#features/areas/narrowToArea.ts';
import { scoped } from '#features/areas/scope.ts';
import { householdFilter } from '#features/households/contract.ts';
import { findHousehold, pageOfHouseholds } from '#features/households/queries.ts';
import type { Sight } from '#features/people/sight.ts';
import { warningFilter } from '#features/warnings/contract.ts';
import { pageOfWarnings } from '#features/warnings/queries.ts';
import { createTestDatabase, type TestDatabase } from '#platform/database/testDatabase.ts';

let one: TestDatabase;
beforeAll(async () => {
  one = await createTestDatabase(4);
});
afterAll(() => one.drop());

const counties = areas
  .filter(({ level }) => level === 'county')
  .map(({ code }) => code)
  .slice(0, 3);
const nobody = { areas: [], settlements: [], places: [], everything: false };
const blind: Sight = { day: '2024-06-30', health: nobody, minors: nobody, restricted: nobody, silent: nobody };

/** A place with all areas that it lies in, itself included. */
interface Home {
  readonly household: string;
  readonly head: string;
  readonly areas: readonly string[];
}

interface Tree {
  /** County of each settlement, whether its street is registered, and of each of its communities the number of buildings. */
  readonly settlements: readonly { readonly county: number; readonly hasStreet: boolean; readonly communities: readonly number[] }[];
}

const trees: fc.Arbitrary<Tree> = fc.record({
  settlements: fc.array(
    fc.record({
      county: fc.nat(2),
      hasStreet: fc.boolean(),
      communities: fc.array(fc.integer({ min: 1, max: 2 }), { minLength: 1, maxLength: 2 }),
    }),
    { minLength: 1, maxLength: 4 },
  ),
});

/** Plants a tree: two households a building, the first with a warning, and one household that lies in no building. Answers where each of them lies. */
async function plant({ settlements }: Tree): Promise<Home[]> {
  const homes: Home[] = [];
  await one.database.transaction(async (tx) => {
    await tx.raw('truncate settlement, street_community, building, household, person, warning');
    for (const [s, { county, hasStreet, communities }] of settlements.entries()) {
      const [settlement, street, above] = [`S${s}`, `T${s}`, counties[county] ?? prefectureCode];
      await tx.execute(sql`insert into settlement (settlement_code, settlement_name, county_code, street_code, data_date, import_id)
        values (${settlement}, ${settlement}, ${above}, ${street}, '2024-01-01', 1)`);
      if (hasStreet)
        await tx.execute(sql`insert into street_community (area_code, name, level, county_code, settlement_code, data_date, import_id)
          values (${street}, ${street}, 'street', ${above}, ${settlement}, '2024-01-01', 1)`);
      const settle = async (household: string, community: string | null, building: string | null, isWarned: boolean): Promise<void> => {
        const head = `${'王李张'[homes.length % 3]}${household}`;
        await tx.execute(sql`insert into household (household_no, head_name, settlement_code, community_code, building_code, data_date, import_id)
          values (${household}, ${head}, ${settlement}, ${community}, ${building}, '2024-01-01', 1)`);
        if (isWarned)
          await tx.execute(sql`
            insert into warning (warning_no, item_code, subject_kind, subject_key, household_no, settlement_code, community_code, building_code, level, highest_level, state,
              raised_on, level_since, standard_version, facts, parameters)
            values (${`W${household}`}, 'B01', 'household', ${household}, ${household}, ${settlement}, ${community}, ${building}, 'red', 'red', 'open', '2024-06-01', '2024-06-01', '1', '{}', '{}')`);
        const streets = hasStreet ? [street] : [];
        homes.push({
          household,
          head,
          areas: [prefectureCode, above, ...streets, settlement, ...[community, building].filter((code) => code !== null)],
        });
      };
      await settle(`H${s}`, null, null, true);
      for (const [c, buildings] of communities.entries()) {
        const community = `C${s}${c}`;
        await tx.execute(sql`insert into street_community (area_code, name, level, county_code, settlement_code, data_date, import_id)
          values (${community}, ${community}, 'community', ${above}, ${settlement}, '2024-01-01', 1)`);
        for (let b = 0; b < buildings; b++) {
          const building = `B${s}${c}${b}`;
          await tx.execute(sql`insert into building (building_code, building_no, settlement_code, community_code, data_date, import_id)
            values (${building}, ${String(b)}, ${settlement}, ${community}, '2024-01-01', 1)`);
          await settle(`H${s}${c}${b}0`, community, building, true);
          await settle(`H${s}${c}${b}1`, community, building, false);
        }
      }
    }
  });
  return homes;
}

/** Households with a warning in an area: of two in a building the first, and the one in no building. */
const warned = (homes: readonly Home[], area: string | undefined): string[] =>
  homes
    .filter(({ areas, household }) => (area === undefined || areas.includes(area)) && (household.length < 5 || household.endsWith('0')))
    .map(({ household }) => household)
    .sort();

/** Grants as areas, a question as an area to look at (or none) and the beginning of a name. */
const cases = trees.chain((tree) => {
  const below = tree.settlements.flatMap(({ communities, hasStreet }, s) => [
    `S${s}`,
    ...(hasStreet ? [`T${s}`] : []),
    ...communities.flatMap((buildings, c) => [`C${s}${c}`, ...Array.from({ length: buildings }, (_, b) => `B${s}${c}${b}`)]),
  ]);
  const anyArea = fc.constantFrom(prefectureCode, ...counties, ...below, ...below);
  return fc.record({
    tree: fc.constant(tree),
    grants: fc.array(anyArea, { maxLength: 3 }),
    area: fc.option(anyArea, { nil: undefined }),
    text: fc.option(fc.constantFrom('王', '李', '张'), { nil: undefined }),
  });
});

test('lists, searches, counts and single files hold what a naive walk keeps, and nothing beside it', async () => {
  await fc.assert(
    fc.asyncProperty(cases, async ({ tree, grants, area, text }) => {
      const homes = await plant(tree);
      const given = grants.map((code) => ({ role: 'county' as const, area: code, department: null }));
      const scope = scoped(one.database, await reachOf(one.database, given));
      const own = homes.filter(({ areas }) => areas.some((code) => grants.includes(code)));
      const looked = await narrowToArea(scope, area).catch((error: { code: string }) => error.code);
      const isBelow = (areas: readonly string[], code: string): boolean =>
        grants.some((grant) => areas.includes(grant) && areas.indexOf(grant) <= areas.indexOf(code));
      const isKnown = (code: string): boolean => own.some(({ areas }) => areas.includes(code) && isBelow(areas, code));
      if (typeof looked === 'string') {
        // Areas that are not the caller's answer as an unknown code does.
        expect(looked).toBe('areas.unknown-area');
        expect(area !== undefined && isKnown(area)).toBe(false);
      } else {
        const wanted = own.filter(({ areas, head }) => (area === undefined || areas.includes(area)) && (text === undefined || head.startsWith(text)));
        const page = await pageOfHouseholds(looked, householdFilter.parse({ size: 200 }), text === undefined ? {} : { text }, blind);
        expect(page.rows.map((row) => row.household_no)).toEqual(wanted.map(({ household }) => household).sort());
        expect(page.total).toBe(wanted.length);
        const warnings = await pageOfWarnings(looked, warningFilter.parse({ size: 200 }), blind);
        expect(warnings.rows.map((row) => row.household_no).sort()).toEqual(warned(own, area));
        expect(Object.values(warnings.byLevel).reduce((sum, count) => sum + count, 0)).toBe(warned(own, area).length);
      }
      for (const home of homes.slice(0, 8))
        expect((await findHousehold(scope, home.household, blind)) !== undefined, home.household).toBe(own.includes(home));
      const bare = await scope.query<{ no: string }>(sql`select household_no as no from household`);
      expect(bare.map(({ no }) => no).sort()).toEqual(own.map(({ household }) => household).sort());
    }),
    { numRuns: 60 },
  );
}, 240_000);
