/** Sealed values in both suites: they come home, they do not tell, they cannot be altered, moved or cut. */
import { createCipheriv, createHash, createHmac } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { keyFile, keySource, makeKeys, readKeys, replaceKeys } from './keySource.ts';
import { type Keys, openKeys } from './keys.ts';
import { parseKeys, withNewVersion, withRetired, writtenKeys } from './keyText.ts';
import type { SuiteName } from './suite.ts';

const folder = mkdtempSync(join(tmpdir(), 'anju-keys-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Keys of a suite in a folder of their own, made at the first call. */
function keysIn(name: string, suite: SuiteName = 'aes'): Keys {
  mkdirSync(join(folder, name), { recursive: true });
  return openKeys({ file: keyFile(join(folder, name)), mayMake: true, suite });
}

const value = '522399199001011234';
const pieces = 64 * 1024;
const suites = [
  { suite: 'aes', valueBytes: 1 + 12 + 16, tagBytes: 16 },
  { suite: 'sm', valueBytes: 1 + 16 + 32, tagBytes: 32 },
] as const;

describe.each(suites)('values in the suite $suite', ({ suite, valueBytes }) => {
  const keys = keysIn(suite, suite);

  test('any text comes home', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => keys.openText(keys.sealText(text)) === text));
  });

  test('the same value gives other bytes each time, without the value in them', () => {
    const [a, b] = [keys.sealText(value), keys.sealText(value)];
    expect(a.equals(b)).toBe(false);
    expect(a.toString('latin1')).not.toContain(value);
    expect(a.length).toBe(valueBytes + value.length);
  });

  test('one altered bit anywhere, and any cut, is refused', () => {
    const sealed = keys.sealText(value);
    const refusal = expect.objectContaining({ code: 'crypto.not-opened' });
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const altered = Buffer.from(sealed);
      altered[bit >> 3] = (altered[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(() => keys.openText(altered)).toThrow(refusal);
    }
    for (let end = 0; end < sealed.length; end += 1) expect(() => keys.openText(sealed.subarray(0, end))).toThrow(refusal);
  });

  test('a blind index is the same for a value of a domain, and differs between domains, keys and suites', () => {
    const index = keys.blindIndex('phone', '13800000000');
    expect(index).toHaveLength(16);
    expect(keysIn(suite, suite).blindIndex('phone', '13800000000')).toEqual(index);
    expect(keys.blindIndex('id-number', '13800000000')).not.toEqual(index);
    expect(keysIn(`other ${suite}`, suite).blindIndex('phone', '13800000000')).not.toEqual(index);
  });

  test('30,000 values are sealed and indexed without work of their own for each key', () => {
    const start = process.cpuUsage().user;
    for (let i = 0; i < 30_000; i += 1) {
      keys.sealText(`52239919900101${i}`);
      keys.blindIndex('id-number', `52239919900101${i}`);
    }
    expect((process.cpuUsage().user - start) / 1e6).toBeLessThan(10);
  });
});

