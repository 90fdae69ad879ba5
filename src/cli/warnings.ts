/** `anju warnings`: the ledger of warnings. */
import { Option } from 'commander';
import { appendAudit } from '#features/audit/appendAudit.ts';
import { warningStates } from '#features/warnings/contract.ts';
import { exportWarnings } from '#features/warnings/exportWarnings.ts';
import { type AddCommand, addCommand } from './command.ts';
import { commandActor } from './commandActor.ts';
import { csvFormat, printCsv } from './csv.ts';
import { type CommonOptions, printJson } from './terminal.ts';
import { withHouse } from './withHouse.ts';

interface Options extends CommonOptions {
  readonly status?: string;
}

const columns = [
  'warning_no',
  'item',
  'subject_kind',
  'subject_key',
  'settlement',
  'household',
  'level',
  'highest_level',
  'status',
  'raised_on',
  'level_since',
  'recovering_since',
  'recovered_on',
  'silent_until',
  'held_back_by',
  'standard_version',
];

export const command: AddCommand = (program) => {
  const warnings = addCommand(program, 'warnings', '预警清单', 'warnings: the ledger')
    .addOption(new Option('--status <status>', '状态 · status').choices([...warningStates]))
    .addOption(csvFormat());
  warnings.action((options: Options) =>
    withHouse(warnings, options, async ({ database }) => {
      const rows = await exportWarnings(database, options.status);
      await appendAudit(database, commandActor(), {
        verb: 'warnings.export',
        object: { kind: 'warnings' },
        after: { status: options.status ?? 'all', rows: rows.length },
      });
      if (options.json) printJson(rows);
      else printCsv(columns, rows);
    }),
  );
};
