/** `anju visits`: the visits and attempts that were recorded. */
import { appendAudit } from '#features/audit/appendAudit.ts';
import { exportVisits } from '#features/visits/exportVisits.ts';
import { type AddCommand, addCommand } from './command.ts';
import { commandActor } from './commandActor.ts';
import { csvFormat, printCsv } from './csv.ts';
import { type CommonOptions, printJson } from './terminal.ts';
import { withHouse } from './withHouse.ts';

interface Options extends CommonOptions {
  readonly waiting?: boolean;
}

const columns = [
  'visit_id',
  'settlement',
  'household',
  'outcome',
  'method',
  'visited_at',
  'received_at',
  'attempt',
  'next_try',
  'met',
  'signed',
  'photos',
  'waiting',
];

export const command: AddCommand = (program) => {
  const visits = addCommand(program, 'visits', '走访清单（不含走访记录的内容）', 'visits: the list, without what was noted')
    .option('--waiting', '只列有答复待核定的 · only those with answers that wait for a person')
    .addOption(csvFormat());
  visits.action((options: Options) =>
    withHouse(visits, options, async ({ database }) => {
      const rows = await exportVisits(database, options.waiting);
      await appendAudit(database, commandActor(), {
        verb: 'visits.export',
        object: { kind: 'visits' },
        after: { filter: options.waiting ? 'waiting' : 'all', rows: rows.length },
      });
      if (options.json) printJson(rows);
      else printCsv(columns, rows);
    }),
  );
};
