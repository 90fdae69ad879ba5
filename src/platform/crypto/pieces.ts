/** Seals the pieces of one file: each is bound to its place, and the last one says that it is the last. */
import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';
import type { Key } from './keyText.ts';
import { smDecrypt, smEncrypt, smIvBytes, smKeys, smTagBytes } from './smCipher.ts';

/** The cipher of one file; a sealed piece is the encrypted bytes and, behind them, the tag. */
export interface PieceCipher {
  readonly tagBytes: number;
  seal(piece: Buffer, index: number, isLast: boolean): Buffer;
  /** Throws when anything of it was altered or moved. */
  open(piece: Buffer, index: number, isLast: boolean): Buffer;
}

const purpose = 'anju file';

/** The cipher of the file with this salt: no two files share a key. */
export function pieceCipher(key: Key, salt: Buffer): PieceCipher {
  return key.suite === 'sm' ? smPieces(key, salt) : aesPieces(key, salt);
}

function aesPieces({ sealing }: Key, salt: Buffer): PieceCipher {
  const algorithm = 'aes-256-gcm';
  const tagBytes = 16;
  const fileKey = Buffer.from(hkdfSync('sha256', sealing, salt, purpose, 32));
  const nonceOf = (index: number, isLast: boolean): Buffer => place(12, 7, index, isLast);
  return {
    tagBytes,
    seal: (piece, index, isLast) => {
      const cipher = createCipheriv(algorithm, fileKey, nonceOf(index, isLast));
      const body = cipher.update(piece);
      cipher.final();
      return Buffer.concat([body, cipher.getAuthTag()]);
    },
    open: (piece, index, isLast) => {
      const decipher = createDecipheriv(algorithm, fileKey, nonceOf(index, isLast), { authTagLength: tagBytes });
      decipher.setAuthTag(piece.subarray(piece.length - tagBytes));
      const body = decipher.update(piece.subarray(0, piece.length - tagBytes));
      decipher.final();
      return body;
    },
  };
}

function smPieces({ sealing }: Key, salt: Buffer): PieceCipher {
  const keys = smKeys(sealing, purpose, salt);
  const nothing = Buffer.alloc(0);
  // The last bytes of the IV count the blocks of a piece: the place stands before them, so that no two pieces share a counter.
  const ivOf = (index: number, isLast: boolean): Buffer => place(smIvBytes, 4, index, isLast);
  return {
    tagBytes: smTagBytes,
    seal: (piece, index, isLast) => {
      const { tag, body } = smEncrypt(keys, ivOf(index, isLast), nothing, piece);
      return Buffer.concat([body, tag]);
    },
    open: (piece, index, isLast) => {
      const end = piece.length - smTagBytes;
      return smDecrypt(keys, ivOf(index, isLast), nothing, piece.subarray(end), piece.subarray(0, end));
    },
  };
}

/** The place of a piece as bytes, and behind it whether it is the last. */
function place(bytes: number, at: number, index: number, isLast: boolean): Buffer {
  const written = Buffer.alloc(bytes);
  written.writeUInt32BE(index, at);
  written[at + 4] = isLast ? 1 : 0;
  return written;
}
