/** README section 7 and design.md: taking an import back. */
import fc from 'fast-check';
import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importRows } from '#features/imports/importRows.ts';
import { reportNil } from '#features/imports/reportNil.ts';
import { previewUndo, undoImport } from '#features/imports/undoImport.ts';
import { counts, openTestHouse, rowsOf, send, settle, type TestHouse } from './house.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
  await settle(house);
});
afterAll(() => house.close());

const header = '设备编号|安置点|设备类型|状态|维保单位';
const devices = (rows: string[], dataDate: string, more = {}): ReturnType<typeof send> =>
  send(house, `${header}\n${rows.join('\n')}`, { register: 'device', dataDate, ...more });
const feed = (): Promise<unknown[]> => rowsOf(house, "register_feed where register = 'device'", 'settlement_code, data_date', '1, 2');

test('added rows go, changed rows return, deliveries go; the preview says so and changes nothing', async () => {
  const first = await devices(['A|栗坪安置点|1|1|甲', 'B|栗坪安置点|1|1|甲'], '2024-01-31');
  const second = await devices(['A|||2|', 'C|栗坪安置点|1|1|乙'], '2024-02-29');
  const preview = await previewUndo(house, second.import ?? 0);
  expect(preview).toMatchObject({ removed: 1, returned: 1, history: 0, keptCount: 0, deliveries: 1, settlements: ['522301A001'] });
  expect(await rowsOf(house, 'device', 'device_no, status')).toHaveLength(3);
  const undone = await undoImport(house, second.import ?? 0, '张三');
  expect(undone).toEqual(preview);
  expect(await rowsOf(house, 'device', 'device_no, status, keeper_org, data_date, import_id')).toEqual([
    { device_no: 'A', status: '1', keeper_org: '甲', data_date: '2024-01-31', import_id: first.import },
    { device_no: 'B', status: '1', keeper_org: '甲', data_date: '2024-01-31', import_id: first.import },
  ]);
  expect([await rowsOf(house, 'device_history', 'device_no'), await feed()]).toEqual([
    [],
    [{ settlement_code: '522301A001', data_date: '2024-01-31' }],
  ]);
  expect(await rowsOf(house, `import_run where import_id = ${second.import}`, 'state, undone_by')).toEqual([{ state: 'undone', undone_by: '张三' }]);
  await expect(undoImport(house, second.import ?? 0)).rejects.toMatchObject({ code: 'imports.already-undone' });
  await expect(undoImport(house, 99_999)).rejects.toMatchObject({ code: 'imports.import-not-found' });
});

test('a row that someone changed since keeps its later version and is listed; one that was only said again stays from when it was said', async () => {
  const january = await devices(['E|洒金安置点|1|1|甲', 'F|洒金安置点|1|1|甲'], '2024-01-31');
  const march = await devices(['E|洒金安置点|1|3|甲', 'F|洒金安置点|1|1|甲'], '2024-03-31');
  const undone = await undoImport(house, january.import ?? 0);
  expect(undone.kept).toEqual([{ key: 'E', import: march.import, dataDate: '2024-03-31', file: 'test.csv', line: 2 }]);
  expect(await rowsOf(house, "device where settlement_code = '522301A002'", 'device_no, status, data_date, import_id, line')).toEqual([
    { device_no: 'E', status: '3', data_date: '2024-03-31', import_id: march.import, line: 2 },
    { device_no: 'F', status: '1', data_date: '2024-03-31', import_id: march.import, line: 3 },
  ]);
  expect(await rowsOf(house, "device_history where settlement_code = '522301A002'", 'device_no')).toEqual([]);
  await undoImport(house, march.import ?? 0);
  expect(await rowsOf(house, "device where settlement_code = '522301A002'", 'device_no')).toEqual([]);
});

test('a delivery that two imports made stays until both are taken back; nil reports are taken back too', async () => {
  const one = await devices(['G|青山安置点|1|1|甲'], '2024-01-31');
  const two = await devices(['H|青山安置点|1|1|甲'], '2024-01-31');
  const here = (): Promise<unknown[]> =>
    rowsOf(house, "register_feed where register = 'device' and settlement_code = '522323A001'", 'data_date, nil');
  await undoImport(house, one.import ?? 0);
  expect(await here()).toEqual([{ data_date: '2024-01-31', nil: false }]);
  await undoImport(house, two.import ?? 0);
  expect(await here()).toEqual([]);
  const nil = await reportNil(house, { register: 'device', dataDate: '2024-02-29', covers: ['522323A001'] });
  const after = await devices(['I|青山安置点|1|1|甲'], '2024-02-29');
  expect(await here()).toEqual([{ data_date: '2024-02-29', nil: false }]);
  await undoImport(house, after.import ?? 0);
  expect(await here()).toEqual([{ data_date: '2024-02-29', nil: true }]);
  await undoImport(house, nil.import ?? 0);
  expect(await here()).toEqual([]);
});

