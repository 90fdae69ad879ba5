/** Imports large lists and tells how fast and with how much memory, beside a bare COPY of the same rows. */
import { createReadStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Database } from '../../src/platform/database/database.ts';
import { writeCsv } from '../../src/platform/files/write/writeCsv.ts';
import { writeWorkbook } from '../../src/platform/files/write/writeWorkbook.ts';
import type { BenchPlace, Figure } from '../figure.ts';
import { inOtherProcess } from '../otherProcess.ts';
import { until } from '../prefecture.ts';
import { seconds } from '../timing.ts';
import type { ImportAnswer, ImportTask } from './importOnce.ts';
import { employmentList, personList, placesFor, type Table } from './peopleLists.ts';
import { withScratchDatabase } from './scratchDatabase.ts';

/** Rows of a list at the size of the prefecture; fewer people make shorter lists. */
const mostRows = 300_000;
const mostMemory = 600;
const mostCopies = 10;

/** Measures the lists in one form of file. */
export async function measureImport({ people, machine }: BenchPlace, form: 'csv' | 'xlsx', leastRows: number): Promise<Figure[]> {
  const rows = Math.min(mostRows, people);
  const folder = mkdtempSync(join(tmpdir(), 'anju-bench-'));
  try {
    return await withScratchDatabase(machine, async (database) => {
      const bring = async (path: string, register: string, wished: number): Promise<ImportAnswer> => {
        const answer = await inOtherProcess<ImportTask, ImportAnswer>(new URL('./importOnce.ts', import.meta.url), {
          url: database.url,
          dataFolder: folder,
          path,
          register,
          day: until,
        });
        if (answer.added !== wished) throw new Error(`${answer.added} of ${wished} rows of ${register} were added: ${answer.problems.join(' ')}`);
        return answer;
      };
      for (const [register, table] of Object.entries(placesFor(rows))) {
        const path = join(folder, `${register}.csv`);
        await writeCsv(path, table.header, table.rows());
        await bring(path, register, countRows(table));
      }
      const figures: Figure[] = [];
      for (const [register, table, name] of [
        ['person', personList(rows), 'people, all of them new'],
        ['employment', employmentList(rows), 'work, people found by their numbers'],
      ] as const) {
        const [csv, sheet] = [join(folder, `${register}-list.csv`), join(folder, `${register}-list.xlsx`)];
        await writeCsv(csv, table.header, table.rows());
        if (form === 'xlsx')
          await writeWorkbook(sheet, { sheets: [{ name: 'list', columns: table.header.map((header) => ({ header })), rows: table.rows() }] });
        const copied = await copyBarely(database, csv, table.header.length);
        const answer = await bring(form === 'csv' ? csv : sheet, register, rows);
        figures.push(...tell(name, rows, answer, copied, form, leastRows));
      }
      return figures;
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function tell(name: string, rows: number, answer: ImportAnswer, copied: number, form: 'csv' | 'xlsx', leastRows: number): Figure[] {
  const ratio = answer.seconds / copied;
  return [
    { name: `${rows.toLocaleString('en')} × 20, ${name}`, value: rows / answer.seconds, unit: 'rows/s', goal: { atLeast: leastRows } },
    {
      name: '· time',
      value: answer.seconds,
      unit: 's',
      baselines: [{ name: 'a bare COPY of the same rows as csv', value: copied, ratio, ...(form === 'csv' && { goal: { atMost: mostCopies } }) }],
    },
    { name: '· most memory of the process', value: answer.memory, unit: 'MB', goal: { atMost: mostMemory } },
  ];
}

function countRows(table: Table): number {
  let count = 0;
  for (const _row of table.rows()) count += 1;
  return count;
}

/** Seconds of a COPY of a csv file into a table of texts, committed. */
async function copyBarely(database: Database, path: string, columns: number): Promise<number> {
  const names = Array.from({ length: columns }, (_, place) => `c${place} text`);
  await database.transaction((tx) => tx.raw(`create table copied (${names.join(', ')})`));
  const taken = await seconds(() =>
    database.transaction((tx) => pipeline(createReadStream(path), tx.copyFrom('copy copied from stdin (format csv, header)'))),
  );
  await database.transaction((tx) => tx.raw('drop table copied'));
  return taken;
}
