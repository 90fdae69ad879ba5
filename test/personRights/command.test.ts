/** `anju person`, `anju user post|deputy|leave|handover` and `anju backup` as a person or a program calls them: answers as JSON, exit codes. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { prepareStandard } from '#cli/withHouse.ts';
import { platformActor } from '#features/audit/actor.ts';
import { jumpableClock } from '#platform/clock/clock.ts';
import { openMachine } from '#platform/machine.ts';
import { projectPath } from '#platform/settings/projectFolder.ts';
import { settle } from '../imports/house.ts';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'anju-person-')));
const dataFolder = join(folder, 'data');
const main = ['--conditions=source', '--import', 'tsx', projectPath('src', 'cli', 'main.ts')];
const env = {
  ...process.env,
  ANJU_DATABASE_URL: '',
  ANJU_DATA: dataFolder,
  ANJU_BACKUP: join(folder, 'backups'),
  ANJU_BACKUP_KEYS: join(folder, 'keys'),
};
let leave: () => Promise<void>;

beforeAll(async () => {
  chmodSync(folder, 0o755);
  // The server stays while the commands come and go.
  const machine = await openMachine({ dataFolder, hosts: [] }, { role: 'command', command: 'test' });
  leave = machine.close;
  await prepareStandard(machine);
  await settle({ ...machine, clock: jumpableClock('2024-06-30'), dataFolder, actor: platformActor });
});
afterAll(async () => {
  await leave?.();
  rmSync(folder, { recursive: true, force: true });
});

async function anju(...args: string[]): Promise<{ code: number | null; json: Record<string, unknown> }> {
  const child = spawn(process.execPath, [...main, ...args, '--json'], { cwd: projectPath(), env, stdio: ['ignore', 'pipe', 'pipe'] });
  const [out, , [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close') as Promise<[number | null]>]);
  return { code, json: out === '' ? {} : (JSON.parse(out) as Record<string, unknown>) };
}

test('export, show, correct, restrict, lift', async () => {
  const out = join(folder, 'p.zip');
  expect(await anju('person', 'export', 'P-0002', '--purpose', '本人申请', '--out', out)).toMatchObject({ code: 0, json: { right: 1, rows: 1 } });
  expect(existsSync(out)).toBe(true);
  const { json } = await anju('person', 'show', 'P-0002');
  const [row] = json.rows as { register: string; rowId: number }[];
  const correct = ['person', 'correct', 'P-0002', '--purpose', '本人申请', '--register', 'person', '--row', String(row?.rowId), '--set'];
  expect(await anju(...correct, 'education=高中')).toMatchObject({ code: 0, json: { right: 2, changed: 1 } });
  expect(await anju(...correct, 'ethnic=没有')).toMatchObject({ code: 1, json: { problem: { code: 'person-rights.correction-refused' } } });
  expect((await anju(...correct, 'nonsense')).code).toBe(2);
  expect(await anju('person', 'restrict', 'P-0002', '--purpose', '本人申请')).toMatchObject({ code: 0, json: { right: 3 } });
  expect(await anju('person', 'lift', 'P-0002', '--purpose', '本人申请')).toMatchObject({ code: 0, json: { right: 3 } });
}, 300_000);

test('erase: preview, refused with the reason, asked for, and never confirmed by the same person', async () => {
  const erase = ['person', 'erase', 'P-0004', '--purpose', '申请', '--ground'];
  const preview = await anju(...erase, 'purpose-done', '--preview');
  expect([preview.code, (preview.json.against as unknown[]).length]).toEqual([0, 1]);
  expect(await anju(...erase, 'purpose-done')).toMatchObject({ code: 1, json: { problem: { code: 'person-rights.still-active' } } });
  expect((await anju('person', 'erase', 'P-0004', '--purpose', '申请')).code).toBe(2);
  const { json } = await anju(...erase, 'unlawful');
  expect(await anju('person', 'confirm', String(json.right))).toMatchObject({ code: 1, json: { problem: { code: 'person-rights.same-person' } } });
}, 300_000);

test('posts and backups', async () => {
  for (const login of ['anna', 'ben', 'carl'])
    expect((await anju('user', 'add', login, ...(login === 'anna' ? ['--role', 'county', '--area', '522301'] : []))).code).toBe(0);
  expect(await anju('user', 'deputy', 'anna', '--deputy', 'ben', '--to', '2099-01-01')).toEqual({ code: 0, json: { grants: 1 } });
  expect(await anju('user', 'handover', 'anna', '--successor', 'carl')).toEqual({ code: 0, json: { grants: 1 } });
  expect(await anju('user', 'post', 'anna')).toMatchObject({ code: 0, json: { login: 'anna', handovers: [{ successor: 'carl' }] } });
  expect(await anju('user', 'leave', 'carl', '--on', '2098-01-01')).toEqual({ code: 0, json: { grants: 1 } });
  expect((await anju('user', 'leave', 'carl')).code).toBe(2);
  const backup = await anju('backup');
  expect([backup.code, String(backup.json.keys).startsWith(join(folder, 'keys'))]).toEqual([0, true]);
  const { json } = await anju('doctor');
  expect((json.checks as { name: string; ok: boolean }[]).find(({ name }) => name === 'backup')?.ok).toBe(true);
}, 300_000);
