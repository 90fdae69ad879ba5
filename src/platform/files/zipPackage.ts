/** The parts of a zipped office file, opened only as far as its declared sizes are reasonable, and read within them. */
import { crc32, createInflateRaw } from 'node:zlib';
import { type Readable, Transform, type TransformCallback } from 'node:stream';
import { type Entry, fromBufferPromise, openPromise, type ZipFile } from 'yauzl';
import { AnjuProblem } from '#platform/problems/problem.ts';
import { fileProblems } from './problems.ts';
import type { FileLimits } from './sheets.ts';
import { type FileSource, sizeOf } from './source.ts';

const looseRatioBelow = 64 * 2 ** 20;

/** An opened package; part names are compared without case and without a leading slash. */
export class ZipPackage {
  readonly #zip: ZipFile;
  readonly #entries: Map<string, Entry>;

  constructor(zip: ZipFile, entries: Map<string, Entry>) {
    this.#zip = zip;
    this.#entries = entries;
  }

  /** Names as they stand in the package, in its order. */
  get names(): string[] {
    return [...this.#entries.values()].map((entry) => entry.fileName);
  }

  has(name: string): boolean {
    return this.#entries.has(partKey(name));
  }

  /** Sizes of a part, or `undefined` when there is none. */
  sizes(name: string): { packed: number; unpacked: number } | undefined {
    const entry = this.#entries.get(partKey(name));
    return entry && { packed: entry.compressedSize, unpacked: entry.uncompressedSize };
  }

  /** The unpacked bytes of a part in large chunks; `onPacked` hears of packed bytes as they are read. */
  async stream(name: string, onPacked?: (bytes: number) => void): Promise<Readable> {
    const entry = this.#entries.get(partKey(name));
    if (entry === undefined) throw fileProblems.damaged({ what: name });
    let packed: Readable;
    try {
      packed = await this.#zip.openReadStreamPromise(entry, { decodeFileData: false });
    } catch (cause) {
      throw asZipProblem(cause, name);
    }
    if (onPacked) packed.on('data', (chunk: Buffer) => onPacked(chunk.length));
    const whole = new AsPromised(entry, name);
    const fail = (cause: unknown): void => void whole.destroy(asZipProblem(cause, name));
    packed.on('error', fail);
    if (entry.compressionMethod === 0) {
      packed.pipe(whole);
    } else {
      const inflate = createInflateRaw({ chunkSize: 2 ** 18 });
      inflate.on('error', fail);
      packed.pipe(inflate).pipe(whole);
      whole.on('close', () => inflate.destroy());
    }
    whole.on('close', () => packed.destroy());
    return whole;
  }

  /** A small part as text; refuses one of more than 64 MiB. */
  async text(name: string): Promise<string> {
    if ((this.sizes(name)?.unpacked ?? 0) > looseRatioBelow) throw fileProblems['zip-bomb']({ what: name });
    const chunks: Buffer[] = [];
    for await (const chunk of await this.stream(name)) chunks.push(chunk as Buffer);
    return decodeXml(Buffer.concat(chunks));
  }

  close(): void {
    this.#zip.close();
  }
}

/** Opens a package and holds its directory against the limits before anything is unpacked. */
export async function openZip(source: FileSource, limits: FileLimits): Promise<ZipPackage> {
  const options = { lazyEntries: true, autoClose: false, decodeStrings: true } as const;
  let zip: ZipFile | undefined;
  try {
    zip = typeof source === 'string' ? await openPromise(source, options) : await fromBufferPromise(source, options);
    if (zip.entryCount > limits.entries) throw fileProblems['zip-bomb']({ what: `${zip.entryCount} parts` });
    return new ZipPackage(zip, await checkedEntries(zip, await sizeOf(source), limits));
  } catch (cause) {
    zip?.close();
    throw asZipProblem(cause, 'zip');
  }
}

async function checkedEntries(zip: ZipFile, fileBytes: number, limits: FileLimits): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  let packed = 0;
  let unpacked = 0;
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName.endsWith('/')) continue;
    const key = partKey(entry.fileName);
    if (entries.has(key)) throw fileProblems.damaged({ what: `${entry.fileName} × 2` });
    if (entry.isEncrypted()) throw fileProblems['password-protected']();
    if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8)
      throw fileProblems.damaged({ what: `compression ${entry.compressionMethod}` });
    packed += entry.compressedSize;
    unpacked += entry.uncompressedSize;
    const excessive = entry.uncompressedSize > looseRatioBelow && entry.uncompressedSize > limits.ratio * entry.compressedSize;
    if (excessive) throw fileProblems['zip-bomb']({ what: `${entry.fileName}: ${entry.compressedSize} → ${entry.uncompressedSize} bytes` });
    entries.set(key, entry);
  }
  if (unpacked > limits.unpackedBytes) throw fileProblems['zip-bomb']({ what: `${fileBytes} → ${unpacked} bytes` });
  if (packed > fileBytes) throw fileProblems['zip-bomb']({ what: 'overlapping parts' });
  return entries;
}

/** Text of an XML part: UTF-8, or UTF-16 with its mark. */
function decodeXml(bytes: Buffer): string {
  return xmlDecoder(bytes).decode(bytes);
}

/** Decoder for an XML part, chosen by its first bytes. */
export function xmlDecoder(head: Buffer): InstanceType<typeof TextDecoder> {
  const [a, b] = head;
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) return new TextDecoder('utf-16le');
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)) return new TextDecoder('utf-16be');
  return new TextDecoder('utf-8');
}

/** Holds a part to the size and the checksum that the directory promised: one changed bit can make another amount of it, and still be read. */
class AsPromised extends Transform {
  #left: number;
  #sum = 0;
  readonly #promised: number;
  readonly #part: string;

  constructor({ uncompressedSize, crc32: promised }: Entry, part: string) {
    super({ highWaterMark: 2 ** 20 });
    this.#left = uncompressedSize;
    this.#promised = promised;
    this.#part = part;
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.#left -= chunk.length;
    this.#sum = crc32(chunk, this.#sum);
    if (this.#left < 0) done(fileProblems.damaged({ what: this.#part }));
    else done(null, chunk);
  }

  override _flush(done: TransformCallback): void {
    if (this.#left > 0) done(fileProblems.truncated({ what: this.#part }));
    // Programs that cannot know it write none.
    else if (this.#promised !== 0 && this.#promised !== this.#sum) done(fileProblems.damaged({ what: this.#part }));
    else done();
  }
}

function partKey(name: string): string {
  return (name.startsWith('/') ? name.slice(1) : name).toLowerCase();
}

function asZipProblem(cause: unknown, what: string): Error {
  if (cause instanceof AnjuProblem) return cause;
  const message = cause instanceof Error ? cause.message : String(cause);
  if (/strong encryption|encrypted/i.test(message)) return fileProblems['password-protected'](undefined, { cause });
  if (/not found|unexpected E|overflows file bounds|truncated/i.test(message)) return fileProblems.truncated({ what }, { cause });
  return fileProblems.damaged({ what }, { cause });
}
