/** What the tests of imports share: a house with an empty database, files written as csv text, and a small settlement with people. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sql, { raw } from 'sql-template-tag';
import { type Actor, platformActor } from '#features/audit/actor.ts';
import { checkDigitOf } from '#catalog/kinds/identityNumber.ts';
import { importFile } from '#features/imports/importFile.ts';
import type { ImportOrder } from '#features/imports/importOrder.ts';
import type { ImportReport } from '#features/imports/report.ts';
import { jumpableClock, type JumpableClock } from '#platform/clock/clock.ts';
import { openKeys, type Keys } from '#platform/crypto/keys.ts';
import type { Database } from '#platform/database/database.ts';
import { createTestDatabase, fillOnce, type TestDatabase } from '#platform/database/testDatabase.ts';

/** What a house consists of. */
interface Parts {
  readonly database: Database;
  readonly keys: Keys;
  readonly clock: JumpableClock;
  readonly dataFolder: string;
  readonly actor: Actor;
}

export interface TestHouse extends Parts {
  close(): Promise<void>;
}

/** A house of its own; the day is 2024-06-30. */
export async function openTestHouse(): Promise<TestHouse> {
  return houseOn(await createTestDatabase(), mkdtempSync(join(tmpdir(), 'anju-imports-')));
}

/** A house of its own that was filled once for the whole run, with what was said when it was filled; the day is 2024-06-30 again. */
export async function openFilledHouse<Said>(
  name: string,
  fill: (house: Parts) => Promise<Said>,
): Promise<{ readonly house: TestHouse; readonly said: Said }> {
  const { url, dataFolder, said } = await fillOnce(name, (database, folder) => fill(partsOf(database, folder)));
  const own = mkdtempSync(join(tmpdir(), 'anju-imports-'));
  cpSync(dataFolder, own, { recursive: true });
  return { house: houseOn(await createTestDatabase(4, url), own), said };
}

function houseOn(one: TestDatabase, dataFolder: string): TestHouse {
  return {
    ...partsOf(one.database, dataFolder),
    close: async () => {
      await one.drop();
      rmSync(dataFolder, { recursive: true });
    },
  };
}

const partsOf = (database: Database, dataFolder: string): Parts => ({
  database,
  keys: openKeys(dataFolder),
  clock: jumpableClock('2024-06-30'),
  dataFolder,
  actor: platformActor,
});

export type Order = Omit<Partial<ImportOrder>, 'source'>;

/** Writes a table as csv: a header line and rows, cells divided by `|`. */
export function csv(text: string): Buffer {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return Buffer.from(
    `${lines
      .map((line) =>
        line
          .split('|')
          .map((cell) => `"${cell.trim().replaceAll('"', '""')}"`)
          .join(','),
      )
      .join('\n')}\n`,
  );
}

/** Imports csv text of one register; answers its report. */
export async function send(house: Parts, text: string, order: Order = {}): Promise<ImportReport> {
  const [report] = await importFile(house, { source: csv(text), fileName: 'test.csv', ...order });
  if (!report) throw new Error('no report');
  return report;
}

/** Counts of a report in short: added, changed, unchanged, refused, aside. */
export const counts = ({ added, changed, unchanged, refused, aside }: ImportReport): number[] => [added, changed, unchanged, refused, aside];

/** All rows of a table, with the columns asked for. */
export function rowsOf<Row = Record<string, unknown>>(house: TestHouse, table: string, columns: string, order = '1'): Promise<Row[]> {
  return house.database.query<Row>(sql`select ${raw(columns)} from ${raw(table)} order by ${raw(order)}`);
}

/** A made-up identity number (division 522399) by date of birth and number in sequence; odd numbers are men's. */
export function idNumber(birth: string, sequence: number): string {
  const first = `522399${birth.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`;
  return first + checkDigitOf(first);
}

export const people = {
  wang: { name: '王大山', id: idNumber('1980-01-01', 1) },
  li: { name: '李小花', id: idNumber('1982-02-02', 2) },
  child: { name: '王小山', id: idNumber('2012-03-03', 3) },
  zhao: { name: '赵石', id: idNumber('1975-04-04', 5) },
  stranger: { name: '钱路', id: idNumber('1990-09-09', 7) },
} as const;

export const settlementCsv = `
安置点编码|安置点名称|所在县|街道代码|安置方式|设计户数|设计人数|楼栋数|首批入住日期|牵头单位
522301A001|栗坪安置点|兴义市|522301001|1|500|2000|10|2018-05-01|移民局
522301A002|洒金安置点|兴义市|522301001|1|300|1200|6|2018-06-01|移民局
522323A001|青山安置点|普安县|522323100|1|300|1200|6|2018-06-01|移民局`;

export const communityCsv = `
编码|名称|层级|所在县|新设立|批准日期|安置点|居委会工作人员数
522301001|黄草街道|street|兴义市|否||522301A001|20
522301001901|栗坪社区|community|兴义市|是|2018-07-01|522301A001|8
522301001902|洒金社区|community|兴义市|是|2018-07-01|522301A002|8
522323100901|青山社区|community|普安县|是|2018-07-01|522323A001|8`;

export const buildingCsv = `
安置点|楼栋号|社区|户数|单元数
522301A001|1栋|栗坪社区|60|2
522301A001|2栋|栗坪社区|60|2
522301A002|1栋|洒金社区|60|2
522323A001|1栋|青山社区|60|2`;

export const householdHeader =
  '户编号|户主姓名|户主身份证号|迁出县|迁出乡镇村组|安置点|社区|楼栋|单元|房号|搬迁日期|搬迁批次年度|户类型|家庭人口|共同生活人口|劳动力数|联系电话|状态';
export const householdCsv = `
${householdHeader}
H-0001|${people.wang.name}|${people.wang.id}|兴义市|某乡某村|栗坪安置点|栗坪社区|1栋|1|101|2018-05-01|2018|1|3|3|2|13900000001|1
H-0002|${people.zhao.name}|${people.zhao.id}|兴义市|某乡某村|洒金安置点|洒金社区|1栋|1|101|2018-06-01|2018|1|1|1|1|13900000002|1`;

export const personHeader = '户编号|姓名|证件号码|民族|与户主关系|劳动能力|在校状态|人员编号';
export const personCsv = `
${personHeader}
H-0001|${people.wang.name}|${people.wang.id}|汉族|本人|1|8|P-0001
H-0001|${people.li.name}|${people.li.id}|布依族|配偶|1|8|P-0002
H-0001|${people.child.name}|${people.child.id}|汉族|子|5|3|P-0003
H-0002|${people.zhao.name}|${people.zhao.id}|苗族|本人|1|8|P-0004`;

/** Fills the three settlements, their places, two households and four persons, as of 2024-01-01. */
export async function settle(house: Parts, dataDate = '2024-01-01'): Promise<ImportReport[]> {
  const reports: ImportReport[] = [];
  for (const text of [settlementCsv, communityCsv, buildingCsv, householdCsv, personCsv]) reports.push(await send(house, text, { dataDate }));
  return reports;
}

/** Problems of a report as lines: effect, row and column, code. */
export const lines = ({ problem, problems }: ImportReport): string[] => [
  ...(problem ? [problem.code] : []),
  ...problems.map(({ effect, row, column, code }) => `${effect} ${column ?? ''}${row} ${code}`),
];
