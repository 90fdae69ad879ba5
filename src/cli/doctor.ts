/** `anju doctor`: looks at everything that the house stands on and says what is not well. */
import { checkBackup } from '#features/backups/checkBackup.ts';
import { checkMachine } from '#platform/machineChecks.ts';
import { type AddCommand, addCommand } from './command.ts';
import { type CommonOptions, print, printJson } from './terminal.ts';
import { withHouse } from './withHouse.ts';

export const command: AddCommand = (program) => {
  addCommand(program, 'doctor', '检查运行环境和数据库', 'check the surroundings and the database').action(async (options: CommonOptions, self) => {
    await withHouse(self, options, async (house) => {
      const checks = [...(await checkMachine(house)), await checkBackup(house)];
      if (options.json) printJson({ checks });
      else for (const { ok, zh, en } of checks) print(`${ok ? '✓' : '✗'} ${zh}\n  ${en}\n`);
      if (checks.some(({ ok }) => !ok)) process.exitCode = 1;
    });
  });
};
