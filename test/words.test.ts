/** What the screens and commands say holds for every installation: one that adds an item of its own is not told of the usual number. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectPath } from '../src/platform/settings/projectFolder.ts';

test.each(['src/web', 'src/cli', 'src/catalog'])('%s counts no items by hand', (room) => {
  const files = readdirSync(projectPath(room), { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name));
  const counted = files.filter((name) => /\b34 ?(项|items|indicators|services)|34项/.test(readFileSync(projectPath(join(room, name)), 'utf8')));
  expect(counted).toEqual([]);
});
