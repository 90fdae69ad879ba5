/** Keeps the files that were sent: sealed, in the data folder, under their fingerprint. */
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { buffer } from 'node:stream/consumers';
import { createReadStream } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { maskOpenNumbers } from '#derive/maskOpenNumbers.ts';
import { folderProblem } from '#platform/embedded/serverHome.ts';
import type { Keys } from '#platform/crypto/keys.ts';
import type { Queryable } from '#platform/database/database.ts';
import { type FileSource, streamBytes } from '#platform/files/source.ts';
import sql from 'sql-template-tag';
import { uploadsFolder } from '#platform/settings/settings.ts';
import { ownStem } from './leftBehind.ts';
import { importProblems } from './problems.ts';

export interface KeptUpload {
  readonly sha256: string;
  readonly bytes: number;
}

const pathOf = (dataFolder: string, sha256: string): string => join(uploadsFolder(dataFolder), `${sha256}.sealed`);

/** Keeps a file and answers its fingerprint; one that is there already is not written twice. */
export async function keepUpload(dataFolder: string, keys: Keys, source: FileSource): Promise<KeptUpload> {
  await mkdir(uploadsFolder(dataFolder), { recursive: true, mode: 0o700 });
  const unfinished = join(uploadsFolder(dataFolder), `${ownStem('receiving-')}${randomUUID()}.part`);
  const { hash, meter } = fingerprinting();
  try {
    await pipeline(streamBytes(source), meter, keys.sealStream(), createWriteStream(unfinished, { mode: 0o600 }));
    const { sha256, bytes } = hash();
    const known = await stat(pathOf(dataFolder, sha256)).catch(() => undefined);
    if (known) await rm(unfinished);
    else await rename(unfinished, pathOf(dataFolder, sha256));
    return { sha256, bytes };
  } catch (error) {
    await rm(unfinished, { force: true });
    throw folderProblem(error, dataFolder);
  }
}

/** Fingerprint of a file that is only tried out. */
export async function fingerprint(source: FileSource): Promise<KeptUpload> {
  const { hash, meter } = fingerprinting();
  await pipeline(streamBytes(source), meter, async (chunks) => {
    for await (const _ of chunks);
  });
  return hash();
}

/** Writes down that a file is kept. */
export async function recordUpload(
  database: Queryable,
  { fileName, statedBy = '' }: { readonly fileName: string; readonly statedBy?: string },
  { sha256, bytes }: KeptUpload,
): Promise<void> {
  await database.execute(sql`
    insert into upload (sha256, file_name, bytes, uploaded_by) values (${sha256}, ${maskOpenNumbers(fileName)}, ${bytes}, ${statedBy}) on conflict (sha256) do nothing`);
}

/** Whether a file that was kept still lies there. */
export async function isKept(dataFolder: string, sha256: string): Promise<boolean> {
  return (await stat(pathOf(dataFolder, sha256)).catch(() => undefined)) !== undefined;
}

/** The bytes of a kept file. */
export async function openUpload(dataFolder: string, keys: Keys, sha256: string): Promise<Buffer> {
  return buffer(await streamUpload(dataFolder, keys, sha256));
}

/** The bytes of a kept file as they come. Throws `imports.upload-gone`. */
export async function streamUpload(dataFolder: string, keys: Keys, sha256: string): Promise<Readable> {
  if (!(await isKept(dataFolder, sha256))) throw importProblems['upload-gone']();
  return createReadStream(pathOf(dataFolder, sha256)).pipe(keys.openStream());
}

function fingerprinting(): { meter: Transform; hash: () => KeptUpload } {
  const sha = createHash('sha256');
  let bytes = 0;
  const meter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      sha.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  return { meter, hash: () => ({ sha256: sha.digest('hex'), bytes }) };
}
