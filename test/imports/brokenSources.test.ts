/** What is handed in may be no file, and a marked copy may have no place: each is answered with a sentence, and nothing hangs or breaks. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seedCalendar } from '#features/calendar/calendar.ts';
import { importPaths } from '#features/imports/importPaths.ts';
import { importFile } from '#features/imports/importFile.ts';
import type { ImportReport } from '#features/imports/report.ts';
import { csv, openTestHouse, settlementCsv, type TestHouse } from './house.ts';

let house: TestHouse;
const folder = mkdtempSync(join(tmpdir(), 'anju-sources-'));
const place = (name: string): string => join(folder, name);

beforeAll(async () => {
  house = await openTestHouse();
  writeFileSync(place('good.csv'), csv(settlementCsv));
  mkdirSync(place('folder'));
  symlinkSync('/dev/zero', place('endless.csv'));
});
afterAll(async () => {
  await house.close();
  rmSync(folder, { recursive: true });
});

async function imported(paths: readonly string[], order = {}): Promise<ImportReport[]> {
  const reports: ImportReport[] = [];
  for await (const report of importPaths(house, paths.map(place), { mode: 'changes', ...order })) reports.push(report);
  return reports;
}

test('what is missing, a device or a folder without a list is refused, and the good file beside it is in', async () => {
  const reports = await imported(['none.xlsx', 'endless.csv', 'folder', 'good.csv']);
  expect(reports.map(({ file, problem, added }) => [file, problem?.code, added])).toEqual([
    ['folder', 'imports.manifest-missing', 0],
    ['good.csv', undefined, 3],
    ['none.xlsx', 'files.not-found', 0],
    ['endless.csv', 'files.unreadable', 0],
  ]);
});

test('a marked copy that has no place is refused before anything is stored', async () => {
  const [report] = await importFile(house, { source: place('good.csv'), fileName: 'good.csv', marked: place('none/out.xlsx') });
  expect([report?.import, report?.problem?.code]).toEqual([null, 'imports.marked-not-writable']);
});

test('a marked copy that fails later is a note on what was stored', async () => {
  writeFileSync(place('bad.csv'), csv('安置点编码|安置点名称|所在县|设计户数\n522301A009|新|兴义市|许多'));
  mkdirSync(place('out.xlsx.part'));
  const [report] = await importFile(house, { source: place('bad.csv'), fileName: 'bad.csv', register: 'settlement', marked: place('out.xlsx') });
  expect([report?.state, report?.refused, report?.notes.map(({ code }) => code)]).toEqual([
    'stored',
    1,
    expect.arrayContaining(['imports.marked-not-written']),
  ]);
});

test('what a killed process left half received is swept, and the file of a running one stays', async () => {
  const uploads = join(house.dataFolder, 'uploads');
  const dead = [join(uploads, 'receiving-999999999-1-x.part'), join(tmpdir(), 'anju-upload-999999999-1-x')];
  const alive = join(uploads, `receiving-${process.pid}--x.part`);
  for (const path of [...dead, alive]) writeFileSync(path, '');
  await imported(['good.csv']);
  expect([...dead, alive].map((path) => existsSync(path))).toEqual([false, false, true]);
  expect(readdirSync(uploads).filter((name) => name.endsWith('.part'))).toHaveLength(1);
});

test('two first commands at once both find the calendar', async () => {
  const seed = (): Promise<void> => house.database.transaction((tx) => seedCalendar(tx));
  await Promise.all([seed(), seed()]);
});
