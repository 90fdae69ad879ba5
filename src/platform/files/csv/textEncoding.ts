/** Finds the encoding of a text file: by its mark, else UTF-8 when all of it is, else what offices in China write, GB18030. */
import { isUtf8 } from 'node:buffer';
import { fileProblems } from '../problems.ts';
import { type FileSource, readBytes, streamBytes } from '../source.ts';
import { wideEncoding } from '../recognise.ts';

/** Encodings that are told apart. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

const sampleBytes = 2 ** 20;
/** Among the characters beyond ASCII, so many may be broken in a UTF-8 file that was cut or patched; GB18030 read as UTF-8 breaks nearly all. */
const brokenShare = 0.1;

/** Encoding of a file; reads all of it unless a mark says so. */
export async function textEncoding(source: FileSource): Promise<TextEncoding> {
  const sample = await readBytes(source, 0, sampleBytes);
  if (sample[0] === 0xef && sample[1] === 0xbb && sample[2] === 0xbf) return 'utf-8';
  const wide = wideEncoding(sample.subarray(0, 8192));
  if (wide !== undefined) return wide;
  const broken = await firstBrokenUtf8(source);
  if (broken === undefined) return 'utf-8';
  const around = await readBytes(source, Math.max(0, broken - sampleBytes / 2), sampleBytes);
  let beyond = 0;
  let replaced = 0;
  for (const character of new TextDecoder('utf-8').decode(around)) {
    if (character >= '\u0080') beyond++;
    if (character === '\uFFFD') replaced++;
  }
  if (replaced <= beyond * brokenShare) return 'utf-8';
  if (isSurelyBig5(sample)) throw fileProblems.big5();
  return 'gb18030';
}

const fewestPairs = 30;
const lowShare = 0.2;

/**
 * Whether a text can only be Big5: every character of two bytes is one of Big5, and many have a second byte below 0x80. In GB18030 the characters of
 * everyday have none there; the rare ones that do stand beside others that Big5 does not know.
 */
function isSurelyBig5(sample: Buffer): boolean {
  let pairs = 0;
  let low = 0;
  for (let at = 0; at < sample.length; at++) {
    const lead = sample[at] ?? 0;
    if (lead < 0x80) continue;
    const trail = sample[++at];
    if (trail === undefined) break;
    const isLow = trail >= 0x40 && trail <= 0x7e;
    if (lead < 0xa1 || lead > 0xf9 || lead === 0xc7 || lead === 0xc8 || !(isLow || (trail >= 0xa1 && trail <= 0xfe))) return false;
    pairs++;
    if (isLow) low++;
  }
  return pairs >= fewestPairs && low >= pairs * lowShare;
}

/** Position of the block in which the file stops being UTF-8. */
async function firstBrokenUtf8(source: FileSource): Promise<number | undefined> {
  let held: Buffer = Buffer.alloc(0);
  let position = 0;
  for await (const chunk of streamBytes(source)) {
    const block = held.length === 0 ? (chunk as Buffer) : Buffer.concat([held, chunk as Buffer]);
    const whole = endOfWholeCharacters(block);
    if (!isUtf8(block.subarray(0, whole))) return position;
    held = block.subarray(whole);
    position += whole;
  }
  return isUtf8(held) ? undefined : position;
}

/** Length without a character that the end of the block cuts in two. */
function endOfWholeCharacters(block: Buffer): number {
  for (let back = 1; back <= Math.min(3, block.length); back++) {
    const byte = block[block.length - back] ?? 0;
    if (byte < 0x80) break;
    if (byte < 0xc0) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return length > back ? block.length - back : block.length;
  }
  return block.length;
}
