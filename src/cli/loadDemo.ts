/** The demonstration that `start --demo` loads once: a small make-believe prefecture, imported, evaluated month by month up to today, and worked on in the last weeks. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import sql from 'sql-template-tag';
import { importPaths } from '#features/imports/importPaths.ts';
import { findMark, setMark } from '#platform/database/installation.ts';
import { freeMegabytes } from '#platform/embedded/serverHome.ts';
import type { Machine } from '#platform/machine.ts';
import { defineProblems } from '#platform/problems/problem.ts';
import { writeSample } from '#sample/writeSample.ts';
import { commandActor } from './commandActor.ts';
import { liveDemo } from './demo/liveDemo.ts';
import { type CommonOptions, say, startProgress } from './terminal.ts';

const people = 20_000;
const months = 12;
const evaluatedMonths = 11;
const sheetsStem = 'demo-';
/** Of the embedded server and the sheets; on a server of their own the sheets alone. */
const neededMegabytes = { embedded: 1200, server: 200 };

const problems = defineProblems('demo', {
  'too-little-room': {
    kind: 'broken',
    zh: '磁盘空间不足：{folder} 所在磁盘只剩 {free} MB，演示数据约需 {needed} MB。请腾出空间后重试，或用 --data 指定另一个文件夹。',
    en: 'Too little room: {free} MB left where {folder} lies, and the demonstration needs about {needed} MB. Free some space and try again, or name another folder with --data.',
  },
});

/** Loads the demonstration into an empty house; one that was interrupted is loaded again. Does nothing where it stands, or where other data are. */
export async function loadDemo(house: Machine, options: CommonOptions): Promise<void> {
  sweepSheets(house.settings.dataFolder);
  const state = await findMark(house.database, 'demo');
  if (state === 'loaded') return;
  const { filled } = await house.database.one<{ filled: boolean }>(sql`select exists (select from import_run) as filled`);
  if (filled && state === undefined) {
    say('已有数据，不载入演示数据。', 'There are data already; the demonstration is not loaded.');
    return;
  }
  const { dataFolder, databaseUrl } = house.settings;
  const free = freeMegabytes(dataFolder);
  const needed = neededMegabytes[databaseUrl === undefined ? 'embedded' : 'server'];
  if (free < needed) throw problems['too-little-room']({ folder: dataFolder, free, needed });
  await setMark(house.database, 'demo', 'loading');
  say(`正在载入演示数据（虚构的 ${people} 人，只在首次启动时）…`, `Loading the demonstration (${people} made-up people, only at the first start)…`);
  const folder = mkdtempSync(join(dataFolder, sheetsStem));
  try {
    await writeFiles(folder, options);
    await importFiles(house, folder, options);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  await liveMonths(house, options);
  await setMark(house.database, 'demo', 'loaded');
}

/** The sheets of a load that was killed are not kept: names and numbers stand in them openly. */
function sweepSheets(dataFolder: string): void {
  for (const name of readdirSync(dataFolder)) if (name.startsWith(sheetsStem)) rmSync(join(dataFolder, name), { recursive: true, force: true });
}

async function writeFiles(folder: string, options: CommonOptions): Promise<void> {
  const progress = startProgress('生成 sample', options);
  await writeSample({ out: folder, people, months, faults: true, onProgress: ({ done, total, file }) => progress.at(done, total, file) }).finally(
    progress.stop,
  );
}

async function importFiles(house: Machine, folder: string, options: CommonOptions): Promise<void> {
  const progress = startProgress('导入 import', options);
  try {
    const order = { statedBy: '演示 demo' };
    const reports = importPaths({ ...house, dataFolder: house.settings.dataFolder, actor: commandActor() }, [folder], order, ({ file, done, of }) =>
      progress.at(done, of, file),
    );
    for await (const _report of reports);
  } finally {
    progress.stop();
  }
}

/** The ends of the past months, then today: the ledger of warnings moves forward as it would have, and people work on what it finds. */
async function liveMonths(house: Machine, options: CommonOptions): Promise<void> {
  const progress = startProgress('评估 evaluate', options);
  const today = house.clock.today();
  await liveDemo(house, [...monthEnds(today), today], progress.at).finally(progress.stop);
}

/** The last days of the months before this one, the earliest first. */
function monthEnds(today: string): string[] {
  const [year = 0, month = 0] = today.split('-').map(Number);
  return Array.from({ length: evaluatedMonths }, (_, at) => new Date(Date.UTC(year, month - evaluatedMonths + at, 0)).toISOString().slice(0, 10));
}
