/** `anju backup`: the daily backup at once, with its restore drill. */
import { backUpAndProve } from '#features/backups/backUpAndProve.ts';
import { problems } from '#platform/dump/problems.ts';
import { type AddCommand, addCommand } from './command.ts';
import { commandActor } from './commandActor.ts';
import { type CommonOptions, printJson, say } from './terminal.ts';
import { readVersion } from './version.ts';
import { withHouse } from './withHouse.ts';

export const command: AddCommand = (program) => {
  addCommand(
    program,
    'backup',
    '立即做每日备份并演练恢复（ANJU_BACKUP，密钥存到 ANJU_BACKUP_KEYS）',
    'write the daily backup now and drill its restore (ANJU_BACKUP, keys into ANJU_BACKUP_KEYS)',
  ).action(async (options: CommonOptions, self) => {
    await withHouse(self, options, async (house) => {
      const { backup } = house.settings;
      if (backup === undefined) throw problems['no-place']();
      const outcome = await backUpAndProve(house, readVersion(), backup, commandActor());
      if (options.json) return printJson(outcome);
      const { file, keys, rows, seen } = outcome;
      say(
        `已备份到 ${file}（密钥 ${keys}），恢复演练通过：${rows} 行，解密 ${seen?.opened} 个，指标 ${seen?.figures} 个相同。`,
        `Backed up to ${file} (keys ${keys}); the restore drill passed: ${rows} rows, ${seen?.opened} values opened, ${seen?.figures} figures the same.`,
      );
    });
  });
};
