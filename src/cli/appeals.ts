/** `anju appeals`: the list of appeals. */
import { Option } from 'commander';
import { appealLifecycle } from '#catalog/lifecycles/appeal.ts';
import { statesOf } from '#catalog/lifecycles/lifecycle.ts';
import { exportAppeals } from '#features/appeals/exportAppeals.ts';
import { appendAudit } from '#features/audit/appendAudit.ts';
import { type AddCommand, addCommand } from './command.ts';
import { commandActor } from './commandActor.ts';
import { csvFormat, printCsv } from './csv.ts';
import { stateHelp } from './stateHelp.ts';
import { type CommonOptions, printJson } from './terminal.ts';
import { withHouse } from './withHouse.ts';

interface Options extends CommonOptions {
  readonly status?: string;
}

const columns = [
  'appeal_no',
  'settlement',
  'channel',
  'nature',
  'category',
  'track',
  'urgency',
  'item',
  'state',
  'unit',
  'repeat_of',
  'returns',
  'accepted_at',
  'due_at',
  'closed_at',
  'result',
  'satisfaction',
  'review_stage',
];

export const command: AddCommand = (program) => {
  const appeals = addCommand(program, 'appeals', '诉求清单（不含举报）', 'appeals: the list, without accusations')
    .addOption(new Option('--status <status>', '环节 · state').choices([...statesOf(appealLifecycle)]))
    .addOption(csvFormat())
    .addHelpText('after', stateHelp(appealLifecycle));
  appeals.action((options: Options) =>
    withHouse(appeals, options, async ({ database }) => {
      const rows = await exportAppeals(database, options.status);
      await appendAudit(database, commandActor(), {
        verb: 'appeals.export',
        object: { kind: 'appeals' },
        after: { status: options.status ?? 'all', rows: rows.length },
      });
      if (options.json) printJson(rows);
      else printCsv(columns, rows);
    }),
  );
};
