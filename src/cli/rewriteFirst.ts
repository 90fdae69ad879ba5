/** `anju migration --afresh`: writes the first migration anew; only for what was never released. */
import { writeFileSync } from 'node:fs';
import { declaredStructure } from '#features/declaredStructure.ts';
import { tables } from '#features/tables.ts';
import { readMigrations } from '#platform/database/migrate.ts';
import { projectPath } from '#platform/settings/projectFolder.ts';
import { problems } from '#platform/structure/problems.ts';
import { type CommonOptions, printJson, say } from './terminal.ts';

const first = '0001-registers-and-platform.sql';
const why = `-- The tables of the registers, the facts, and the features, written from their declarations by \`./anju migration\`.
-- Why one file: nothing is released, so there is no database to carry forward; the next change after a release is a file of its own.
`;

/** Refuses while later files build on the first one. */
export function rewriteFirst({ json }: CommonOptions): void {
  const later = readMigrations(projectPath('migrations')).find(({ name }) => name !== first);
  if (later !== undefined) throw problems['later-files']({ name: `migrations/${later.name}` });
  const file = `migrations/${first}`;
  writeFileSync(projectPath(file), `${why}\n${declaredStructure.sql}`);
  if (json) printJson({ file, tables: tables.length });
  else
    say(
      `已重写 ${file}：${tables.length} 张表。执行过旧文件的数据库不能再用这个程序打开，其数据须重新导入；已发布的版本请改用 ./anju migration。`,
      `Rewrote ${file}: ${tables.length} tables. No database that has applied the old one opens with this program any more; its data have to be imported anew. For what was released, use ./anju migration.`,
    );
}
