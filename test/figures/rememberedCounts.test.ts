/** What is counted for everybody who looks is counted anew when a register changed, and never shared between people who see differently. */
import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { registers } from '#catalog/catalog.ts';
import { readSeenTree } from '#features/areas/areaTree.ts';
import { rememberSizes } from '#features/areas/rememberSizes.ts';
import { scoped, wholeScope } from '#features/areas/scope.ts';
import { undoImport } from '#features/imports/undoImport.ts';
import { rememberRowCounts } from '#features/registers/countRows.ts';
import { idNumber, openTestHouse, personHeader, send, settle, type TestHouse } from '../imports/house.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
  await settle(house);
});
afterAll(() => house.close());

const newcomer = `${personHeader}\nH-0001|新来人|${idNumber('19900101', 77)}|汉族|子|1|8|P-0099`;

test('counts and sizes follow an import and its undoing', async () => {
  const database = scoped(house.database, await wholeScope(house.database));
  const [countsOf, sizesOf] = [rememberRowCounts(), rememberSizes()];
  const persons = async () => (await countsOf(database, [registers.person])).get('person')?.rows ?? 0;
  const living = async () => (await sizesOf(database, await readSeenTree(database))).get('522300')?.persons ?? 0;
  const before = [await persons(), await living()];
  expect(before[0]).toBeGreaterThan(0);
  const report = await send(house, newcomer, { dataDate: '2024-02-01' });
  expect(report.added, JSON.stringify(report.problems)).toBe(1);
  expect([await persons(), await living()]).toEqual(before.map((count) => count + 1));
  await undoImport(house, report.import ?? 0);
  expect([await persons(), await living()]).toEqual(before);
});

test('an appeal written here is counted at once', async () => {
  const database = scoped(house.database, await wholeScope(house.database));
  const countsOf = rememberRowCounts();
  const appeals = async () => (await countsOf(database, [registers.appeal])).get('appeal')?.rows;
  expect(await appeals()).toBe(0);
  await house.database.execute(sql`
    insert into appeal (appeal_no, settlement_code, channel, nature, content, anonymous, urgency, track, accepted_at, review_stage, data_date, import_id)
    values ('SQ000000001', '522301A001', '1', '1', '漏水', true, '1', '1', now(), '0', '2024-01-01', 0)`);
  expect(await appeals()).toBe(1);
});

test('those who see less are not told the counts of those who see more', async () => {
  const whole = await wholeScope(house.database);
  const countsOf = rememberRowCounts();
  const rowsFor = async (scope: typeof whole) => (await countsOf(scoped(house.database, scope), [registers.person])).get('person')?.rows;
  expect(await rowsFor(whole)).toBeGreaterThan(0);
  expect(await rowsFor({ ...whole, settlements: [], everything: false })).toBe(0);
});
