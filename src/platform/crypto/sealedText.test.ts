/** Texts with open values: sealed here or in a thread, they hold the same, and the values no more. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { openKeys } from './keys.ts';
import { type OpenText, sealOpenText, TextToSeal } from './sealedText.ts';
import type { SealingThread } from './sealingThread.ts';

const folder = mkdtempSync(join(tmpdir(), 'anju-keys-'));
const keys = openKeys(folder).newest();
const openThread = (): SealingThread => {
  const thread = keys.openThread?.();
  if (!thread) throw new Error('keys of a folder seal in a thread');
  return thread;
};
const thread = openThread();
afterAll(async () => {
  await thread.close();
  rmSync(folder, { recursive: true });
});

const openText = ({ hex }: { hex: string }): string => keys.openText(Buffer.from(hex, 'hex'));

function written(parts: readonly (readonly [string, string])[]): OpenText {
  const text = new TextToSeal();
  for (const [said, value] of parts) {
    text.add(said);
    text.seal(value);
    text.add('|');
    text.index('phone', value);
    text.add('|');
    text.index('person-id', value);
    text.add('\n');
  }
  const taken = text.take();
  expect(text.length).toBe(0);
  return taken;
}

function expectSealed(bytes: Buffer, parts: readonly (readonly [string, string])[]): void {
  const lines = bytes.toString().split('\n');
  expect(lines.pop()).toBe('');
  expect(lines).toHaveLength(parts.length);
  for (const [at, [said, value]] of parts.entries()) {
    const line = lines[at] ?? '';
    expect(line.startsWith(said)).toBe(true);
    const [hex = '', phone, person] = line.slice(said.length).split('|');
    expect(openText({ hex })).toBe(value);
    expect([phone, person]).toEqual([keys.blindIndex('phone', value).toString('hex'), keys.blindIndex('person-id', value).toString('hex')]);
  }
}

const said = fc.string({ unit: 'grapheme' }).map((text) => text.replace(/[|\n]/g, '户'));
const parts = fc.array(fc.tuple(said, fc.string({ unit: 'grapheme' })));

test('every value stands sealed in its place', () => {
  fc.assert(fc.property(parts, (some) => expectSealed(sealOpenText(keys, written(some)), some)));
});

test('a thread does the same, in the order in which it was asked', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(parts, { maxLength: 5 }), async (texts) => {
      const sealed = await Promise.all(texts.map((some) => thread.seal(written(some))));
      for (const [at, some] of texts.entries()) expectSealed(sealed[at] ?? Buffer.alloc(0), some);
    }),
  );
  expect(thread.isUp).toBe(true);
});

test('who waits for a thread that ended is told', async () => {
  const other = openThread();
  const waiting = other.seal(written([['户', '1']]));
  const told = expect(waiting).rejects.toThrow('ended');
  await other.close();
  await told;
  await expect(other.seal(written([]))).rejects.toThrow('ended');
});
