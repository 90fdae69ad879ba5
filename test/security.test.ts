/** docs/security.md tells the truth: its table of permissions is the declaration's, every row says where and what shows it, and each test it names has tests in it. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { withPermissionTable } from '../src/derive/permissionTable.ts';
import { projectPath } from '../src/platform/settings/projectFolder.ts';

const document = readFileSync(projectPath('docs', 'security.md'), 'utf8');

/** Rows of the tables of controls: the control, its state, and what is said of it. */
const rows = [...document.matchAll(/^\| ([^|]+) \| (done|part|outside|n\/a) \| ([^|]+) \|$/gm)].map(([, control = '', state = '', said = '']) => ({
  control,
  state,
  said,
}));

test('the table of permissions is the declaration’s (./anju roles --write)', () => {
  expect(document).toBe(withPermissionTable(document));
});

test('every section of ASVS that level 2 has stands there once', () => {
  const sections: Readonly<Record<number, readonly number[]>> = {
    1: [1, 2, 4, 5, 6, 7, 8, 9, 10, 11, 12, 14],
    2: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
    3: [1, 2, 3, 4, 5, 7],
    4: [1, 2, 3],
    5: [1, 2, 3, 4, 5],
    6: [1, 2, 3, 4],
    7: [1, 2, 3, 4],
    8: [1, 2, 3],
    9: [1, 2],
    10: [1, 2, 3],
    11: [1],
    12: [1, 2, 3, 4, 5, 6],
    13: [1, 2, 3, 4],
    14: [1, 2, 3, 4, 5],
  };
  const wanted = Object.entries(sections).flatMap(([chapter, numbers]) => numbers.map((number) => `${chapter}.${number}`));
  expect(rows.flatMap(({ control }) => /^(\d+\.\d+) /.exec(control)?.[1] ?? [])).toEqual(wanted);
});

test('what is done names code or a test, and every test that is named holds some', () => {
  const bare = rows.filter(({ state, said }) => state === 'done' && !/`(src|test)\//.test(said) && !said.startsWith('as '));
  expect(bare.map(({ control }) => control)).toEqual([]);
  const tests = new Set([...document.matchAll(/`([^`]+\.test\.ts)`/g)].map(([, path = '']) => path));
  expect(tests.size).toBeGreaterThan(20);
  for (const path of tests) expect(readFileSync(projectPath(path), 'utf8'), path).toMatch(/\b(test|it)(\.each)?\(/);
});
