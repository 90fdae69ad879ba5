/** Whole evaluations of random worlds: findings and numbers as stored agree with the evaluator written from the specification. */
import sql from 'sql-template-tag';
import { expect, test } from 'vitest';
import { areaNumbers } from '#features/boards/areaNumbers.ts';
import { readAreaTree } from '#features/areas/areaTree.ts';
import { evaluate, monthOf } from '#features/evaluation/evaluate.ts';
import { listFindings } from '#features/evaluation/listFindings.ts';
import { momentOf } from '#features/evaluation/moment.ts';
import { createTestDatabase } from '#platform/database/testDatabase.ts';
import type { Database } from '#platform/database/database.ts';
import { loadWorld } from '../facts/loadWorld.ts';
import { findingsAt } from '../reference/findingsAt.ts';
import { indicatorsAt } from '../reference/indicatorsAt.ts';
import type { Parameters } from '../reference/items.ts';
import { randomWorld, smallWorldParameters } from '../reference/randomWorld.ts';

const worlds = Number(process.env.ANJU_WORLDS ?? 4);
const firstWorld = Number(process.env.ANJU_FIRST_WORLD ?? 101);
const longAgo = new Date('2000-01-01T00:00:00Z');

async function publish(database: Database, parameters: Parameters): Promise<void> {
  await database.execute(sql`insert into standard_version (version, effective_from, published_by) values ('small', '2000-01-01', 'test')`);
  for (const [item, values] of Object.entries(parameters)) {
    for (const [name, value] of Object.entries(values)) {
      await database.execute(sql`
        insert into standard_parameter (version, item_code, name, value) values ('small', ${item === 'shared' ? '*' : item}, ${name}, ${value})`);
    }
  }
}

test.each(Array.from({ length: worlds }, (_, index) => firstWorld + index))('random world %i, evaluated on each of its days', async (seed) => {
  const { database, drop } = await createTestDatabase();
  try {
    const world = randomWorld(seed);
    await database.transaction((tx) => loadWorld(tx, world));
    await publish(database, smallWorldParameters);
    for (const day of [...world.looks].sort()) {
      await evaluate(database, { day, moment: momentOf(day, longAgo) });
      const stored = await database.transaction((tx) => listFindings(tx, monthOf(day)));
      const expected = findingsAt(world, day, smallWorldParameters).filter(({ level }) => level !== 'none' && level !== 'not_applicable');
      const line = (item: string, subject: string, level: string): string => `${item} ${subject} ${level}`;
      expect([day, ...stored.map((row) => line(row.item, row.subject_key, row.level)).sort()]).toEqual([
        day,
        ...expected.map((row) => line(row.item, row.subject, row.level)).sort(),
      ]);
      const tree = await readAreaTree(database);
      const settlements = [...tree.nodes.values()].filter((node) => node.level === 'settlement').map((node) => node.code);
      const numbers = await areaNumbers(database, tree, monthOf(day), [...settlements, '522300']);
      const reference = new Map(indicatorsAt(world, day, smallWorldParameters).map((row) => [`${row.area}/${row.item}`, row]));
      for (const number of numbers) {
        const row = reference.get(`${number.area}/${number.item}`) ?? { numerator: 0, denominator: 0, unknown: 0 };
        expect({
          day,
          area: number.area,
          item: number.item,
          numerator: number.numerator,
          denominator: number.denominator,
          unknown: number.unknown,
        }).toEqual({
          day,
          area: number.area,
          item: number.item,
          numerator: row.numerator,
          denominator: row.denominator,
          unknown: row.unknown,
        });
      }
    }
  } finally {
    await drop();
  }
});
