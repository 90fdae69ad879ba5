/** A file whose process was killed while it was stored is on record, and whoever sent it is told; a file at work, or one that came to its end, is not. */
import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { holdBegun, noteBegun, tellCutOff } from '#features/imports/cutOff.ts';
import type { StoreOrder } from '#features/imports/importHouse.ts';
import { visit } from '#catalog/registers/visit.ts';
import { signedIn } from '../fixtures/signedIn.ts';
import { openTestHouse, rowsOf, send, settle, type TestHouse } from './house.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
  await settle(house);
});
afterAll(() => house.close());

const order: StoreOrder = {
  dataDate: '2024-02-10',
  mode: 'changes',
  covers: ['522301A001'],
  alsoOthers: false,
  isConfirmed: false,
  dryRun: false,
  verb: 'imports.create',
  statedBy: '张三',
  file: { name: '走访.csv', sha256: 'f00' },
};
const notes = (): Promise<unknown[]> => rowsOf(house, 'import_begun', 'file_name');

test('imports that come to an end, good or bad, leave no note', async () => {
  await send(house, '户编号|走访人|走访日期|方式\nH-0001|张三|2024-02-01|1', { dataDate: '2024-02-10' });
  await send(house, '户编号|走访人|走访日期|方式\nH-0001|张三|2024-02-01|1', { dataDate: '2024-02-10', mode: 'full', register: 'visit' });
  expect(await notes()).toEqual([]);
  expect(await tellCutOff(house.database)).toBe(0);
});

test('what nobody works on any more is recorded once, with notice and audit entry; what is at work stays', async () => {
  const { account } = await signedIn(house);
  await noteBegun(house.database, visit, order, account);
  const working = await noteBegun(house.database, visit, order, account);
  expect(await tellCutOff(house.database)).toBe(0);
  await house.database.execute(sql`update import_begun set begun_at = begun_at - interval '1 minute'`);
  await house.database
    .transaction(async (tx) => {
      await holdBegun(tx, working);
      expect(await tellCutOff(house.database)).toBe(1);
      throw new Error('taken back');
    })
    .catch(() => {});
  expect(await rowsOf(house, "import_run where file_name = '走访.csv'", "state, stated_by, settlements, problem->>'code' as code")).toEqual([
    { state: 'refused', stated_by: '张三', settlements: ['522301A001'], code: 'imports.cut-off' },
  ]);
  expect(await rowsOf(house, `notice where kind = 'imports.refused'`, 'kind')).toHaveLength(1);
  const [entry] = await rowsOf<{ after: object }>(house, "audit_entry where verb = 'imports.create'", 'after', 'entry_id desc');
  expect(entry?.after).toMatchObject({ state: 'refused', problem: 'imports.cut-off' });
  expect(await tellCutOff(house.database)).toBe(1);
  expect(await notes()).toEqual([]);
});
