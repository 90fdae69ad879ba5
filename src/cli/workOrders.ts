/** `anju work-orders`: the work orders as they stand. */
import { Option } from 'commander';
import { statesOf } from '#catalog/lifecycles/lifecycle.ts';
import { workOrderLifecycle } from '#catalog/lifecycles/workOrder.ts';
import { appendAudit } from '#features/audit/appendAudit.ts';
import { type OrderRow, orderMarks } from '#features/workOrders/contract.ts';
import { exportWorkOrders } from '#features/workOrders/exportWorkOrders.ts';
import { type AddCommand, addCommand } from './command.ts';
import { commandActor } from './commandActor.ts';
import { csvFormat, printCsv } from './csv.ts';
import { stateHelp } from './stateHelp.ts';
import { type CommonOptions, printJson } from './terminal.ts';
import { withHouse } from './withHouse.ts';

interface Options extends CommonOptions {
  readonly state?: string;
  readonly mark?: OrderRow['marks'][number];
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
  'marks',
  'opened_at',
  'due_at',
  'closed_at',
];

export const command: AddCommand = (program) => {
  const orders = addCommand(program, 'work-orders', '工单清单', 'work orders as they stand')
    .addOption(new Option('--state <state>', '状态 · state').choices([...statesOf(workOrderLifecycle)]))
    .addOption(new Option('--mark <mark>', '标记：超期、退单、办结仍亮灯、复发等 · what shows itself about an order').choices([...orderMarks]))
    .addOption(csvFormat())
    .addHelpText('after', stateHelp(workOrderLifecycle));
  orders.action((options: Options) =>
    withHouse(orders, options, async ({ database, clock }) => {
      const rows = await exportWorkOrders(database, clock.now(), options);
      await appendAudit(database, commandActor(), {
        verb: 'work-orders.export',
        object: { kind: 'work-orders' },
        after: { state: options.state ?? 'all', ...(options.mark && { mark: options.mark }), rows: rows.length },
      });
      if (options.json) printJson(rows);
      else printCsv(columns, rows);
    }),
  );
};
