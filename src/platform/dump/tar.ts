/** Writes and reads tar archives as a stream: any tar program can look into a dump. */
import type { Readable } from 'node:stream';

const block = 512;

/** The pieces of one archive member: its header, its bytes, and the filling up to the next block. */
export function tarMember(name: string, content: Buffer): Buffer {
  return Buffer.concat([tarHeader(name, content.length), content, tarFilling(content.length)]);
}

/** The header of a member whose bytes follow. */
export function tarHeader(name: string, size: number): Buffer {
  if (Buffer.byteLength(name) > 99) throw new Error(`name too long for an archive: ${name}`);
  const header = Buffer.alloc(block);
  header.write(name, 0);
  header.write('0000600\0', 100);
  header.write('0000000\0'.repeat(2), 108);
  header.write(`${size.toString(8).padStart(11, '0')}\0`, 124);
  header.write('00000000000\0', 136);
  header.write('        0', 148);
  header.write('ustar\u000000', 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return header;
}

/** What fills the last block of a member. */
export function tarFilling(size: number): Buffer {
  return Buffer.alloc((block - (size % block)) % block);
}

/** Ends an archive. */
export const tarEnd = Buffer.alloc(2 * block);

/** One member of an archive that is being read; take all of `body` before asking for the next. */
export interface TarMember {
  readonly name: string;
  readonly size: number;
  readonly body: AsyncGenerator<Buffer, void>;
}

/** The members of an archive in their order; throws RangeError when the archive is damaged or ends too early. */
export async function* readTar(source: Readable): AsyncGenerator<TarMember, void> {
  const chunks = source[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  let rest: Buffer = Buffer.alloc(0);
  const some = async (most: number): Promise<Buffer> => {
    while (rest.length === 0) {
      const { value, done } = await chunks.next().catch((cause: unknown) => {
        throw new RangeError('the archive cannot be read', { cause });
      });
      if (done === true) throw new RangeError('the archive ends too early');
      rest = value;
    }
    const taken = rest.subarray(0, most);
    rest = rest.subarray(taken.length);
    return taken;
  };
  async function* exactly(size: number): AsyncGenerator<Buffer, void> {
    for (let left = size; left > 0; ) {
      const taken = await some(left);
      left -= taken.length;
      yield taken;
    }
  }
  try {
    for (;;) {
      const header = await collect(exactly(block));
      if (header.every((byte) => byte === 0)) return;
      const size = Number.parseInt(text(header, 124, 12), 8);
      if (header.toString('latin1', 257, 262) !== 'ustar' || !Number.isSafeInteger(size)) throw new RangeError('this is not an archive');
      yield { name: text(header, 0, 100), size, body: exactly(size) };
      await collect(exactly(tarFilling(size).length));
    }
  } finally {
    source.destroy();
  }
}

/** All bytes of a member. */
export async function collect(body: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of body) parts.push(part);
  return Buffer.concat(parts);
}

function text(header: Buffer, start: number, length: number): string {
  return header.toString('utf8', start, start + length).replace(/\0.*$/s, '');
}
