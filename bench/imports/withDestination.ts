/** An empty database and a folder to bring lists into; both go afterwards. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BenchPlace } from '../figure.ts';
import type { Destination } from './bringList.ts';
import { withScratchDatabase } from './scratchDatabase.ts';

/** Lends a destination to some work. */
export async function withDestination<T>({ machine }: BenchPlace, work: (to: Destination) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'anju-bench-'));
  try {
    return await withScratchDatabase(machine, (database) => work({ database, folder }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
