/** The record of an import: begun inside its transaction, with its counts at the end; a file that was not stored is on record too. */
import type { Register } from '#catalog/registers/register.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { ProblemData } from '#platform/problems/problem.ts';
import sql, { type Sql } from 'sql-template-tag';
import type { StoreOrder } from './importHouse.ts';
import type { ImportReport } from './report.ts';
import type { RegisterRows, RowSource } from './sourceRows.ts';
import type { Storing } from './storeVersions.ts';

/** Begins the record whose number and moment all versions of the import carry. */
export async function beginImport(tx: Transaction, { register, sources }: RegisterRows, order: StoreOrder): Promise<Storing> {
  const headers = JSON.stringify(sources.map(({ sheet, name, mapping }) => ({ sheet, name, ...mapping })));
  const form = sources[0]?.mapping.form ?? null;
  if (order.into !== undefined) {
    await takeUp(tx, order.into, sources);
    const { stored_at: storedAt } = await tx.one<{ stored_at: string }>(sql`select clock_timestamp() as stored_at`);
    return { importId: order.into, storedAt };
  }
  const covers = order.covers.length > 0 ? order.covers : null;
  const written =
    order.resumes === undefined
      ? sql`
      insert into import_run (register, state, file_name, sha256, form, data_date, mode, covers, also_others, headers, stated_by, confirmed_by, reach)
      values (${register.name}, 'stored', ${order.file?.name ?? null}, ${order.file?.sha256 ?? null}, ${form}, ${order.dataDate}, ${order.mode},
        ${covers}, ${order.alsoOthers}, ${headers}, ${order.statedBy}, ${order.confirmedBy ?? null}, ${order.reach ?? null})`
      : sql`
      update import_run set state = 'stored', problem = null, dropped = null, settlements = '{}', form = ${form}, headers = ${headers}, confirmed_by = ${order.confirmedBy ?? null}, stored_at = clock_timestamp()
      where import_id = ${order.resumes}`;
  const { import_id: importId, stored_at: storedAt } = await tx.one<{ import_id: number; stored_at: string }>(
    sql`${written} returning import_id, stored_at`,
  );
  return { importId, storedAt };
}

/** Rows that were kept back leave with their problems: what becomes of them is written anew. */
async function takeUp(tx: Transaction, importId: number, sources: readonly RowSource[]): Promise<void> {
  for (const { sheet, batches } of sources) {
    const lines: number[] = [];
    for await (const batch of batches()) lines.push(...batch.map(({ row }) => row));
    const these = sql`import_id = ${importId} and sheet = ${sheet} and line = any(${lines}::integer[])`;
    await tx.execute(sql`delete from refused_row where ${these}`);
    await tx.execute(sql`delete from aside_row where ${these}`);
    await tx.execute(sql`delete from import_problem where ${these}`);
  }
}

/** Writes the counts into the record; of an import that takes up rows that it kept back, what still is kept counts. */
export async function recordCounts(tx: Transaction, report: ImportReport, marked: number, order: StoreOrder): Promise<void> {
  const { into } = order;
  const settlements = report.settlements.length > 0 || into !== undefined ? sql`${report.settlements}::text[]` : reachOfSender(order);
  const keptBack = (table: 'refused_row' | 'aside_row', count: number) =>
    into === undefined
      ? sql`${count}`
      : table === 'refused_row'
        ? sql`(select count(*) from refused_row r where r.import_id = ${into})`
        : sql`(select count(*) from aside_row r where r.import_id = ${into})`;
  await tx.execute(sql`
    update import_run set settlements = array(select distinct unnest(settlements || ${settlements}) order by 1),
      rows = rows + ${into === undefined ? report.rows : 0}, added = added + ${report.added}, changed = changed + ${report.changed}, unchanged = unchanged + ${report.unchanged},
      refused = ${keptBack('refused_row', report.refused)}, aside = ${keptBack('aside_row', report.aside)},
      others = others + ${report.others}, missing = missing + ${report.missing}, marked = marked + ${marked}
    where import_id = ${report.import}`);
}

/** Why a file was not stored, with the rows that a full list leaves out where it waits. */
interface Unstored {
  readonly state: 'waiting' | 'refused';
  readonly problem: ProblemData;
  readonly dropped: readonly number[] | null;
}

/** A file that was not stored: it waits for a second person, or was refused. */
export async function recordUnstored(
  tx: Transaction,
  register: Register,
  order: StoreOrder,
  { state, problem, dropped }: Unstored,
  account: number | null,
): Promise<number> {
  const { import_id: importId } = await tx.one<{ import_id: number }>(sql`
    insert into import_run (register, state, file_name, sha256, data_date, mode, covers, also_others, problem, dropped, stated_by, stated_account, reach, settlements)
    values (${register.name}, ${state}, ${order.file?.name ?? null}, ${order.file?.sha256 ?? null}, ${order.dataDate}, ${order.mode}, ${order.covers.length > 0 ? order.covers : null},
      ${order.alsoOthers}, ${JSON.stringify(problem)}, ${dropped}, ${order.statedBy}, ${account}, ${order.reach ?? null}, ${reachOfSender(order)})
    returning import_id`);
  return importId;
}

/** An import of which no row went in belongs to what it was said to cover, or else to where its sender may speak. */
function reachOfSender({ covers, reach }: StoreOrder): Sql {
  if (covers.length > 0) return sql`${covers}::text[]`;
  return reach ? sql`${reach}::text[]` : sql`array(select settlement_code from settlement order by 1)`;
}
