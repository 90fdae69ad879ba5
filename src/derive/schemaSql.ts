/** The SQL of a whole schema: all declared tables in an order in which they can be created. */
import { createTableSql, type Table } from './table.ts';

/** SQL that creates all tables; a table comes after those that its foreign keys name. */
export function schemaSql(tables: readonly Table[]): string {
  const written = new Set<string>();
  const ordered: Table[] = [];
  const visit = (table: Table): void => {
    if (written.has(table.name)) return;
    written.add(table.name);
    for (const key of table.foreignKeys ?? []) {
      const target = tables.find((candidate) => candidate.name === key.table);
      if (target) visit(target);
    }
    ordered.push(table);
  };
  tables.forEach(visit);
  return `${ordered.map(createTableSql).join('\n\n')}\n`;
}
