/** Brings lists of rows into a database, each as a file and in a process of its own. */
import { join } from 'node:path';
import type { Database } from '../../src/platform/database/database.ts';
import { writeCsv } from '../../src/platform/files/write/writeCsv.ts';
import { writeWorkbook } from '../../src/platform/files/write/writeWorkbook.ts';
import { inOtherProcess } from '../otherProcess.ts';
import { until } from '../prefecture.ts';
import type { ImportAnswer, ImportTask } from './importOnce.ts';
import { placesFor, type Table } from './peopleLists.ts';

export type Form = 'csv' | 'xlsx';

/** A database that lists are brought into, and the folder for their files and the keys. */
export interface Destination {
  readonly database: Database;
  readonly folder: string;
}

/** Imports a file, of which all rows must be new; a try does everything but keep them. */
export async function bringList(
  { database, folder }: Destination,
  path: string,
  register: string,
  rows: number,
  dryRun = false,
): Promise<ImportAnswer> {
  const answer = await inOtherProcess<ImportTask, ImportAnswer>(new URL('./importOnce.ts', import.meta.url), {
    url: database.url,
    dataFolder: folder,
    path,
    register,
    day: until,
    dryRun,
  });
  if (answer.added !== rows) throw new Error(`${answer.added} of ${rows} rows of ${register} were added: ${answer.problems.join(' ')}`);
  return answer;
}

/** Writes a table as a file of the folder; answers its path. */
export async function writeList({ folder }: Destination, name: string, form: Form, { header, rows }: Table): Promise<string> {
  const path = join(folder, `${name}.${form}`);
  if (form === 'csv') await writeCsv(path, header, rows());
  else await writeWorkbook(path, { sheets: [{ name: 'list', columns: header.map((text) => ({ header: text })), rows: rows() }] });
  return path;
}

/** Brings the places and households of so many people. */
export async function bringPlaces(to: Destination, people: number): Promise<void> {
  for (const [register, table] of Object.entries(placesFor(people)))
    await bringList(to, await writeList(to, register, 'csv', table), register, countRows(table));
}

function countRows(table: Table): number {
  let count = 0;
  for (const _row of table.rows()) count += 1;
  return count;
}
