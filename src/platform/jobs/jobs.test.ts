/** Jobs: they exist when their transaction commits, one for a key, and are tried again when they fail. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../database/testDatabase.ts';
import sql from 'sql-template-tag';
import { countJobs, queueJob, type RunningJobs, startJobs } from './jobs.ts';

let one: TestDatabase;
let jobs: RunningJobs;
const done: unknown[] = [];

beforeAll(async () => {
  one = await createTestDatabase();
});
afterAll(async () => {
  await jobs?.stop();
  await one.drop();
});

test('a job of a transaction that was rolled back never was', async () => {
  const work = one.database.transaction(async (tx) => {
    await queueJob(tx, 'note', { n: 0 });
    throw new Error('no');
  });
  await expect(work).rejects.toThrow('no');
  expect(await countJobs(one.database)).toBe(0);
});

test('jobs with one key become one; they run when the runner starts', async () => {
  await one.database.transaction(async (tx) => {
    await queueJob(tx, 'note', { n: 1 }, { key: 'a' });
    await queueJob(tx, 'note', { n: 2 }, { key: 'a' });
    await queueJob(tx, 'note', { n: 3 });
  });
  jobs = await startJobs(one.database, { note: async (payload) => void done.push(payload) }, { schedule: { note: '30 5 * * *' } });
  await vi.waitFor(() => expect(done).toHaveLength(2), 30_000);
  expect(done).toEqual(expect.arrayContaining([{ n: 2 }, { n: 3 }]));
});

test('a queued job is taken at once', async () => {
  // Without a call each would lie until the runner looks by itself, two seconds after the one before; a slow machine delays some, not all.
  const times: number[] = [];
  for (let n = 10; n < 15; n += 1) {
    const start = performance.now();
    await queueJob(one.database, 'note', { n });
    await vi.waitFor(() => expect(done).toContainEqual({ n }), 30_000);
    times.push(performance.now() - start);
  }
  expect(Math.min(...times.slice(1))).toBeLessThan(1500);
});

test('a job that a killed process had begun runs again when the next one starts', async () => {
  const other = await createTestDatabase();
  const seen: unknown[] = [];
  await other.database.transaction((tx) => queueJob(tx, 'note', { n: 7 }, { key: 'left', queue: 'one' }));
  await other.database.execute(sql`update graphile_worker._private_jobs set locked_at = now(), locked_by = 'gone', attempts = 1`);
  await other.database.execute(sql`update graphile_worker._private_job_queues set locked_at = now(), locked_by = 'gone'`);
  const next = await startJobs(other.database, { note: async (payload) => void seen.push(payload) });
  await vi.waitFor(() => expect(seen).toEqual([{ n: 7 }]), 30_000);
  await next.stop();
  await other.drop();
});
