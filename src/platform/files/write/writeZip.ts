/** Writes a zip package part by part, as a stream with back-pressure; a file appears under its name only when it is whole. */
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';

/** One part; its content is asked for when its turn comes, after all parts before it are written. */
export interface ZipPart {
  readonly name: string;
  readonly content: () => Promise<string | Readable> | string | Readable;
}

/** Where a file goes: a path, or a stream that is ended. */
export type FileTarget = string | Writable;

/** The same rows give the same bytes: the time inside the package is fixed. */
const partTime = new Date(2020, 0, 1);
const compressionLevel = 3;

/** Writes all parts in their order. */
export async function writeZip(target: FileTarget, parts: Iterable<ZipPart>): Promise<void> {
  const zip = new ZipFile();
  const options = { mtime: partTime, forceDosTimestamp: true, compressionLevel };
  const fail = (cause: unknown): void => void (zip.outputStream as Readable).destroy(cause instanceof Error ? cause : new Error(String(cause)));
  zip.on('error', fail);
  for (const { name, content } of parts) {
    zip.addReadStreamLazy(name, options, (give) => {
      Promise.resolve()
        .then(content)
        .then((found) => {
          const stream = typeof found === 'string' ? Readable.from([Buffer.from(found)]) : found;
          stream.on('error', fail);
          give(null, stream);
        })
        .catch(fail);
    });
  }
  zip.end();
  await writeWhole(target, zip.outputStream as Readable);
}

/** Streams into the target; a path is written beside its place and moved there at the end. */
export async function writeWhole(target: FileTarget, bytes: Readable): Promise<void> {
  if (typeof target !== 'string') return pipeline(bytes, target);
  const unfinished = `${target}.part`;
  try {
    await pipeline(bytes, createWriteStream(unfinished));
    await rename(unfinished, target);
  } catch (cause) {
    await rm(unfinished, { force: true });
    throw cause;
  }
}
