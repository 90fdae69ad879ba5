/** `anju migration`: for developers, writes the tables that are declared as the first migration, while nothing is released. */
import { writeFileSync } from 'node:fs';
import { rowPoliciesSql } from '#derive/rowPolicy.ts';
import { schemaSql } from '#derive/schemaSql.ts';
import { viewsSql } from '#derive/view.ts';
import { auditGuardsSql } from '#features/audit/guards.ts';
import { tables } from '#features/tables.ts';
import { views } from '#features/views.ts';
import { projectPath } from '#platform/settings/projectFolder.ts';
import { type AddCommand, addCommand } from './command.ts';
import { printJson, say } from './terminal.ts';

const file = 'migrations/0001-registers-and-platform.sql';
const why = `-- The tables of the registers, the facts, and the features, written from their declarations by \`./anju migration\`.
-- Why one file: nothing is released, so there is no database to carry forward; the next change after a release is a file of its own.
`;

export const command: AddCommand = (program) => {
  addCommand(
    program,
    'migration',
    '按声明重写数据库结构文件（开发用）',
    'rewrite the first migration from the declared tables (for developers)',
  ).action(({ json }) => {
    writeFileSync(projectPath(file), `${why}\n${schemaSql(tables)}\n${viewsSql(views)}\n${auditGuardsSql}\n${rowPoliciesSql(tables)}`);
    if (json) printJson({ file, tables: tables.length });
    else say(`已写入 ${file}：${tables.length} 张表。`, `Wrote ${file}: ${tables.length} tables.`);
  });
};
