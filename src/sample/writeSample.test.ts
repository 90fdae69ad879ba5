import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { registers } from '#catalog/catalog.ts';
import type { Manifest } from './manifest.ts';
import { writeSample } from './writeSample.ts';

const folders: string[] = [];
const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'anju-sample-'));
  folders.push(made);
  return made;
};
const fingerprint = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');
const fingerprints = (path: string): string[] =>
  readdirSync(path)
    .sort()
    .map((file) => `${file} ${fingerprint(join(path, file))}`);

const options = { people: 1200, seed: 5, until: '2024-05-20', months: 4 };
let manifest: Manifest;
let out: string;

beforeAll(async () => {
  out = folder();
  manifest = await writeSample({ ...options, out });
});

afterAll(() => {
  for (const path of folders) rmSync(path, { recursive: true, force: true });
});

test('a prefecture that is too small is refused at once', async () => {
  await expect(writeSample({ out: join(tmpdir(), 'anju-too-small'), people: 999 })).rejects.toThrow(RangeError);
});

test('the same options give the same bytes', async () => {
  const again = folder();
  await writeSample({ ...options, out: again });
  expect(fingerprints(again)).toEqual(fingerprints(out));
  const other = folder();
  await writeSample({ ...options, seed: 6, out: other });
  expect(fingerprints(other)).not.toEqual(fingerprints(out));
});

test('the manifest names every register, every file that is there, and places before people before the rest', () => {
  const written = Object.values(registers)
    .map(({ name }) => name)
    .filter((name) => name !== 'register_feed' && name !== 'warning_case');
  expect(new Set(manifest.files.map(({ register }) => register))).toEqual(new Set(written));
  const listed = manifest.files.flatMap(({ file }) => (file === undefined ? [] : [file]));
  expect(new Set(listed).size).toBe(listed.length);
  expect(readdirSync(out).sort()).toEqual([...listed, 'manifest.json'].sort());
  const order = [...new Set(manifest.files.map(({ register }) => register))];
  expect(order.slice(0, 10)).toEqual([
    'settlement',
    'street_community',
    'building',
    'household',
    'person',
    'housing',
    'school',
    'clinic',
    'facility',
    'device',
  ]);
});

test('deliveries of a register go forward in time and none lies after the last day', () => {
  for (const name of new Set(manifest.files.map(({ register }) => register))) {
    const days = manifest.files.filter(({ register }) => register === name).map(({ dataDate }) => dataDate);
    expect(days).toEqual([...days].sort());
    expect(days.at(-1)?.localeCompare('2024-05-20')).not.toBe(1);
  }
});

test('every register is fresh at the end for nearly all settlements, and silent for a few', () => {
  const settlements = new Set(manifest.files.filter(({ register }) => register === 'household').flatMap(({ covers }) => covers ?? []));
  const until = Date.parse('2024-05-20');
  let late = 0;
  for (const { name, staleAfterDays, settlementVia } of Object.values(registers)) {
    if (settlementVia.length === 0 || name === 'register_feed' || name === 'warning_case') continue;
    const heard = new Set(
      manifest.files
        .filter(({ register, dataDate }) => register === name && until - Date.parse(dataDate) < staleAfterDays * 86_400_000)
        .flatMap(({ covers }) => covers ?? []),
    );
    late += settlements.size - heard.size;
    expect(heard.size).toBeGreaterThanOrEqual(settlements.size - 1);
  }
  expect(late).toBeGreaterThan(0);
});

test('faults are written where the manifest says', async () => {
  const spoilt = folder();
  const { faults = [], files } = await writeSample({ ...options, faults: true, out: spoilt });
  expect(faults.length).toBeGreaterThan(20);
  expect(new Set(faults.map(({ what }) => what)).size).toBeGreaterThanOrEqual(6);
  const rows = files.reduce((sum, file) => sum + (file.rows ?? 0), 0);
  expect(faults.length / rows).toBeLessThan(0.05);
  const inText = faults.filter(({ file }) => file.endsWith('.csv'));
  for (const fault of inText.filter(({ what }) => what === 'a date that does not exist')) {
    const bytes = readFileSync(join(spoilt, fault.file));
    const text = new TextDecoder(bytes[0] === 0xef ? 'utf-8' : 'gb18030').decode(bytes);
    expect(text.split('\r\n')[fault.row - 1]).toContain('2023-13-45');
  }
});
