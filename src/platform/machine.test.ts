/** The machine room on a server of somebody else: what it keeps itself, it makes itself. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { keyFile } from './crypto/keySource.ts';
import { createTestDatabase } from './database/testDatabase.ts';
import { openMachine } from './machine.ts';

test('a data folder that is not there yet is made, whatever server is used', async () => {
  const one = await createTestDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'anju-machine-'));
  const dataFolder = join(folder, 'new', 'data');
  try {
    const machine = await openMachine({ dataFolder, databaseUrl: one.database.url, hosts: [] }, { role: 'command', command: 'test' });
    expect(existsSync(keyFile(dataFolder))).toBe(true);
    await machine.close();
  } finally {
    await one.drop();
    rmSync(folder, { recursive: true });
  }
});
