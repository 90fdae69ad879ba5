/** Imports large lists and tells how fast and with how much memory, beside a bare COPY of the same rows. */
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { Database } from '../../src/platform/database/database.ts';
import type { BenchPlace, Figure } from '../figure.ts';
import { seconds } from '../timing.ts';
import { bringList, bringPlaces, type Form, writeList } from './bringList.ts';
import type { ImportAnswer } from './importOnce.ts';
import { measureMemory } from './measureMemory.ts';
import { employmentList, personList } from './peopleLists.ts';
import { withDestination } from './withDestination.ts';

/** Rows of a list at the size of the prefecture; fewer people make shorter lists. */
const mostRows = 300_000;
const mostMemory = 600;
const mostCopies = 10;

/** Measures the lists in one form of file. */
export async function measureImport(place: BenchPlace, form: Form, leastRows: number): Promise<Figure[]> {
  const rows = Math.min(mostRows, place.people);
  const speed = await withDestination(place, async (to) => {
    await bringPlaces(to, rows);
    const figures: Figure[] = [];
    for (const [register, table, name] of [
      ['person', personList(rows), 'people, all of them new'],
      ['employment', employmentList(rows), 'work, people found by their numbers'],
    ] as const) {
      const csv = await writeList(to, `${register}-list`, 'csv', table);
      const path = form === 'csv' ? csv : await writeList(to, `${register}-list`, form, table);
      const copied = await copyBarely(to.database, csv, table.header.length);
      figures.push(...tell(name, rows, await bringList(to, path, register, rows), copied, form, leastRows));
    }
    return figures;
  });
  return [...speed, ...(await measureMemory(place, form, Math.round(rows / 3)))];
}

function tell(name: string, rows: number, answer: ImportAnswer, copied: number, form: Form, leastRows: number): Figure[] {
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
