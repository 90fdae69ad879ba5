/** Everything that is sealed in the tables, as they are declared: a change of keys reaches what stands here. */
import type { Column, ColumnIndex, Table } from '#derive/table.ts';
import type { SealedColumn, SealedData } from '#platform/rotation/sealedData.ts';
import { turnOfImports } from './imports/importHouse.ts';
import { tables } from './tables.ts';

/** The sealed columns of a table, each with the index beside it. */
export function sealedColumns({ name, primaryKey, columns }: Table): SealedColumn[] {
  return columns
    .filter(({ bytes }) => bytes === 'sealed')
    .map((column) => {
      const index = columns.find((other) => indexOf(other)?.of === column.name);
      const { domain = '', values } = (index && indexOf(index)) ?? {};
      return {
        table: name,
        key: primaryKey,
        column: column.name,
        ...(index && { index: { column: index.name, domain, ...(values && { values }) } }),
      };
    });
}

function indexOf({ bytes }: Column): ColumnIndex | undefined {
  return typeof bytes === 'object' ? bytes : undefined;
}

export const sealedData: SealedData = { columns: tables.flatMap(sealedColumns), turn: turnOfImports };
