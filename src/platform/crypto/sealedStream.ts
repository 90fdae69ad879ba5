/** Seals files in pieces of 64 KiB, in the suite of the key version that the first byte names. */
import { randomBytes } from 'node:crypto';
import { Transform } from 'node:stream';
import type { Key } from './keyText.ts';
import { type PieceCipher, pieceCipher } from './pieces.ts';
import { problems } from './problems.ts';

const pieceBytes = 64 * 1024;
const saltBytes = 16;
const headerBytes = 1 + saltBytes;

/** Turns a file into: 1 byte key version, 16 bytes salt, then pieces of (64 KiB encrypted, tag), the last one shorter. */
export function sealingStream(key: Key): Transform {
  const salt = randomBytes(saltBytes);
  const cipher = pieceCipher(key, salt);
  const stream = inPieces(pieceBytes, cipher.seal);
  stream.push(Buffer.concat([Buffer.of(key.version), salt]));
  return stream;
}

/** Turns a sealed file back; nothing of a piece is handed on before all of it was found unaltered. */
export function openingStream(keyOf: (version: number) => Key): Transform {
  let cipher: PieceCipher | undefined;
  const open = (piece: Buffer, index: number, isLast: boolean): Buffer => {
    if (cipher === undefined || piece.length < cipher.tagBytes) throw problems['not-opened']();
    return cipher.open(piece, index, isLast);
  };
  return inPieces(pieceBytes, open, {
    bytes: headerBytes,
    read: (header) => {
      cipher = pieceCipher(keyOf(header[0] ?? 0), header.subarray(1));
      return pieceBytes + cipher.tagBytes;
    },
  });
}

/** Cuts what flows through into pieces; a piece is worked on when the next one has begun, so that the last is known as such. A header tells the size of the pieces. */
function inPieces(
  sizeAtFirst: number,
  work: (piece: Buffer, index: number, isLast: boolean) => Buffer,
  header?: { bytes: number; read: (header: Buffer) => number },
): Transform {
  let size = sizeAtFirst;
  let waiting: Buffer[] = [];
  let waitingBytes = 0;
  let index = 0;
  let awaitsHeader = header !== undefined;
  const take = (bytes: number): Buffer => {
    const all = Buffer.concat(waiting, waitingBytes);
    waiting = [all.subarray(bytes)];
    waitingBytes = all.length - bytes;
    return all.subarray(0, bytes);
  };
  const readHeader = (): void => {
    if (!awaitsHeader || header === undefined || waitingBytes < header.bytes) return;
    size = header.read(take(header.bytes));
    awaitsHeader = false;
  };
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      try {
        waiting.push(chunk);
        waitingBytes += chunk.length;
        readHeader();
        while (!awaitsHeader && waitingBytes > size) this.push(work(take(size), index++, false));
        done();
      } catch (error) {
        done(asNotOpened(error));
      }
    },
    flush(done) {
      try {
        this.push(work(take(waitingBytes), index, true));
        done();
      } catch (error) {
        done(asNotOpened(error));
      }
    },
  });
}

function asNotOpened(cause: unknown): Error {
  return problems['not-opened']({}, { cause });
}
