/** An update as an operator does it: the folder of the program is replaced, and the next start carries the house forward, whole or not at all. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import sql from 'sql-template-tag';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Database, openDatabase } from '#platform/database/database.ts';
import { useEmbedded } from '#platform/embedded/embedded.ts';
import { openMachine } from '#platform/machine.ts';
import { projectPath } from '#platform/settings/projectFolder.ts';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'anju-update-')));
chmodSync(folder, 0o755);
const data = join(folder, 'data');
const households = 500;

/** The folder of a program: this one, with more migrations. */
function programWith(name: string, migrations: Readonly<Record<string, string>>): string {
  const program = join(folder, name);
  mkdirSync(program);
  cpSync(projectPath('src'), join(program, 'src'), { recursive: true });
  cpSync(projectPath('migrations'), join(program, 'migrations'), { recursive: true });
  for (const file of readdirSync(projectPath()).filter((one) => /^(package|tsconfig).*\.json$/.test(one)))
    copyFileSync(projectPath(file), join(program, file));
  symlinkSync(projectPath('node_modules'), join(program, 'node_modules'));
  for (const [file, content] of Object.entries(migrations)) writeFileSync(join(program, 'migrations', file), content);
  return program;
}

function call(program: string, args: readonly string[], settings: NodeJS.ProcessEnv = {}): ChildProcess {
  return spawn(process.execPath, ['--conditions=source', '--import', 'tsx', join(program, 'src', 'cli', 'main.ts'), ...args], {
    cwd: program,
    env: { ...process.env, ANJU_DATABASE_URL: '', ANJU_DATA: data, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

async function anju(
  program: string,
  args: readonly string[],
  settings: NodeJS.ProcessEnv = {},
): Promise<{ code: number | null; out: string; err: string }> {
  const child = call(program, args, settings);
  if (child.stdout === null || child.stderr === null) throw new Error('no output');
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close') as Promise<[number | null]>]);
  return { code, out, err };
}

/** Looks at the database as somebody who is no program of ours, so that the house stands alone meanwhile. */
async function lookAt<T>(look: (database: Database, serverPid: () => number) => Promise<T>, as = 'psql'): Promise<T> {
  const use = await useEmbedded({ dataFolder: data, role: 'command', command: 'test' });
  const address = new URL(use.url);
  address.searchParams.set('application_name', as);
  const database = openDatabase(address.href, 1);
  try {
    return await look(database, use.serverPid);
  } finally {
    await database.close().catch(() => {});
    await use.leave();
  }
}

interface State {
  readonly files: number;
  readonly rows: number;
  readonly lift: boolean;
}

const stateOf = (database: Database): Promise<State> =>
  database.one<State>(sql`
    select (select count(*) from migration) as files, (select count(*) from household) as rows,
      exists (select from pg_attribute where attrelid = 'household'::regclass and attname = 'lift_note') as lift`);

const addsLift = '-- A lift.\nalter table household add column lift_note text collate "C";\n';
const before: State = { files: readdirSync(projectPath('migrations')).length, rows: households, lift: false };
let old: string;
let next: string;

beforeAll(async () => {
  old = programWith('old', {});
  const machine = await openMachine({ dataFolder: data, hosts: [] }, { role: 'command', command: 'test' });
  await machine.database.execute(sql`
    insert into household (household_no, settlement_code, data_date, import_id)
    select 'H' || n, 'S' || n % 7, date '2024-02-29', n from generate_series(1, ${households}::integer) as n`);
  await machine.close();
  next = programWith('next', { '9001-lift.sql': `${addsLift}select pg_sleep(4);\ncreate index household_lift_note_idx on household (lift_note);\n` });
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Waits until the update stands in the middle of its file. */
async function inTheMiddle(database: Database): Promise<void> {
  for (;;) {
    const { sleeping } = await database.one<{ sleeping: boolean }>(
      sql`select exists (select from pg_stat_activity where wait_event = 'PgSleep' and application_name = 'anju') as sleeping`,
    );
    if (sleeping) return;
    await wait(50);
  }
}

/** The server finds out that the program is gone when it has done the statement, and wants to answer. */
async function untilAlone(database: Database): Promise<void> {
  const others = sql`select exists (select from pg_stat_activity where application_name = 'anju') as some`;
  while ((await database.one<{ some: boolean }>(others)).some) await wait(50);
}

describe('killed in the middle', () => {
  test('the program: nothing of the file is there, nor when the server finds out', async () => {
    await lookAt(async (database) => {
      const child = call(next, ['doctor']);
      await inTheMiddle(database);
      child.kill('SIGKILL');
      await once(child, 'close');
      expect(await stateOf(database)).toEqual(before);
      await untilAlone(database);
      expect(await stateOf(database)).toEqual(before);
    });
  });

  test('the server with it: the next program finds the house as it was', async () => {
    await lookAt(async (database, serverPid) => {
      const child = call(next, ['doctor']);
      await inTheMiddle(database);
      process.kill(serverPid(), 'SIGKILL');
      child.kill('SIGKILL');
      await once(child, 'close');
    });
    expect((await anju(old, ['doctor', '--json'])).code).toBe(0);
    expect(await lookAt(stateOf)).toEqual(before);
  });
});

test('a file that the rows refuse leaves all as it was, and says so', async () => {
  const broken = programWith('broken', { '9001-lift.sql': addsLift, '9002-all.sql': 'alter table household alter column lift_note set not null;' });
  const { code, out } = await anju(broken, ['doctor', '--json']);
  expect([code, JSON.parse(out).problem]).toEqual([
    3,
    expect.objectContaining({ code: 'database.migration-failed', params: expect.objectContaining({ name: '9002-all.sql' }) }),
  ]);
  expect(await lookAt(stateOf)).toEqual(before);
}, 120_000);

test('while a program of the old version works in the house, the new one waits for a moment and then refuses', async () => {
  const { code, out } = await lookAt(async (database) => {
    await database.query(sql`select 1`);
    return await anju(next, ['doctor', '--json']);
  }, 'anju');
  expect([code, JSON.parse(out).problem]).toEqual([3, expect.objectContaining({ code: 'database.in-use', params: { names: '9001-lift.sql' } })]);
}, 120_000);

test('a field is declared and its migration proposed; the new program writes a dump first, carries the house forward and tells it; the old one refuses the house and restores the dump', async () => {
  const edited = programWith('edited', {});
  const register = join(edited, 'src', 'catalog', 'registers', 'household.ts');
  const field = "lift_note: text({ zh: '电梯', en: 'lift', required: 'no', sensitivity: 'internal', maxLength: 50 }),\n    head_name: text(";
  writeFileSync(register, readFileSync(register, 'utf8').replace('head_name: text(', field));
  const { out } = await anju(edited, ['migration', 'lifts', '--why', '电梯要登记', '--json']);
  expect(JSON.parse(out)).toMatchObject({ file: expect.stringMatching(/^migrations\/\d{4}-lifts\.sql$/), byHand: [], keeps: [], drops: [] });
  const file = (JSON.parse(out) as { file: string }).file.replace('migrations/', '');
  expect(readFileSync(join(edited, 'migrations', file), 'utf8')).toMatch(/^-- 电梯要登记\.\n/);
  expect((await anju(edited, ['migration'])).err).toContain('没有写入文件');

  const backups = { ANJU_BACKUP: join(folder, 'backups'), ANJU_BACKUP_KEYS: join(folder, 'backup-keys') };
  expect((await anju(edited, ['doctor'], backups)).err).toContain(`数据库结构已更新：${file}。`);
  expect(await lookAt(stateOf)).toEqual({ files: before.files + 1, rows: households, lift: true });
  expect((await anju(edited, ['doctor'], backups)).err).not.toContain(file);
  const entries = await lookAt((database) => database.query(sql`select verb, object_key as key from audit_entry order by entry_id`));
  const written = expect.stringMatching(/^anju-before-update-/);
  expect(entries).toEqual([
    { verb: 'backups.create', key: written },
    { verb: 'structure.update', key: file },
  ]);
  const [dump = '', ...more] = readdirSync(backups.ANJU_BACKUP);
  expect([dump, more]).toEqual([expect.stringMatching(/^anju-before-update-\d{4}-\d\d-\d\d\.dump$/), []]);

  const refused = await anju(old, ['doctor', '--json']);
  expect([refused.code, JSON.parse(refused.out).problem]).toEqual([
    3,
    expect.objectContaining({ code: 'database.migration-unknown', params: { name: file } }),
  ]);
  expect(JSON.parse(refused.out).problem.zh).toContain('请升级程序');

  const back = join(folder, 'back');
  mkdirSync(back, { mode: 0o700 });
  const [keys = ''] = readdirSync(backups.ANJU_BACKUP_KEYS);
  writeFileSync(join(back, 'keys.json'), readFileSync(join(backups.ANJU_BACKUP_KEYS, keys)), { mode: 0o600 });
  const restored = await anju(old, ['restore', join(backups.ANJU_BACKUP, dump), '--data', back, '--json']);
  expect([restored.code, restored.err]).toEqual([0, '']);
  expect(JSON.parse(restored.out).rows).toBeGreaterThanOrEqual(households);
}, 240_000);
