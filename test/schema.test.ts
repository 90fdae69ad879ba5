/** A database built by the migrations is the one that the code declares: every piece of its structure, and tables, columns, keys, indexes, comments as they stand in the code. */
import sql, { type Sql } from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readMigrations } from '../src/platform/database/migrate.ts';
import { createTestDatabase, type TestDatabase } from '../src/platform/database/testDatabase.ts';
import { indexSql, type Table } from '../src/derive/table.ts';
import { declaredStructure } from '../src/features/declaredStructure.ts';
import { tables } from '../src/features/tables.ts';
import { projectPath } from '../src/platform/settings/projectFolder.ts';
import { readKept } from '../src/platform/structure/leave.ts';
import { missingInMigrations } from '../src/platform/structure/proposeMigration.ts';
import { withScratchDatabase } from '../src/platform/structure/scratch.ts';

let one: TestDatabase;
beforeAll(async () => {
  one = await createTestDatabase(1);
});
afterAll(() => one.drop());

/** Tables and columns that houses keep though nothing declares them any more. */
const kept = readKept(readMigrations(projectPath('migrations')).map(({ text }) => text));
const ownOfMigrations = ['migration', 'installation', ...kept];
const read = <Row>(statement: Sql): Promise<Row[]> => one.database.query<Row>(statement);

test('no migration is missing (./anju migration writes it)', async () => {
  const missing = await withScratchDatabase(one.url, (empty) => missingInMigrations({ empty, folder: projectPath('migrations') }, declaredStructure));
  expect(missing, 'Run ./anju migration: it writes the file that is missing. What a line with ? says has to be written by hand.').toEqual([]);
});

/** Columns that came later stand last. */
const byName = <Column extends { readonly name: string }>(columns: readonly Column[]): Column[] =>
  [...columns].sort((a, b) => (a.name < b.name ? -1 : 1));

test('the tables are those that are declared, none more and none less', async () => {
  const found = await read<{ name: string }>(
    sql`select relname::text as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by 1`,
  );
  expect(found.map(({ name }) => name).filter((name) => !ownOfMigrations.includes(name))).toEqual(tables.map(({ name }) => name).sort());
});

test('no name is declared twice or longer than PostgreSQL keeps', () => {
  const names = tables.flatMap(({ name, columns }) => [name, ...columns.map((column) => column.name)]);
  expect(names.filter((name) => name.length > 63)).toEqual([]);
  expect(new Set(tables.map(({ name }) => name)).size).toBe(tables.length);
});

test('columns have the declared types, defaults and Chinese names', async () => {
  const found = await read<{ table: string; columns: { name: string }[] }>(sql`
    select c.relname::text as table, json_agg(json_build_object(
        'name', a.attname, 'type', format_type(a.atttypid, a.atttypmod), 'notNull', a.attnotnull, 'identity', a.attidentity <> '',
        'default', pg_get_expr(d.adbin, d.adrelid), 'zh', col_description(c.oid, a.attnum)) order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') group by 1`);
  const columnsOf = new Map(found.map(({ table, columns }) => [table, columns]));
  for (const table of tables) {
    const declared = table.columns.map(({ name, type, notNull, identity, default: value, zh }) => {
      const isKey = table.primaryKey.includes(name);
      return { name, type, notNull: notNull === true || isKey, identity: identity === true, default: value ?? null, zh };
    });
    expect(byName((columnsOf.get(table.name) ?? []).filter(({ name }) => !kept.has(`${table.name}.${name}`))), table.name).toEqual(byName(declared));
  }
});

test('keys and comments of tables are the declared ones', async () => {
  const found = await read<{ name: string; zh: string; key: string; foreign: string[] | null }>(sql`
    select c.relname::text as name, obj_description(c.oid) as zh,
      (select pg_get_constraintdef(oid) from pg_constraint where conrelid = c.oid and contype = 'p') as key,
      (select array_agg(pg_get_constraintdef(oid)::text order by pg_get_constraintdef(oid)::text collate "C") from pg_constraint where conrelid = c.oid and contype = 'f') as foreign
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`);
  for (const table of tables) {
    const foreign = (table.foreignKeys ?? []).map(
      (key) => `FOREIGN KEY (${key.columns.join(', ')}) REFERENCES ${key.table}(${key.target.join(', ')})`,
    );
    expect(found.find(({ name }) => name === table.name)).toEqual({
      name: table.name,
      zh: table.zh,
      key: `PRIMARY KEY (${table.primaryKey.join(', ')})`,
      foreign: foreign.length === 0 ? null : foreign.sort(),
    });
  }
});

test('indexes are the declared ones', async () => {
  const found = await indexesOf('public');
  // PostgreSQL prints conditions in its own way: the declared indexes are made once more elsewhere, and both prints compared.
  await one.database.transaction(async (tx) => {
    await tx.raw('create schema declared; set local search_path to declared, public');
    for (const table of tables) await tx.raw(`create table declared.${table.name} (like public.${table.name})`);
    for (const table of tables) for (const index of table.indexes) await tx.raw(indexSql(table, index));
  });
  expect(found).toEqual(await indexesOf('declared'));
});

async function indexesOf(schema: string): Promise<string[]> {
  const found = await read<{ text: string }>(sql`
    select replace(pg_get_indexdef(i.indexrelid), ${`${schema}.`}, '') as text
    from pg_index i join pg_class c on c.oid = i.indrelid
    where c.relnamespace = ${schema}::regnamespace and not i.indisprimary and c.relname <> all(${ownOfMigrations}) order by 1`);
  return found.map(({ text }) => text);
}

test('every declared table is laid out by its settlement, or says why not', () => {
  const growing = tables.filter((table: Table) => table.spread === 'settlement');
  for (const table of growing)
    expect(
      table.columns.map(({ name }) => name),
      table.name,
    ).toContain('settlement_code');
});
