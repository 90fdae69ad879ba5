/** Sealing: identity numbers encrypted and indexed, as every import does it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openKeys } from '../src/platform/crypto/keys.ts';
import type { Bench } from './figure.ts';
import { seconds } from './timing.ts';

const values = 300_000;

export const sealing: Bench = {
  name: 'sealing',
  what: '300,000 identity numbers sealed, indexed, and opened again',
  async run() {
    const folder = mkdtempSync(join(tmpdir(), 'anju-bench-'));
    const keys = openKeys(folder);
    rmSync(folder, { recursive: true });
    const numbers = Array.from(
      { length: values },
      (_, n) => `522399${String(19_000_101 + (n % 90_000)).padStart(8, '0')}${String(n % 10_000).padStart(4, '0')}`,
    );
    const sealed: Buffer[] = [];
    const seal = await seconds(async () => {
      for (const number of numbers) sealed.push(keys.sealText(number));
    });
    const index = await seconds(async () => {
      for (const number of numbers) keys.blindIndex('id-number', number);
    });
    const open = await seconds(async () => {
      for (const one of sealed) keys.openText(one);
    });
    return [
      { name: 'seal', value: values / seal, unit: 'rows/s' },
      { name: 'blind index', value: values / index, unit: 'rows/s' },
      { name: 'open', value: values / open, unit: 'rows/s' },
    ];
  },
};
