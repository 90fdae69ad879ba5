/** No identity number and no phone lies open anywhere in the data folder: rows, history, refused and waiting rows, uploads, evidence, the database's own files and logs. */
import { chmodSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sql from 'sql-template-tag';
import { expect, test } from 'vitest';
import { prepareStandard } from '#cli/withHouse.ts';
import { platformActor } from '#features/audit/actor.ts';
import { evaluate } from '#features/evaluation/evaluate.ts';
import { momentOf } from '#features/evaluation/moment.ts';
import { undoImport } from '#features/imports/undoImport.ts';
import { jumpableClock } from '#platform/clock/clock.ts';
import { openMachine } from '#platform/machine.ts';
import { counts, householdHeader, idNumber, people, personHeader, send, settle, type TestHouse } from './imports/house.ts';

const phone = '13912345678';
const newcomer = idNumber('1991-11-11', 9);
const refused = idNumber('1992-12-12', 11);
const waiting = idNumber('1993-01-13', 13);
const undone = idNumber('1994-02-14', 15);
const sentinels = [phone, newcomer, refused, waiting, undone, ...Object.values(people).map(({ id }) => id)];

test('a number that was imported in every way is found in no file', async () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'anju-sentinel-')));
  chmodSync(folder, 0o755);
  const dataFolder = join(folder, 'data');
  const machine = await openMachine({ dataFolder, hosts: [] }, { role: 'command', command: 'test' });
  try {
    await prepareStandard(machine);
    const house: TestHouse = { ...machine, clock: jumpableClock('2024-06-30'), dataFolder, actor: platformActor };
    await importInEveryWay(house);
    await evaluate(machine.database, { day: '2024-06-30', moment: momentOf('2024-06-30', house.clock.now()) });
    // What is in memory goes to the disk, in the tables as well as in the log of changes.
    await machine.database.execute(sql`checkpoint`);
    const { sealed } = await machine.database.one<{ sealed: Buffer }>(sql`select id_no as sealed from person where name = '新来'`);
    expect(machine.keys.openText(sealed)).toBe(newcomer);
  } finally {
    await machine.close();
  }
  const files = listFiles(dataFolder);
  expect(files.length).toBeGreaterThan(500);
  expect(files.some((file) => file.includes('/uploads/'))).toBe(true);
  const found = files.flatMap((file) => sentinelsIn(readFileSync(file)).map((sentinel) => `${sentinel} in ${file}`));
  expect(found).toEqual([]);
  expect(sentinelsIn(Buffer.from(`x${phone}x`))).toEqual([phone]);
  expect(sentinelsIn(Buffer.from(Buffer.from(`ab${phone}yz`).toString('base64')))).toEqual([phone]);
  rmSync(folder, { recursive: true });
});

async function importInEveryWay(house: TestHouse): Promise<void> {
  await settle(house);
  const members = `
    ${personHeader}|联系电话
    H-0001|新来|${newcomer}|汉族|子|1|8|P-0009|${phone}
    H-0001|退回|${refused}|没有这个民族|子|1|8|P-0010|${phone}`;
  expect(counts(await send(house, members, { dataDate: '2024-02-01' }))).toEqual([1, 0, 0, 1, 0]);
  const changed = `
    ${householdHeader}
    H-0001|${people.wang.name}|${people.wang.id}|兴义市|某乡某村|栗坪安置点|栗坪社区|1栋|1|102|2018-05-01|2018|1|3|3|2|${phone}|1`;
  expect(counts(await send(house, changed, { dataDate: '2024-03-01' }))).toEqual([0, 1, 0, 0, 0]);
  const jobs = `
    身份证号|姓名|就业状态|就业形式|务工地|就业时间|求职意愿|确认方式|确认日期|欠薪天数|失业日期
    ${waiting}|等待|就业|1|兴义市|2023-05-01|一般|1|2024-02-01|0|
    ${newcomer.toLowerCase()}|新来|未就业有意愿||||强|1|2024-02-01||2024-01-01`;
  expect(counts(await send(house, jobs, { dataDate: '2024-02-01' }))[4]).toBe(1);
  const taken = await send(house, `${personHeader}\nH-0002|撤销|${undone}|汉族|子|1|8|P-0011`, { dataDate: '2024-04-01' });
  await undoImport(house, taken.import ?? 0);
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** The sentinels that the bytes show as text, as wide text, in hexadecimal, or in base 64 at any of its three places. */
function sentinelsIn(bytes: Buffer): string[] {
  return sentinels.filter((sentinel) => {
    const text = Buffer.from(sentinel);
    const inBase64 = [0, 1, 2].map((shift) =>
      Buffer.concat([Buffer.alloc(shift), text])
        .toString('base64')
        .slice(shift === 0 ? 0 : shift + 1)
        .replace(/..=*$/, ''),
    );
    return [text, Buffer.from(sentinel, 'utf16le'), text.toString('hex'), ...inBase64].some((form) => bytes.includes(form));
  });
}
