/** What is written first, told, and kept in the audit log, when a program opens a house of an older version. */
import { basename } from 'node:path';
import { appendAudit } from '#features/audit/appendAudit.ts';
import { dumpBeforeUpdate } from '#platform/dump/dumpBeforeUpdate.ts';
import type { MachineOptions } from '#platform/machine.ts';
import { commandActor } from './commandActor.ts';
import { say } from './terminal.ts';
import { readVersion } from './version.ts';

/** Where daily backups are set, a dump of the house as it was comes first; without it nothing is changed. */
export const carryForward: Required<Pick<MachineOptions, 'beforeUpdate' | 'afterUpdate'>> = {
  beforeUpdate: async (machine, names) => {
    say(`正在更新数据库结构（${names.length} 个文件），请勿中断…`, `Updating the structure of the database (files: ${names.length})…`);
    const { backup } = machine.settings;
    if (backup === undefined) return undefined;
    const { file } = await dumpBeforeUpdate(machine, readVersion(), backup);
    say(`更新前的备份：${file}（用原来的程序恢复）`, `The backup from before the update: ${file} (the program of before restores it)`);
    return file;
  },
  // Only now: the log itself may have changed.
  afterUpdate: async ({ database }, names, file) => {
    const actor = commandActor();
    if (file !== undefined) await appendAudit(database, actor, { verb: 'backups.create', object: { kind: 'backup', key: basename(file) } });
    const after = { file: names.join(' '), version: readVersion() };
    await appendAudit(database, actor, { verb: 'structure.update', object: { kind: 'structure', key: names.at(-1) ?? '' }, after });
    say(`数据库结构已更新：${names.join('、')}。`, `The structure of the database was updated: ${names.join(', ')}.`);
  },
};