describe.each(suites)('files in the suite $suite', ({ suite, tagBytes }) => {
  const keys = keysIn(suite, suite);
  const seal = (content: Buffer): Promise<Buffer> => buffer(Readable.from(inChunks(content, 10_000)).pipe(keys.sealStream()));
  const open = (sealed: Buffer): Promise<Buffer> => buffer(Readable.from(inChunks(sealed, 7_001)).pipe(keys.openStream()));

  test.each([0, 1, pieces - 1, pieces, pieces + 1, 3 * pieces, 3 * pieces + 5])('%i bytes come home', async (size) => {
    const content = Buffer.alloc(size, 'abcdefg');
    expect((await open(await seal(content))).equals(content)).toBe(true);
  });

  test('equal pieces do not look alike', async () => {
    const sealed = await seal(Buffer.alloc(2 * pieces, 'x'));
    const size = pieces + tagBytes;
    expect(sealed.subarray(17, 17 + 1000).equals(sealed.subarray(17 + size, 17 + size + 1000))).toBe(false);
  });

  test('altered, reordered, shortened, lengthened and empty files are refused', async () => {
    const sealed = await seal(Buffer.alloc(3 * pieces + 5, 'x'));
    const [header, size] = [17, pieces + tagBytes];
    const piece = (n: number): Buffer => sealed.subarray(header + n * size, header + (n + 1) * size);
    const flippedAt = (at: number): Buffer => {
      const flipped = Buffer.from(sealed);
      flipped[at] = (flipped[at] ?? 0) ^ 1;
      return flipped;
    };
    const bad = {
      flipped: flippedAt(100_000),
      otherVersion: flippedAt(0),
      otherSalt: flippedAt(5),
      otherTag: flippedAt(sealed.length - 1),
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

describe("Node's primitives are those of the standards", () => {
  const hex = (text: string): Buffer => Buffer.from(text.replaceAll(' ', ''), 'hex');
  const key = hex('01 23 45 67 89 ab cd ef fe dc ba 98 76 54 32 10');

  test('SM4: GB/T 32907 appendix A, one block once and a million times', () => {
    const cipher = createCipheriv('sm4-ecb', key, null).setAutoPadding(false);
    expect(cipher.update(key).toString('hex')).toBe('681edf34d206965e86b3e94f536e4246');
    // Each block of CBC over zeros is the block before, encrypted.
    const chained = createCipheriv('sm4-cbc', key, key).setAutoPadding(false).update(Buffer.alloc(16_000_000));
    expect(chained.subarray(-16).toString('hex')).toBe('595298c7c6fd271f0402f804c33d3f66');
  });

  test('SM4-CTR is the block cipher over a counter', () => {
    const iv = hex('000102030405060708090a0b0c0d0efe');
    const cipher = createCipheriv('sm4-ecb', key, null).setAutoPadding(false);
    const counters = ['fe', 'ff'].map((last) => hex(`000102030405060708090a0b0c0d0e${last}`));
    const stream = Buffer.concat([...counters, hex('000102030405060708090a0b0c0d0f00')].map((counter) => cipher.update(counter)));
    expect(createCipheriv('sm4-ctr', key, iv).update(Buffer.alloc(48))).toEqual(stream);
  });

  test('SM3: GB/T 32905 appendix A', () => {
    expect(createHash('sm3').update('abc').digest('hex')).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0');
    expect(createHash('sm3').update('abcd'.repeat(16)).digest('hex')).toBe('debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732');
  });

  test('HMAC-SM3 is the hash in the frame of RFC 2104', () => {
    const padded = (byte: number): Buffer => Buffer.concat([key, Buffer.alloc(48)]).map((each) => each ^ byte) as Buffer;
    const inner = createHash('sm3').update(padded(0x36)).update('abc').digest();
    expect(createHmac('sm3', key).update('abc').digest()).toEqual(createHash('sm3').update(padded(0x5c)).update(inner).digest());
  });
});

describe('the key file', () => {
  const keys = keysIn('file');
  const file = keyFile(join(folder, 'file'));
  const source = { file, mayMake: false } as const;

  test('is made once, for its owner alone', () => {
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const before = readFileSync(file, 'utf8');
    expect(keysIn('file').openText(keys.sealText('安居'))).toBe('安居');
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  test('is refused when others can read it, when it is damaged, and when it is not there', () => {
    chmodSync(file, 0o644);
    expect(() => openKeys(source)).toThrow(expect.objectContaining({ code: 'crypto.keys-exposed' }));
    chmodSync(file, 0o600);
    const before = readFileSync(file, 'utf8');
    writeFileSync(file, before.slice(0, 40));
    expect(() => openKeys(source)).toThrow(expect.objectContaining({ code: 'crypto.keys-unreadable' }));
    writeFileSync(file, before);
    const lost = keySource({ dataFolder: folder, keyFile: join(folder, 'lost.json') }, true);
    expect(() => openKeys(lost)).toThrow(expect.objectContaining({ code: 'crypto.keys-missing' }));
    expect(() => openKeys(keySource({ dataFolder: join(folder, 'nowhere') }))).toThrow(expect.objectContaining({ code: 'crypto.keys-missing' }));
  });

  test('a text from the environment opens the same values, and cannot be changed', () => {
    const given = keySource({ dataFolder: folder, keyText: readFileSync(file, 'utf8') });
    expect(openKeys(given).openText(keys.sealText('安居'))).toBe('安居');
    expect(() => replaceKeys(given, readKeys(given))).toThrow(expect.objectContaining({ code: 'crypto.keys-fixed' }));
    expect(() => openKeys({ text: 'x' })).toThrow(expect.objectContaining({ code: 'crypto.keys-unreadable' }));
    expect(() => openKeys({ text: '{"current": 1, "versions": {}}' })).toThrow(expect.objectContaining({ code: 'crypto.keys-unreadable' }));
  });

  test('the first form, without suites, opens what it sealed and finds what it indexed', () => {
    const one = (byte: number): string => Buffer.alloc(32, byte).toString('base64');
    const first = openKeys({ text: JSON.stringify({ current: 2, sealing: { 1: one(1), 2: one(2) }, index: one(3) }) });
    const sealed = first.sealText('旧');
    expect(sealed[0]).toBe(2);
    const written = writtenKeys(parseKeys(JSON.stringify({ current: 2, sealing: { 1: one(1), 2: one(2) }, index: one(3) }), ''));
    expect(openKeys({ text: written }).openText(sealed)).toBe('旧');
    expect(openKeys({ text: written }).blindIndex('phone', '1')).toEqual(first.blindIndex('phone', '1'));
    expect(first.blindIndex('phone', '1').toString('hex')).toBe('808c1b3f2a763bef814edbd4a2174f28');
  });
});

describe('a new version', () => {
  const keys = keysIn('versions');
  const file = keyFile(join(folder, 'versions'));
  const source = { file, mayMake: false } as const;
  const [old, oldIndex] = [keys.sealText('旧'), keys.blindIndex('phone', '1')];

  test('of the other suite is used without opening the keys again, beside the old one', () => {
    const before = keys.newest();
    replaceKeys(source, withNewVersion(readKeys(source), 'sm'));
    const written = keysIn('versions').sealText('新');
    expect(written[0]).toBe(2);
    expect(keys.openText(written)).toBe('新');
    expect(keys.openText(old)).toBe('旧');
    expect(keys.version).toBe(2);
    expect(keys.sealText('新')[0]).toBe(2);
    expect(keys.blindIndexes('phone', '1')).toEqual([keys.blindIndex('phone', '1'), oldIndex]);
    expect(keys.versions.map(({ version, suite }) => [version, suite])).toEqual([
      [2, 'sm'],
      [1, 'aes'],
    ]);
    // Work that was begun keeps its keys.
    expect(before.sealText('x')[0]).toBe(1);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test('retires the old one, which still opens until it is forgotten', () => {
    replaceKeys(source, withRetired(readKeys(source), false));
    expect(keys.versions.map(({ retired }) => retired !== undefined)).toEqual([false, true]);
    expect(keysIn('versions').openText(old)).toBe('旧');
    replaceKeys(source, withRetired(readKeys(source), true));
    expect(() => keysIn('versions').openText(old)).toThrow(expect.objectContaining({ code: 'crypto.not-opened' }));
  });

  test('takes a free number when all after it are used, and there are 255', () => {
    const one = readKeys(source).current;
    const many = (numbers: number[]) => ({ current: one, versions: new Map(numbers.map((version) => [version, { ...one, version }])) });
    expect(withNewVersion(many([3, 255]), 'aes').current.version).toBe(1);
    expect(() => withNewVersion(many(Array.from({ length: 255 }, (_, at) => at + 1)), 'aes')).toThrow(
      expect.objectContaining({ code: 'crypto.keys-used-up' }),
    );
  });

  test('a file that was broken meanwhile does not stop those who have read it', () => {
    const sealed = keys.sealText('仍可用');
    writeFileSync(file, 'broken');
    expect(keys.openText(sealed)).toBe('仍可用');
    expect(keys.newest().openText(keys.sealText('仍可用'))).toBe('仍可用');
  });

  test('keys are copied into a file that is not there, never over another', () => {
    const copy = join(folder, 'copy.keys');
    makeKeys(copy, withNewVersion(undefined, 'aes'));
    const before = readFileSync(copy, 'utf8');
    makeKeys(copy, withNewVersion(undefined, 'aes'));
    expect(readFileSync(copy, 'utf8')).toBe(before);
  });
});

function* inChunks(content: Buffer, size: number): Generator<Buffer> {
  for (let at = 0; at < content.length; at += size) yield content.subarray(at, at + size);
}
