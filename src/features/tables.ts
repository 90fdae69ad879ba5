/** Every table of the platform: the registers' and those of each feature. Migrations and the schema test are held to this list. */
import { registers } from '#catalog/catalog.ts';
import { currentTable, historyTable } from '#derive/registerTables.ts';
import type { Table } from '#derive/table.ts';
import { factTables } from '#facts/factTables.ts';
import { accountTables } from './accounts/tables.ts';
import { appealTables } from './appeals/tables.ts';
import { auditTables } from './audit/tables.ts';
import { calendarTables } from './calendar/tables.ts';
import { evaluationTables } from './evaluation/tables.ts';
import { importTables } from './imports/tables.ts';
import { noticeTables } from './notices/tables.ts';
import { peopleTables } from './people/tables.ts';
import { personRightTables } from './personRights/tables.ts';
import { standardTables } from './standards/tables.ts';
import { visitTables } from './visits/tables.ts';
import { warningTables } from './warnings/tables.ts';
import { workOrderTables } from './workOrders/tables.ts';

/** warning_case is the ledger of warnings seen as a register: a view, not a table. */
const registerTables = Object.values(registers)
  .filter((register) => register.name !== 'warning_case')
  .flatMap((register) => [currentTable(register), historyTable(register)]);

export const tables: readonly Table[] = [
  ...registerTables,
  ...factTables,
  ...accountTables,
  ...noticeTables,
  ...calendarTables,
  ...peopleTables,
  ...standardTables,
  ...importTables,
  ...evaluationTables,
  ...warningTables,
  ...workOrderTables,
  ...visitTables,
  ...appealTables,
  ...personRightTables,
  ...auditTables,
];