test('a full list that is taken back finds its rows again; a move that is taken back brings everyone home', async () => {
  const list = await devices(['A|栗坪安置点|1|1|甲'], '2024-05-31', { mode: 'full', confirmedBy: 'x' });
  expect([list.missing, await rowsOf(house, 'device where missing_since is not null', 'device_no')]).toEqual([1, [{ device_no: 'B' }]]);
  await undoImport(house, list.import ?? 0);
  expect(await rowsOf(house, 'device where missing_since is not null', 'device_no')).toEqual([]);
  await send(house, '户编号|走访人|走访日期|方式\nH-0002|张三|2024-01-15|1', { dataDate: '2024-01-31' });
  const move = await send(house, '户编号|安置点|社区|楼栋\nH-0002|青山安置点|青山社区|1栋', { register: 'household', dataDate: '2024-03-01' });
  const undone = await undoImport(house, move.import ?? 0);
  expect(undone.settlements).toEqual(['522301A002', '522323A001']);
  expect(await rowsOf(house, "person where household_no = 'H-0002'", 'settlement_code, building_code')).toEqual([
    { settlement_code: '522301A002', building_code: '522301A002-1' },
  ]);
  expect(await rowsOf(house, 'visit', 'settlement_code')).toEqual([{ settlement_code: '522301A002' }]);
});

test('rows of other registers that refer to rows that go are counted', async () => {
  const added = await send(
    house,
    `户编号|姓名|证件号码|民族|与户主关系|劳动能力|人员编号|证件类型|性别|出生日期\nH-0002|孙某||汉族|子|5|P-0077|暂无|男|2023-01-01`,
    { register: 'person', dataDate: '2024-04-01' },
  );
  await send(house, '人员编号|迁出户籍地|迁入户籍地|申请日期|自愿确认\nP-0077|甲|乙|2024-04-02|是', {
    register: 'hukou_transfer',
    dataDate: '2024-04-30',
  });
  expect((await previewUndo(house, added.import ?? 0)).references).toEqual([{ register: 'hukou_transfer', rows: 1 }]);
});

test('undo of any import is as if it had never been, for rows that nobody changed since', async () => {
  // What the registers hold as of each day: equal neighbours may be stored as one version or as two.
  const asOf = (day: string): Promise<unknown> =>
    house.database.query(sql`
      select device_no, status, keeper_org, missing_since, settlement_code from device where data_date <= ${day}::date
      union all
      select device_no, status, keeper_org, missing_since, settlement_code from device_history where data_date <= ${day}::date and valid_to > ${day}::date
      order by 1`);
  const state = async (): Promise<unknown> => [await asOf('2024-01-31'), await asOf('2024-02-29'), await asOf('2024-03-31'), await feed()];
  const row = fc.record({
    device_no: fc.constantFrom('p', 'q', 'r', 's'),
    status: fc.constantFrom('1', '2', '3'),
    keeper_org: fc.constantFrom('甲', '乙', null),
  });
  const file = fc.record({
    dataDate: fc.constantFrom('2024-01-31', '2024-02-29', '2024-03-31'),
    mode: fc.constantFrom('changes' as const, 'full' as const),
    rows: fc.uniqueArray(row, { minLength: 1, maxLength: 4, selector: ({ device_no }) => device_no }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(file, { minLength: 1, maxLength: 4 }), file, async (files, last) => {
      await house.database.execute(sql`delete from device`);
      await house.database.execute(sql`delete from device_history`);
      await house.database.execute(sql`delete from register_feed where register = 'device'`);
      await house.database.execute(sql`delete from register_confirmation`);
      const bring = ({ rows, dataDate, mode }: typeof last): ReturnType<typeof importRows> =>
        importRows(
          house,
          'device',
          rows.map((each) => ({ ...each, settlement_code: '522301A001', device_type: '1' })),
          { dataDate, mode, confirmedBy: 'x' },
        );
      for (const each of files) await bring(each);
      const before = await state();
      const { import: importId } = await bring(last);
      await undoImport(house, importId ?? 0);
      expect(await state()).toEqual(before);
    }),
    { numRuns: 40 },
  );
});

test('counts of an import stay on record', async () => {
  const report = await devices(['Z|栗坪安置点|1|1|甲', 'Y|栗坪安置点|1|?|甲'], '2024-01-31');
  expect(counts(report)).toEqual([1, 0, 0, 1, 0]);
  expect(await rowsOf(house, `import_run where import_id = ${report.import}`, 'rows, added, refused, state, settlements')).toEqual([
    { rows: 2, added: 1, refused: 1, state: 'stored', settlements: ['522301A001'] },
  ]);
});
