/** Seals the uploaded files anew: each beside the old one, which it replaces when it is whole. */
import { createReadStream, createWriteStream } from 'node:fs';
import { open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Keys } from '../crypto/keys.ts';

const renewedEnding = '.renewed';

/** Number of sealed files by the version in their first byte. */
export async function countUploads(folder: string): Promise<Map<number, number>> {
  const counts = new Map<number, number>();
  for (const file of await listFiles(folder)) {
    const version = await versionOf(file);
    if (version !== undefined) counts.set(version, (counts.get(version) ?? 0) + 1);
  }
  return counts;
}

/** Renews what is sealed with another version; answers the files that could not be opened, and stay. */
export async function renewUploads(keys: Keys, folder: string, onRenewed: () => void): Promise<string[]> {
  const unopened: string[] = [];
  for (const file of await listFiles(folder)) {
    const version = await versionOf(file);
    if (version === undefined || version === keys.version || file.endsWith('.part')) continue;
    const renewed = `${file}${renewedEnding}`;
    try {
      await pipeline(createReadStream(file), keys.openStream(), keys.sealStream(), createWriteStream(renewed, { mode: 0o600, flush: true }));
      await rename(renewed, file);
      onRenewed();
    } catch (error) {
      await rm(renewed, { force: true });
      if ((error as { code?: string }).code !== 'crypto.not-opened') throw error;
      unopened.push(file);
    }
  }
  return unopened;
}

/** What a crashed upload left behind is no upload; one that is being written is waited for. */
const longestUpload = 3_600_000;

async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile() && !entry.name.endsWith(renewedEnding)).map((entry) => join(entry.parentPath, entry.name));
  const living: string[] = [];
  for (const file of files) {
    if (!file.endsWith('.part') || Date.now() - ((await stat(file).catch(() => undefined))?.mtimeMs ?? 0) < longestUpload) living.push(file);
  }
  return living;
}

/** The first byte; undefined for an empty file and one that has just gone. */
async function versionOf(file: string): Promise<number | undefined> {
  const handle = await open(file).catch(() => undefined);
  if (handle === undefined) return undefined;
  const { bytesRead, buffer } = await handle.read(Buffer.alloc(1), 0, 1, 0).finally(() => handle.close());
  return bytesRead === 0 ? undefined : buffer[0];
}
