/** Inserts rows that are new; into a register that was empty, its indexes are built once behind the rows and not row by row. */
import { textLiteral } from '#derive/literal.ts';
import type { Register } from '#catalog/registers/register.ts';
import type { Transaction } from '#platform/database/database.ts';
import { executeText, existsText, queryText } from './importSql.ts';

/** From this number of rows on, building indexes anew is quicker than keeping them. */
const many = 5_000;
/** Somebody looks at the register, or the rows are written by a role that owns nothing. */
const notOurs = ['55P03', '42501'];

/** Runs the statement that inserts `rows` rows. */
export async function insertNew(tx: Transaction, { name }: Register, rows: number, insert: string): Promise<void> {
  if (rows < many || !(await isOurs(tx, name))) {
    await executeText(tx, insert);
    return;
  }
  const indexes = await queryText<{ name: string; definition: string }>(
    tx,
    `
    select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
    where indrelid = ${textLiteral(name)}::regclass and not exists (select from pg_constraint where conindid = indexrelid) order by 1`,
  );
  await tx.raw(`truncate ${name}`);
  for (const index of indexes) await tx.raw(`drop index ${index.name}`);
  await executeText(tx, insert);
  for (const { definition } of indexes) await tx.raw(definition);
}

/** Whether the register is empty and nobody looks at it: who comes while its rows are stored waits, but whoever is there already is not waited for. */
async function isOurs(tx: Transaction, name: string): Promise<boolean> {
  if (await existsText(tx, `select from ${name}`)) return false;
  await tx.raw('savepoint alone');
  try {
    await tx.raw(`lock table ${name} in access exclusive mode nowait`);
  } catch (error) {
    if (!notOurs.includes((error as { code?: string }).code ?? '')) throw error;
    await tx.raw('rollback to savepoint alone');
    return false;
  }
  return !(await existsText(tx, `select from ${name}`));
}
