/** `anju restore FILE`: fills a new database from a dump. */
import { basename, resolve } from 'node:path';
import { appendAudit } from '#features/audit/appendAudit.ts';
import { type ChainHead, headOfChain, keepRestoredHead } from '#features/audit/heads.ts';
import { sealAll } from '#features/audit/seal.ts';
import { timeInChina } from '#platform/clock/clock.ts';
import { type RestoreOutcome, restoreDump } from '#platform/dump/restore.ts';
import type { Machine } from '#platform/machine.ts';
import { type AddCommand, addCommand } from './command.ts';
import { commandActor } from './commandActor.ts';
import { type CommonOptions, printJson, say, startProgress } from './terminal.ts';
import { withHouse } from './withHouse.ts';

interface RestoreOptions extends CommonOptions {
  readonly replace?: boolean;
}

export const command: AddCommand = (program) => {
  addCommand(
    program,
    'restore <file>',
    '从备份文件恢复到新的数据库（先放好原来的 keys.json）',
    'fill a new database from a dump (put the original keys.json in place first)',
  )
    .option('--replace', '清空现有数据后恢复 · remove what is there first')
    .action(async (file: string, options: RestoreOptions, self) => {
      await withHouse(self, options, async (house) => {
        const replaced = (await headOfChain(house.database)) ?? null;
        const progress = startProgress('恢复 restore', options);
        const outcome = await restoreDump(house, resolve(file), { replace: options.replace === true, onProgress: progress.at }).finally(
          progress.stop,
        );
        await tellRestored(house, basename(file), outcome, replaced);
        if (options.json) return printJson(outcome);
        say(
          `已恢复 ${timeInChina(new Date(outcome.createdAt))} 的备份：${outcome.tables} 张表，${outcome.rows} 行。`,
          `Restored the dump of ${timeInChina(new Date(outcome.createdAt))}: ${outcome.tables} tables, ${outcome.rows} rows.`,
        );
      });
    });
};

/** The chain goes on from that of the dump; the head of the chain that it replaced is told, and heads kept before count no more. */
async function tellRestored({ database, settings }: Machine, key: string, outcome: RestoreOutcome, replaced: ChainHead | null): Promise<void> {
  const entry = await appendAudit(database, commandActor(), {
    verb: 'backups.restore',
    object: { kind: 'backup', key },
    before: { head: replaced },
    after: { ...outcome },
  });
  await sealAll(database, settings.auditHash ?? 'sha256');
  await keepRestoredHead(database, settings.dataFolder, entry);
}
