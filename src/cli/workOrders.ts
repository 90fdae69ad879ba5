/** `anju work-orders`: the work orders as they stand. */
import { Option } from 'commander';
import { statesOf } from '#catalog/lifecycles/lifecycle.ts';
import { workOrderLifecycle } from '#catalog/lifecycles/workOrder.ts';
import { appendAudit } from '#features/audit/appendAudit.ts';
import { exportWorkOrders } from '#features/workOrders/exportWorkOrders.ts';
import { type AddCommand, addCommand } from './command.ts';
import { commandActor } from './commandActor.ts';
import { csvFormat, printCsv } from './csv.ts';
import { type CommonOptions, printJson } from './terminal.ts';
import { withHouse } from './withHouse.ts';

interface Options extends CommonOptions {
  readonly state?: string;
}

const columns = [
  'order_no',
  'subject_kind',
  'subject_key',
  'settlement',
  'household',
  'state',
  'level',
  'warnings',
  'unit',
  'departments',
  'returns',
  'opened_at',
  'due_at',
  'closed_at',
];

export const command: AddCommand = (program) => {
  const orders = addCommand(program, 'work-orders', '工单清单', 'work orders as they stand')
    .addOption(new Option('--state <state>', '状态 · state').choices([...statesOf(workOrderLifecycle)]))
    .addOption(csvFormat());
  orders.action((options: Options) =>
    withHouse(orders, options, async ({ database }) => {
      const rows = await exportWorkOrders(database, options.state);
      await appendAudit(database, commandActor(), {
        verb: 'work-orders.export',
        object: { kind: 'work-orders' },
        after: { state: options.state ?? 'all', rows: rows.length },
      });
      if (options.json) printJson(rows);
      else printCsv(columns, rows);
    }),
  );
};
