/** The lock file is whole: `npm ci` refuses one that leaves out the packages of other platforms, which npm does where its registry lacks them. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { projectPath } from '../src/platform/settings/projectFolder.ts';

interface Locked {
  readonly version?: string;
  readonly dependencies?: Record<string, string>;
  readonly optionalDependencies?: Record<string, string>;
}

test('every package that a locked package names is locked as well', () => {
  const { packages } = JSON.parse(readFileSync(projectPath('package-lock.json'), 'utf8')) as { packages: Record<string, Locked> };
  const isLocked = (from: string, name: string): boolean => {
    for (let at = from; ; at = at.replace(/\/?node_modules\/(?:@[^/]+\/)?[^/]+$/, '')) {
      if (packages[`${at === '' ? '' : `${at}/`}node_modules/${name}`] !== undefined) return true;
      if (at === '') return false;
    }
  };
  const missing = Object.entries(packages).flatMap(([path, { dependencies, optionalDependencies }]) =>
    Object.keys({ ...dependencies, ...optionalDependencies })
      .filter((name) => !isLocked(path, name))
      .map((name) => `${path} names ${name}`),
  );
  expect(missing).toEqual([]);
});
