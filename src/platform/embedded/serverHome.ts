/** Where the server's files of a data folder lie: inside it, or under /var/lib where the server user cannot enter it. */
import {
  chmodSync,
  chownSync,
  existsSync,
  lchownSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statfsSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { problems } from './problems.ts';
import { canEnter, chooseServerUser, isRoot, type ServerUser } from './serverUser.ts';
import { systemReason } from '#platform/problems/systemReason.ts';

const rootsOwnPlace = '/var/lib/anju';
const longestSocketPath = 100;

/** The places of one data folder's server. */
export interface ServerHome {
  /** Holds everything below; entered as `<data folder>/server`. */
  readonly folder: string;
  readonly cluster: string;
  readonly password: string;
  readonly log: string;
  readonly user: ServerUser;
}

/** Makes the data folder; what lies in it has its own rights, the folder itself only has to let the server user through. */
export function prepareDataFolder(dataFolder: string): void {
  try {
    mkdirSync(dirname(dataFolder), { recursive: true });
    if (!existsSync(dataFolder)) mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
    if (isRoot()) chmodSync(dataFolder, statSync(dataFolder).mode | 0o011);
  } catch (error) {
    throw folderProblem(error, dataFolder);
  }
}

/** Makes the server's home of a data folder where it is missing. One process at a time. */
export function prepareServerHome(dataFolder: string): ServerHome {
  const entrance = join(dataFolder, 'server');
  if (!exists(entrance)) makeHome(dataFolder, entrance);
  const folder = realpathSync(entrance);
  const cluster = join(folder, 'cluster');
  const user = chooseServerUser(existsSync(cluster) ? statSync(cluster) : undefined);
  if (!canEnter(user, folder)) throw problems.unreachable({ user: user.uid ?? userInfo().uid, folder });
  checkOwner(cluster, user);
  return { folder, cluster, password: join(folder, 'password'), log: join(folder, 'postgres.log'), user };
}

/** The folder of the server's socket: the cluster itself, or a short one in the temporary folder where that path is too long for a socket. */
export function findSocketFolder(home: ServerHome): string {
  if (Buffer.byteLength(join(home.cluster, '.s.PGSQL.5432')) <= longestSocketPath) return home.cluster;
  const note = join(home.folder, 'socket-folder');
  const noted = existsSync(note) ? readFileSync(note, 'utf8') : '';
  if (noted !== '' && isOurs(noted, home.user)) return noted;
  const folder = mkdtempSync(join(tmpdir().length < 60 ? tmpdir() : '/tmp', 'anju-'));
  if (home.user.uid !== undefined) chownSync(folder, home.user.uid, home.user.gid ?? home.user.uid);
  writeFileSync(note, folder, { mode: 0o600 });
  return folder;
}

/** Gives a folder and everything in it to the server user (a copy made by root belongs to root). */
export function giveToServer(folder: string, { uid, gid }: ServerUser): void {
  if (uid === undefined || gid === undefined) return;
  lchownSync(folder, uid, gid);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) giveToServer(path, { uid, gid });
    else lchownSync(path, uid, gid);
  }
}

/** The problem to show for an error of the file system. */
export function folderProblem(error: unknown, folder: string): unknown {
  const { code = '', path = folder } = error as NodeJS.ErrnoException;
  if (['ENOSPC', 'EDQUOT'].includes(code)) return problems['disk-full']({ folder, free: freeMegabytes(folder) }, { cause: error });
  if (['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'ENOENT'].includes(code))
    return problems['no-rights']({ folder: path, ...systemReason(error) }, { cause: error });
  return error;
}

/** Megabytes left on the disk of a folder. */
export function freeMegabytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return Math.floor((bavail * bsize) / (1024 * 1024));
}

function makeHome(dataFolder: string, entrance: string): void {
  if (!isRoot() || canEnter(chooseServerUser(), dataFolder)) {
    mkdirSync(entrance, { mode: isRoot() ? 0o711 : 0o700 });
    return;
  }
  mkdirSync(rootsOwnPlace, { recursive: true, mode: 0o711 });
  const home = mkdtempSync(join(rootsOwnPlace, 'server-'));
  chmodSync(home, 0o711);
  writeFileSync(join(home, 'belongs-to'), `${dataFolder}\n`, { mode: 0o600 });
  symlinkSync(home, entrance);
}

function checkOwner(cluster: string, user: ServerUser): void {
  if (!existsSync(cluster)) return;
  const { uid } = statSync(cluster);
  if (user.uid !== undefined && uid !== user.uid) giveToServer(cluster, user);
  const me = process.getuid?.();
  if (user.uid === undefined && me !== undefined && uid !== me) throw problems['other-owner']({ folder: cluster, owner: uid, user: me });
}

function exists(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

function isOurs(folder: string, user: ServerUser): boolean {
  const stat = statSync(folder, { throwIfNoEntry: false });
  return stat?.isDirectory() === true && stat.uid === (user.uid ?? process.getuid?.()) && (stat.mode & 0o077) === 0 && dirname(folder) !== folder;
}
