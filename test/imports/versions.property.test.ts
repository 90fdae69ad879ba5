/** Random statements, full lists and undos in random order, against a naive model in which every statement is a version. */
import fc from 'fast-check';
import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importRows } from '#features/imports/importRows.ts';
import { undoImport } from '#features/imports/undoImport.ts';
import { openTestHouse, send, settlementCsv, type TestHouse } from './house.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
  await send(house, settlementCsv, { dataDate: '2024-01-01' });
});
afterAll(() => house.close());

const days = ['2024-01-01', '2024-02-01', '2024-03-01', '2024-04-01', '2024-05-01', '2024-06-01'];
const keys = ['a', 'b', 'c'];

/** What a sheet says of a device: `#清空` erases, nothing is no statement. */
interface Said {
  readonly key: string;
  readonly status: string;
  readonly keeper: string | null;
}
type Step =
  | { readonly is: 'changes' | 'full'; readonly day: string; readonly rows: readonly Said[] }
  | { readonly is: 'undo'; readonly which: number };

const row = fc.record({ key: fc.constantFrom(...keys), status: fc.constantFrom('1', '2'), keeper: fc.constantFrom(null, null, '甲', '乙', '#清空') });
const rows = (most: number): fc.Arbitrary<Said[]> => fc.uniqueArray(row, { minLength: 1, maxLength: most, selector: ({ key }) => key });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ is: fc.constant('changes' as const), day: fc.constantFrom(...days), rows: rows(3) }) },
  { weight: 2, arbitrary: fc.record({ is: fc.constant('full' as const), day: fc.constantFrom(...days), rows: rows(2) }) },
  { weight: 2, arbitrary: fc.record({ is: fc.constant('undo' as const), which: fc.nat(20) }) },
);

/** A version of the naive model: what a statement made of what stood before it. */
interface Version {
  readonly day: string;
  readonly order: number;
  readonly status: string;
  readonly keeper: string | null;
  readonly isMissing: boolean;
}
type Model = Map<string, Version[]>;

const before = (versions: readonly Version[], day: string): Version | undefined =>
  versions
    .filter((version) => version.day <= day)
    .sort((a, b) => (a.day === b.day ? a.order - b.order : a.day < b.day ? -1 : 1))
    .at(-1);

function state(model: Model, order: number, day: string, { key, status, keeper }: Said): void {
  const versions = model.get(key) ?? [];
  const base = before(versions, day);
  const merged = keeper === '#清空' ? null : (keeper ?? base?.keeper ?? null);
  model.set(key, [...versions, { day, order, status, keeper: merged, isMissing: false }]);
}

function leaveOut(model: Model, order: number, day: string, listed: readonly string[]): void {
  for (const [key, versions] of model) {
    const newest = before(versions, '9999-12-31');
    if (listed.includes(key) || !newest || newest.day > day || newest.isMissing) continue;
    model.set(key, [...versions, { ...newest, day, order, isMissing: true }]);
  }
}

async function standing(key: (name: string) => string, day: string): Promise<unknown[]> {
  const names = keys.map(key);
  return house.database.query(sql`
    select device_no, status, keeper_org from (
      select device_no, status, keeper_org, data_date, missing_since from device
      union all select device_no, status, keeper_org, data_date, missing_since from device_history where valid_to > ${day}
    ) d where device_no = any(${names}::text[]) and data_date <= ${day} and (missing_since is null or missing_since > ${day}) order by 1`);
}

let world = 0;

test('as of any day the registers hold what the naive model holds, also after imports were taken back', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), async (steps) => {
      world++;
      const settlement = ['522301A001', '522301A002', '522323A001'][world % 3] ?? '';
      await house.database.execute(sql`delete from device`);
      await house.database.execute(sql`delete from device_history`);
      const key = (name: string): string => `${world}-${name}`;
      const model: Model = new Map();
      const imports: number[] = [];
      for (const one of steps) {
        if (one.is === 'undo') {
          const importId = imports[one.which % Math.max(1, imports.length)];
          if (importId === undefined) continue;
          await undoImport(house, importId);
          imports.splice(imports.indexOf(importId), 1);
          for (const [name, versions] of model)
            model.set(
              name,
              versions.filter(({ order }) => order !== importId),
            );
        } else {
          const said = one.rows.map(({ key: name, status, keeper }) => ({
            device_no: key(name),
            settlement_code: settlement,
            device_type: '1',
            status,
            keeper_org: keeper,
          }));
          const report = await importRows(house, 'device', said, { dataDate: one.day, mode: one.is, confirmedBy: 'second' });
          expect(report).toMatchObject({ refused: 0, aside: 0 });
          const order = report.import ?? 0;
          imports.push(order);
          for (const each of one.rows) state(model, order, one.day, each);
          if (one.is === 'full')
            leaveOut(
              model,
              order,
              one.day,
              one.rows.map(({ key: name }) => name),
            );
        }
        for (const day of days) {
          const expected = keys.flatMap((name) => {
            const version = before(model.get(name) ?? [], day);
            return version && !version.isMissing ? [{ device_no: key(name), status: version.status, keeper_org: version.keeper }] : [];
          });
          expect(await standing(key, day), `as of ${day}`).toEqual(expected);
        }
      }
    }),
    { numRuns: Number(process.env.ANJU_RUNS ?? 40) },
  );
}, 600_000);
