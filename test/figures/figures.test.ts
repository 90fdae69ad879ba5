/** The published figures of random worlds agree with the plain evaluator written from the specification. */
import { expect, test } from 'vitest';
import { platformActor } from '#features/audit/actor.ts';
import { computeFigures } from '#features/figures/computeFigures.ts';
import { setGoLive } from '#features/standards/settings.ts';
import { createTestDatabase } from '#platform/database/testDatabase.ts';
import { loadWorld } from '../facts/loadWorld.ts';
import { figuresAt } from '../reference/figuresAt.ts';
import { randomWorld } from '../reference/randomWorld.ts';

const longAgo = new Date('2000-01-01T00:00:00Z');

test.each([201, 202, 203, 204])('figures of random world %i', async (seed) => {
  const { database, drop } = await createTestDatabase();
  try {
    const world = randomWorld(seed);
    await database.transaction((tx) => loadWorld(tx, world));
    await database.transaction((tx) => setGoLive(tx, platformActor, world.goLive ?? null));
    for (const year of [2023, 2024]) {
      const expected = figuresAt(world, year);
      const computed = await computeFigures(database, year, longAgo);
      expect(computed).toHaveLength(30);
      // Worlds are loaded without the sealed numbers by which building leaders are told apart.
      for (const { id, value, decimals } of computed.filter((figure) => figure.id !== 'building_leaders')) {
        const plain = expected[id as keyof typeof expected] as number | null;
        if (plain === null || value === null) expect({ seed, year, id, value }).toEqual({ seed, year, id, value: plain });
        else
          expect(Math.abs(Number(value) - plain), `${seed} ${year} ${id}: ${value} against ${plain}`).toBeLessThanOrEqual(
            0.5 * 10 ** -decimals + 1e-9,
          );
      }
    }
  } finally {
    await drop();
  }
});
