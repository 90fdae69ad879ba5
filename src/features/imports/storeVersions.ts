/** Stores merged rows: the version before goes to the history, a late one takes its place there, and what was said again is remembered by its day. */
import { textLiteral } from '#derive/literal.ts';
import type { Register } from '#catalog/registers/register.ts';
import type { Transaction } from '#platform/database/database.ts';
import { dataColumns, executeText, queryText, sharedColumns } from './importSql.ts';
import { insertNew } from './insertNew.ts';
import type { Turn } from './mergeRows.ts';

/** Which import stores, and at which moment: versions of one day are ordered by it. */
export interface Storing {
  readonly importId: number;
  readonly storedAt: string;
}

/** How many rows were told apart from what stood. */
export interface StoredCounts {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
}

const mostConfirmed = 50_000;

/** Stores everything in `merged`. */
export async function storeVersions(tx: Transaction, register: Register, turn: Turn, { importId, storedAt }: Storing): Promise<StoredCounts> {
  const { name } = register;
  const data = dataColumns(register).filter((column) => column !== 'data_date');
  const shared = sharedColumns(register);
  const stamp = `${importId}::bigint, m.x_sheet, m.x_line, ${textLiteral(storedAt)}::timestamptz`;
  const missing = register.mode === 'state' ? ', missing_since = null' : '';
  const [counts] = await queryText<StoredCounts & { readonly replaced: number }>(
    tx,
    `
    select count(*) filter (where x_new)::integer as added, count(*) filter (where x_changed and not x_new and not x_told)::integer as changed,
      count(*) filter (where not x_changed or x_told)::integer as unchanged,
      count(*) filter (where x_changed and not x_new and not x_late)::integer as replaced
    from merged`,
  );
  const { added = 0, changed = 0, unchanged = 0, replaced = 0 } = counts ?? {};
  if (unchanged > 0) await confirmRows(tx, register, { importId, storedAt });
  if (turn.hasLate) await storeLate(tx, register, { importId, storedAt });
  await executeText(
    tx,
    `
    insert into ${name}_history (row_id, ${shared.join(', ')}, valid_to, replaced_by)
    select c.row_id, ${shared.map((column) => `c.${column}`).join(', ')}, m.data_date, ${importId}
    from merged m join ${name} c on c.row_id = m.x_row where m.x_changed and not m.x_late`,
  );
  const written = await executeText(
    tx,
    `
    update ${name} c set ${data.map((column) => `${column} = m.${column}`).join(', ')}, data_date = m.data_date,
      import_id = ${importId}, sheet = m.x_sheet, line = m.x_line, stored_at = ${textLiteral(storedAt)}::timestamptz${missing}
    from merged m where c.row_id = m.x_row and m.x_changed and not m.x_late`,
  );
  // Rows outside the reach of a person are not there for the role that writes.
  if (written !== replaced) throw new Error(`${replaced} rows of ${name} were to be replaced, and ${written} were`);
  await insertNew(
    tx,
    register,
    added,
    `
    insert into ${name} (${[...data, 'data_date'].join(', ')}, import_id, sheet, line, stored_at)
    select ${[...data, 'data_date'].map((column) => `m.${column}`).join(', ')}, ${stamp} from merged m where m.x_new`,
  );
  return { added, changed, unchanged };
}

/** Remembers the rows that stand as they were said: an array for each day, in parts of bounded size. */
async function confirmRows(tx: Transaction, register: Register, { importId, storedAt }: Storing): Promise<void> {
  await executeText(
    tx,
    `
    insert into register_confirmation (register, import_id, data_date, part, stored_at, row_ids, sheets, lines)
    select ${textLiteral(register.name)}, ${importId}, data_date, part + coalesce((
        select max(before.part) + 1 from register_confirmation before
        where before.register = ${textLiteral(register.name)} and before.import_id = ${importId} and before.data_date = said.data_date), 0),
      ${textLiteral(storedAt)}, array_agg(x_row order by x_n), array_agg(x_sheet order by x_n), array_agg(x_line order by x_n)
    from (select x_n, x_row, x_sheet, x_line, data_date, ((row_number() over (partition by data_date order by x_n) - 1) / ${mostConfirmed})::integer as part from merged where not x_changed) said
    group by data_date, part`,
  );
}

/** Late versions: what they follow ends on their day; where the version before was said again later, it holds again from then on. */
async function storeLate(tx: Transaction, register: Register, { importId, storedAt }: Storing): Promise<void> {
  const { name } = register;
  const shared = sharedColumns(register);
  const data = dataColumns(register);
  const origin = ['import_id', 'sheet', 'line', 'stored_at', 'data_date', 'missing_since'];
  const own = shared.filter((column) => !origin.includes(column));
  const missing = register.mode === 'state';
  const late = 'merged m join late l on l.x_n = m.x_n';
  const again = [...own, ...(missing ? ['missing_since'] : [])];
  // What stands now, said again after the late day: it goes into the history up to that day and stands again from when it was said.
  await executeText(
    tx,
    `
    insert into ${name}_history (row_id, ${shared.join(', ')}, valid_to, replaced_by)
    select c.row_id, ${shared.map((column) => `c.${column}`).join(', ')}, m.data_date, ${importId}
    from ${late} join ${name} c on c.row_id = m.x_row where m.x_changed and l.follows_current`,
  );
  await executeText(
    tx,
    `
    update ${name} c set data_date = l.again_on, import_id = l.again_import, sheet = l.again_sheet, line = l.again_line, stored_at = l.again_at
    from ${late} where c.row_id = m.x_row and m.x_changed and l.follows_current`,
  );
  // A version of the history, said again after the late day and before the next version.
  await executeText(
    tx,
    `
    insert into ${name}_history (row_id, ${again.join(', ')}, data_date, import_id, sheet, line, stored_at, valid_to, replaced_by)
    select h.row_id, ${again.map((column) => `h.${column}`).join(', ')}, l.again_on, l.again_import, l.again_sheet, l.again_line, l.again_at, h.valid_to, h.replaced_by
    from ${late} join ${name}_history h on h.version_id = l.base where m.x_changed and l.again_on is not null`,
  );
  await executeText(
    tx,
    `
    update ${name}_history h set valid_to = m.data_date, replaced_by = ${importId}
    from ${late} where h.version_id = l.base and m.x_changed`,
  );
  await executeText(
    tx,
    `
    insert into ${name}_history (row_id, ${data.join(', ')}, data_date, import_id, sheet, line, stored_at, valid_to)
    select m.x_row, ${data.map((column) => `m.${column}`).join(', ')}, m.data_date, ${importId}, m.x_sheet, m.x_line, ${textLiteral(storedAt)}::timestamptz, coalesce(l.again_on, l.next_date)
    from ${late} where m.x_changed`,
  );
}
