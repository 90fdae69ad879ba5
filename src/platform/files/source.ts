/** The bytes of a file, wherever they are: on disk or in memory. */
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { systemReason } from '#platform/problems/systemReason.ts';
import { fileProblems } from './problems.ts';

/** A file by its path, or its bytes. */
export type FileSource = string | Buffer;

/** Number of bytes; refuses what is not a readable file. */
export async function sizeOf(source: FileSource): Promise<number> {
  if (typeof source !== 'string') return source.length;
  try {
    const found = await stat(source);
    if (!found.isFile()) throw fileProblems.unreadable({ file: source, reason: '不是普通文件', reasonEn: 'not a file' });
    return found.size;
  } catch (cause) {
    throw asReadingProblem(source, cause);
  }
}

/** Up to `length` bytes from `start`. */
export async function readBytes(source: FileSource, start: number, length: number): Promise<Buffer> {
  if (typeof source !== 'string') return source.subarray(start, start + length);
  try {
    const file = await open(source, 'r');
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, start);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (cause) {
    throw asReadingProblem(source, cause);
  }
}

/** All bytes as a stream of large chunks. */
export function streamBytes(source: FileSource): Readable {
  return Readable.from(typeof source === 'string' ? chunks(source) : slices(source), { objectMode: false, highWaterMark: 2 ** 16 });
}

async function* chunks(path: string): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 2 ** 16 })) yield chunk as Buffer;
  } catch (cause) {
    throw asReadingProblem(path, cause);
  }
}

function* slices(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += 2 ** 16) yield bytes.subarray(at, at + 2 ** 16);
}

function asReadingProblem(file: string, cause: unknown): unknown {
  if (!(cause instanceof Error) || !('code' in cause)) return cause;
  if (cause.code === 'ENOENT') return fileProblems['not-found']({ file }, { cause });
  if (typeof cause.code === 'string' && /^E[A-Z]+$/.test(cause.code)) return fileProblems.unreadable({ file, ...systemReason(cause) }, { cause });
  return cause;
}
