/** A full list: rows of the covered settlements that it no longer holds are missing from its day on. */
import { textLiteral } from '#derive/literal.ts';
import type { Register } from '#catalog/registers/register.ts';
import type { Transaction } from '#platform/database/database.ts';
import { homeOnDay, settlementOnDay } from './homeOnDay.ts';
import { executeText, queryText, sharedColumns } from './importSql.ts';
import { importProblems } from './problems.ts';
import type { Storing } from './storeVersions.ts';

/** Share of the standing rows that a list may leave out before a second person must confirm, and the number under which nobody is asked. */
const mostDropped = 0.05;
const few = 5;

export interface FullList {
  readonly dataDate: string;
  readonly settlements: readonly string[];
  /** A second person has seen that many rows go missing and agreed. */
  readonly isConfirmed: boolean;
}

/** The rows that a list leaves out, as the cause of its refusal: the second person looks through them. */
export class DroppedRows {
  constructor(readonly rowIds: readonly number[]) {}
}

/** Marks the rows that are missing; answers how many. Refuses when they are too many and nobody confirmed. */
export async function markMissing(
  tx: Transaction,
  register: Register,
  { dataDate, settlements, isConfirmed }: FullList,
  { importId, storedAt }: Storing,
): Promise<number> {
  const { name } = register;
  const day = textLiteral(dataDate);
  const lived = livedOnDay(register, `${day}::date`);
  await tx.raw(`
    create temporary table gone on commit drop as
    select c.row_id from ${name} c ${lived.joins}
    where ${lived.settlement} = any(array[${settlements.map(textLiteral).join(', ')}]::text[]) and c.missing_since is null and c.data_date <= ${day} and c.import_id <> ${importId}
      and not exists (select from keyed_rows k where k.row_id = c.row_id)
      and not exists (
        select from register_confirmation said where said.register = ${textLiteral(name)} and said.data_date > ${day} and c.row_id = any(said.row_ids))`);
  const [count] = await queryText<{ dropped: number; standing: number }>(
    tx,
    `
    select dropped, dropped + (select count(distinct row_id) from keyed_rows where is_standing) as standing from (select count(*) as dropped from gone) gone`,
  );
  const { dropped = 0, standing = 0 } = count ?? {};
  if (!isConfirmed && dropped >= few && dropped > standing * mostDropped) {
    const rows = await queryText<{ row_id: number }>(tx, 'select row_id from gone order by row_id');
    throw importProblems['full-list-drops']({ dropped, standing }, { cause: new DroppedRows(rows.map(({ row_id }) => row_id)) });
  }
  if (dropped === 0) return 0;
  // What moved since lies elsewhere now: there its facts change too.
  await executeText(
    tx,
    `insert into touched select distinct c.settlement_code, false from ${name} c join gone using (row_id) where c.settlement_code is not null`,
  );
  const shared = sharedColumns(register);
  await executeText(
    tx,
    `
    insert into ${name}_history (row_id, ${shared.join(', ')}, valid_to, replaced_by)
    select c.row_id, ${shared.map((column) => `c.${column}`).join(', ')}, ${textLiteral(dataDate)}, ${importId} from ${name} c join gone using (row_id)`,
  );
  return executeText(
    tx,
    `
    update ${name} c set missing_since = ${textLiteral(dataDate)}, data_date = ${textLiteral(dataDate)}, import_id = ${importId}, sheet = 0, line = 0, stored_at = ${textLiteral(storedAt)}::timestamptz
    from gone where gone.row_id = c.row_id`,
  );
}

/** Where the rows belonged on a day: rows of persons and households moved with them since, all others state their settlement in a version of their own. */
function livedOnDay({ settlementVia: [way = ''], fields }: Register, day: string): { joins: string; settlement: string } {
  const target = fields[way]?.target;
  if (target !== 'person' && target !== 'household') return { joins: '', settlement: 'c.settlement_code' };
  return { joins: homeOnDay(target, `c.${way}`, day), settlement: `coalesce(${settlementOnDay}, c.settlement_code)` };
}
