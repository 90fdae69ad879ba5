/** Seals files in pieces of 64 KiB: each piece is bound to its place, and the last one says that it is the last. */
import { createCipheriv, createDecipheriv, hkdfSync, type KeyObject, randomBytes } from 'node:crypto';
import { Transform } from 'node:stream';
import { problems } from './problems.ts';

const algorithm = 'aes-256-gcm';
const pieceBytes = 64 * 1024;
const saltBytes = 16;
const tagBytes = 16;
const headerBytes = 1 + saltBytes;

/** Turns a file into: 1 byte key version, 16 bytes salt, then pieces of (64 KiB encrypted, 16 bytes tag), the last one shorter. */
export function sealingStream(version: number, key: KeyObject): Transform {
  const salt = randomBytes(saltBytes);
  const fileKey = deriveKey(key, salt);
  const seal = (piece: Buffer, index: number, isLast: boolean): Buffer => {
    const cipher = createCipheriv(algorithm, fileKey, nonceOf(index, isLast));
    const body = cipher.update(piece);
    cipher.final();
    return Buffer.concat([body, cipher.getAuthTag()]);
  };
  const stream = inPieces(pieceBytes, seal);
  stream.push(Buffer.concat([Buffer.of(version), salt]));
  return stream;
}

/** Turns a sealed file back; nothing of a piece is handed on before all of it was found unaltered. */
export function openingStream(keyOf: (version: number) => KeyObject): Transform {
  let fileKey: Buffer | undefined;
  const open = (piece: Buffer, index: number, isLast: boolean): Buffer => {
    if (fileKey === undefined || piece.length < tagBytes) throw problems['not-opened']();
    const decipher = createDecipheriv(algorithm, fileKey, nonceOf(index, isLast), { authTagLength: tagBytes });
    decipher.setAuthTag(piece.subarray(piece.length - tagBytes));
    const body = decipher.update(piece.subarray(0, piece.length - tagBytes));
    decipher.final();
    return body;
  };
  return inPieces(pieceBytes + tagBytes, open, {
    bytes: headerBytes,
    read: (header) => {
      fileKey = deriveKey(keyOf(header[0] ?? 0), header.subarray(1));
    },
  });
}

/** Cuts what flows through into pieces; a piece is worked on when the next one has begun, so that the last is known as such. */
function inPieces(
  size: number,
  work: (piece: Buffer, index: number, isLast: boolean) => Buffer,
  header?: { bytes: number; read: (header: Buffer) => void },
): Transform {
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
    header.read(take(header.bytes));
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

function deriveKey(key: KeyObject, salt: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', key, salt, 'anju file', 32));
}

/** The place of the piece, and whether it is the last. */
function nonceOf(index: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(index, 7);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}
