/** The state of the machine room, check by check, for the doctor. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import sql from 'sql-template-tag';
import { keySource, sourceName } from './crypto/keySource.ts';
import { suiteTitles } from './crypto/suite.ts';
import { findHeldKeys } from './database/heldKeys.ts';
import { freeMegabytes } from './embedded/serverHome.ts';
import type { Machine } from './machine.ts';

/** One finding: whether all is well, in both languages. */
export interface Check {
  readonly name: string;
  readonly ok: boolean;
  readonly zh: string;
  readonly en: string;
}

const leastFree = 2048;

/** Looks at the disk, the server, the tables, the keys and the jobs. */
export async function checkMachine(machine: Machine): Promise<Check[]> {
  return [checkDisk(machine), ...(await checkServer(machine)), await checkKeys(machine), await checkJobs(machine), checkForsaken()];
}

function checkDisk({ settings: { dataFolder } }: Machine): Check {
  const free = freeMegabytes(dataFolder);
  const gigabytes = (free / 1024).toFixed(1);
  return {
    name: 'disk',
    ok: free >= leastFree,
    zh: `数据文件夹 ${dataFolder} 所在磁盘剩余 ${gigabytes} GB`,
    en: `${gigabytes} GB free where the data folder ${dataFolder} lies`,
  };
}

async function checkServer({ database, settings }: Machine): Promise<Check[]> {
  const { version, collation, size, migrations } = await database.one<{ version: string; collation: string; size: number; migrations: number }>(sql`
    select current_setting('server_version') as version, datcollate as collation, pg_database_size(current_database()) as size,
      (select count(*) from migration) as migrations
    from pg_database where datname = current_database()`);
  const kind = settings.databaseUrl === undefined ? { zh: '内置', en: 'embedded' } : { zh: '服务器', en: 'server' };
  const megabytes = Math.round(size / 1024 / 1024);
  return [
    {
      name: 'server',
      ok: true,
      zh: `PostgreSQL ${version}（${kind.zh}），数据库 ${megabytes} MB，已执行 ${migrations} 个结构文件`,
      en: `PostgreSQL ${version} (${kind.en}), database ${megabytes} MB, ${migrations} migrations applied`,
    },
    {
      name: 'collation',
      ok: ['C', 'POSIX', 'C.UTF-8', 'C.utf8'].includes(collation),
      zh: `排序规则 ${collation}${collation === 'C' ? '' : '（建议建库时用 C，结果才与内置数据库一致）'}`,
      en: `collation ${collation}${collation === 'C' ? '' : ' (create the database with C, so that order is as in the embedded one)'}`,
    },
  ];
}

/** Versions and suites, never keys: those that do not fit have been refused before. */
async function checkKeys({ database, keys, settings }: Machine): Promise<Check> {
  const name = sourceName(keySource(settings));
  const list = keys.versions.map(({ version, suite }) => `${version} ${suiteTitles[suite]}`).join('; ');
  const others = Object.keys((await findHeldKeys(database)) ?? {}).filter((version) => version !== String(keys.version));
  const asked = settings.suite ?? keys.suite;
  const [zh, en] =
    others.length > 0
      ? [`；更换尚未完成，请执行 anju keys rotate`, '; a change is not finished, run anju keys rotate']
      : asked === keys.suite
        ? ['', '']
        : [`；ANJU_SUITE 为 ${asked}，请执行 anju keys rotate`, `; ANJU_SUITE says ${asked}, run anju keys rotate`];
  return {
    name: 'keys',
    ok: asked === keys.suite || others.length > 0,
    zh: `密钥 ${name} 与数据相符，现用版本 ${keys.version}（${list}）${zh}`,
    en: `keys ${name} fit the data, version ${keys.version} seals (${list})${en}`,
  };
}

async function checkJobs({ database }: Machine): Promise<Check> {
  const { waiting, given } = await database.one<{ waiting: number; given: number }>(sql`
    select count(*) filter (where attempts < max_attempts) as waiting, count(*) filter (where attempts >= max_attempts) as given from graphile_worker.jobs`);
  return {
    name: 'jobs',
    ok: given === 0,
    zh: `任务：${waiting} 个等待，${given} 个多次失败后放弃`,
    en: `jobs: ${waiting} waiting, ${given} given up after many failures`,
  };
}

const rootsOwnPlace = '/var/lib/anju';

/** Databases of root whose data folder is gone: nobody opens them any more, and they take room. */
function checkForsaken(): Check {
  const forsaken = listForsaken();
  const list = forsaken.join(' ');
  return {
    name: 'forsaken',
    ok: true,
    zh: forsaken.length === 0 ? '没有被遗弃的数据库文件夹' : `数据文件夹已删除、可以清理的数据库：${list}`,
    en: forsaken.length === 0 ? 'no forsaken database folders' : `database folders whose data folder is gone, to be removed: ${list}`,
  };
}

function listForsaken(): string[] {
  try {
    return readdirSync(rootsOwnPlace)
      .map((name) => join(rootsOwnPlace, name))
      .filter((folder) => {
        const note = join(folder, 'belongs-to');
        return existsSync(note) && !existsSync(join(readFileSync(note, 'utf8').trim(), 'server'));
      });
  } catch {
    return [];
  }
}
