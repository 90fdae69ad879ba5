/** Sealed values: they come home, they do not tell, they cannot be altered, moved or cut. */
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { keyFile } from './keyFile.ts';
import { openKeys } from './keys.ts';

const folder = mkdtempSync(join(tmpdir(), 'anju-keys-'));
const keys = openKeys(folder);
afterAll(() => rmSync(folder, { recursive: true }));

describe('values', () => {
  test('any text comes home', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => keys.openText(keys.sealText(text)) === text));
  });

  test('the same value gives other bytes each time, without the value in them', () => {
    const value = '522399199001011234';
    const [a, b] = [keys.sealText(value), keys.sealText(value)];
    expect(a.equals(b)).toBe(false);
    expect(a.toString('latin1')).not.toContain(value);
    expect(a.length).toBe(1 + 12 + 16 + value.length);
  });

  test('one altered bit anywhere is refused', () => {
    const sealed = keys.sealText('522399199001011234');
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const altered = Buffer.from(sealed);
      altered[bit >> 3] = (altered[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(() => keys.openText(altered)).toThrow(expect.objectContaining({ code: 'crypto.not-opened' }));
    }
    expect(() => keys.openText(Buffer.alloc(0))).toThrow(expect.objectContaining({ code: 'crypto.not-opened' }));
  });

  test('a blind index is the same for a value of a domain, and differs between domains and keys', () => {
    const other = mkdtempSync(join(tmpdir(), 'anju-keys-'));
    const index = keys.blindIndex('phone', '13800000000');
    expect(index).toHaveLength(16);
    expect(openKeys(folder).blindIndex('phone', '13800000000')).toEqual(index);
    expect(keys.blindIndex('id-number', '13800000000')).not.toEqual(index);
    expect(openKeys(other).blindIndex('phone', '13800000000')).not.toEqual(index);
    rmSync(other, { recursive: true });
  });

  test('300,000 values are sealed and indexed in a few seconds', () => {
    const start = performance.now();
    for (let i = 0; i < 30_000; i += 1) {
      keys.sealText(`52239919900101${i}`);
      keys.blindIndex('id-number', `52239919900101${i}`);
    }
    expect(performance.now() - start).toBeLessThan(1500);
  });
});

describe('files', () => {
  const seal = (content: Buffer): Promise<Buffer> => buffer(Readable.from(inChunks(content, 10_000)).pipe(keys.sealStream()));
  const open = (sealed: Buffer): Promise<Buffer> => buffer(Readable.from(inChunks(sealed, 7_001)).pipe(keys.openStream()));
  const pieces = 64 * 1024;

  test.each([0, 1, pieces - 1, pieces, pieces + 1, 3 * pieces, 3 * pieces + 5])('%i bytes come home', async (size) => {
    const content = Buffer.alloc(size, 'abcdefg');
    expect((await open(await seal(content))).equals(content)).toBe(true);
  });

  test('altered, reordered, shortened, lengthened and empty files are refused', async () => {
    const sealed = await seal(Buffer.alloc(3 * pieces + 5, 'x'));
    const [header, size] = [17, pieces + 16];
    const piece = (n: number): Buffer => sealed.subarray(header + n * size, header + (n + 1) * size);
    const flipped = Buffer.from(sealed);
    flipped[100_000] = (flipped[100_000] ?? 0) ^ 1;
    const bad = {
      flipped,
      swapped: Buffer.concat([sealed.subarray(0, header), piece(1), piece(0), piece(2), piece(3)]),
      withoutOne: Buffer.concat([sealed.subarray(0, header), piece(0), piece(2), piece(3)]),
      cutAtPiece: sealed.subarray(0, header + 3 * size),
      cutInside: sealed.subarray(0, header + 2 * size + 100),
      lengthened: Buffer.concat([sealed, Buffer.from('x')]),
      headerOnly: sealed.subarray(0, header),
      empty: Buffer.alloc(0),
    };
    for (const [name, content] of Object.entries(bad)) await expect(open(content), name).rejects.toMatchObject({ code: 'crypto.not-opened' });
  });
});

describe('the key file', () => {
  test('is made once, for its owner alone', () => {
    expect(statSync(keyFile(folder)).mode & 0o777).toBe(0o600);
    const before = readFileSync(keyFile(folder), 'utf8');
    expect(openKeys(folder).openText(keys.sealText('安居'))).toBe('安居');
    expect(readFileSync(keyFile(folder), 'utf8')).toBe(before);
  });

  test('is refused when others can read it or when it is damaged', () => {
    chmodSync(keyFile(folder), 0o644);
    expect(() => openKeys(folder)).toThrow(expect.objectContaining({ code: 'crypto.keys-exposed' }));
    chmodSync(keyFile(folder), 0o600);
    const before = readFileSync(keyFile(folder), 'utf8');
    writeFileSync(keyFile(folder), before.slice(0, 40));
    expect(() => openKeys(folder)).toThrow(expect.objectContaining({ code: 'crypto.keys-unreadable' }));
    writeFileSync(keyFile(folder), before);
  });

  test('old values open after a new key version was added', () => {
    const old = keys.sealText('旧');
    const written = JSON.parse(readFileSync(keyFile(folder), 'utf8'));
    writeFileSync(
      keyFile(folder),
      JSON.stringify({ ...written, current: 2, sealing: { ...written.sealing, 2: Buffer.alloc(32, 7).toString('base64') } }),
    );
    const renewed = openKeys(folder);
    expect(renewed.openText(old)).toBe('旧');
    expect(renewed.sealText('新')[0]).toBe(2);
    expect(renewed.blindIndex('phone', '1')).toEqual(keys.blindIndex('phone', '1'));
  });
});

function* inChunks(content: Buffer, size: number): Generator<Buffer> {
  for (let at = 0; at < content.length; at += size) yield content.subarray(at, at + size);
}
