/** Small pieces of SQL that the steps of an import share. All names come from the catalogue. */
import type { Field } from '#catalog/kinds/kind.ts';
import type { Register } from '#catalog/registers/register.ts';
import { columnType, currentTable, historyTable } from '#derive/registerTables.ts';
import type { Queryable } from '#platform/database/database.ts';
import { raw } from 'sql-template-tag';

/** Rows of a statement that was put together from names of the catalogue. */
export function queryText<Row>(tx: Queryable, text: string): Promise<Row[]> {
  return tx.query<Row>(raw(text));
}

/** Runs such a statement and answers the number of rows. */
export function executeText(tx: Queryable, text: string): Promise<number> {
  return tx.execute(raw(text));
}

/** Whether such a query finds a row. */
export async function existsText(tx: Queryable, query: string): Promise<boolean> {
  const [row] = await queryText<{ found: boolean }>(tx, `select exists (${query}) as found`);
  return row?.found === true;
}

/** Columns that hold the value of a field, as stored. */
export function columnsOf(name: string, field: Field): readonly string[] {
  return field.kind.sealed ? [name, `${name}_index`] : [name];
}

/** The column by which values of a field are compared: of sealed fields the blind index. */
export function comparedColumn(name: string, field: Field): string {
  return field.kind.sealed ? `${name}_index` : name;
}

/** Columns of a register's table that carry its data (not its number, dates and origin). */
export function dataColumns(register: Register): readonly string[] {
  const origin = new Set([
    'row_id',
    'missing_since',
    'import_id',
    'sheet',
    'line',
    'stored_at',
    ...('data_date' in register.fields ? [] : ['data_date']),
  ]);
  return currentTable(register)
    .columns.map(({ name }) => name)
    .filter((name) => !origin.has(name));
}

/** All columns that current and history rows share, but the number. */
export function sharedColumns(register: Register): readonly string[] {
  const inHistory = new Set(historyTable(register).columns.map(({ name }) => name));
  return currentTable(register)
    .columns.map(({ name }) => name)
    .filter((name) => name !== 'row_id' && inHistory.has(name));
}

/** Fields of a row as an expression names them, put under an alias: `status = '1'` → `c.status = '1'`. Texts in quotes stay. */
export function under(alias: string, expression: string, register: Register): string {
  return expression
    .split(/('(?:[^']|'')*')/)
    .map((part, at) =>
      at % 2 === 1
        ? part
        : part.replace(/(?<![\w.])([a-z_][a-z0-9_]*)(?![\w.(])/g, (name: string) =>
            name in register.fields || name === 'data_date' ? `${alias}.${name}` : name,
          ),
    )
    .join('');
}

/** `R.f` in an expression: field f of the row of R that this row refers to. */
export function withReferenced(expression: string, register: Register, alias: string): string {
  return expression.replace(/\b([a-z_]+)\.([a-z_][a-z0-9_]*)\b/g, (whole: string, target: string, column: string) => {
    const [name] = Object.entries(register.fields).find(([, field]) => field.kind.name === 'ref' && field.target === target) ?? [];
    if (name === undefined) return whole;
    const key = target === 'clinic' ? 'org_no' : name;
    return `(select t.${column} from ${target} t where t.${key} = ${alias}.${name})`;
  });
}

/** An expression over a row under an alias, with the rows that it refers to. */
export function rowExpression(expression: string, register: Register, alias: string): string {
  return withReferenced(under(alias, expression, register), register, alias);
}

/** A name as it is compared: without blanks and the dots between its parts. */
export function comparedNameSql(column: string): string {
  return `translate(${column}, ' ·•‧・.', '')`;
}

/** The text of a value inside a key that is put together from several fields. */
export function keyText(expression: string, field: Field): string {
  return columnType(field) === 'timestamp with time zone'
    ? `to_char(${expression} at time zone 'Asia/Shanghai', 'YYYYMMDDHH24MI')`
    : `${expression}::text`;
}
