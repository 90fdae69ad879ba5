/** `anju findings`: who is at a level or unknown as of a day. */
import { appendAudit } from '#features/audit/appendAudit.ts';
import { withDay } from '#features/evaluation/dayShown.ts';
import { listFindings } from '#features/evaluation/listFindings.ts';
import { momentOf } from '#features/evaluation/moment.ts';
import { getItem } from '#features/items/viewItems.ts';
import { type AddCommand, addCommand } from './command.ts';
import { commandActor } from './commandActor.ts';
import { csvFormat, printCsv } from './csv.ts';
import { readDay } from './day.ts';
import { type CommonOptions, printJson } from './terminal.ts';
import { withHouse } from './withHouse.ts';

interface Options extends CommonOptions {
  readonly asOf?: string;
  readonly item?: string;
}

export const command: AddCommand = (program) => {
  const findings = addCommand(program, 'findings', '监测结果：达到预警等级或数据不足的对象', 'findings: subjects at a level or unknown')
    .option('--as-of <date>', '截至日，默认今天 · the day, today by default', readDay)
    .option('--item <code>', '只列这一监测项 · only this item')
    .addOption(csvFormat());
  findings.action((options: Options) =>
    withHouse(findings, options, async ({ database, clock }) => {
      const day = options.asOf ?? clock.today();
      const item = options.item ? getItem(options.item).code : undefined;
      const rows = await withDay(database, day, momentOf(day, clock.now()), (tx, month) => listFindings(tx, month, item));
      await appendAudit(database, commandActor(), {
        verb: 'findings.export',
        object: { kind: 'findings' },
        after: { day, item: item ?? null, rows: rows.length },
      });
      if (options.json) printJson(rows);
      else
        printCsv(
          ['item', 'subject_kind', 'subject_key', 'level'],
          rows.map((row) => ({ ...row })),
        );
    }),
  );
};
