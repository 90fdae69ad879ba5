/** SQL of the room of imports, for its screens: scoped handle in, rows out. */
import sql, { empty, join, type Sql } from 'sql-template-tag';
import { registers } from '#catalog/catalog.ts';
import type { ScopedDatabase } from '#features/areas/scope.ts';

export interface ImportRecord {
  import_id: number;
  register: string;
  state: 'stored' | 'waiting' | 'refused' | 'undone';
  file_name: string | null;
  sha256: string | null;
  /** Columns of each sheet, with the headers that nobody knew. */
  headers: { unknown: string[] }[] | null;
  data_date: string;
  mode: 'changes' | 'full' | 'nil';
  settlements: string[];
  rows: number;
  added: number;
  changed: number;
  unchanged: number;
  refused: number;
  aside: number;
  missing: number;
  marked: number;
  problem: { code: string; zh: string; en: string } | null;
  stated_by: string;
  stored_at: string;
  undone_at: string | null;
}

/** An import is seen by whoever sees a settlement that it covers; one that covers none yet, by all who may import. */
const seen = (database: ScopedDatabase): Sql => sql`(settlements && ${database.touched}::text[] or settlements = '{}')`;

/** A row that waits is seen by whoever sees its import and, of what is seen for departments alone, the register that it is for. */
function seenAside(database: ScopedDatabase): Sql {
  if (!database.scope.parts) return seen(database);
  const each = Object.values(registers).flatMap((register) => {
    const part = database.forRegister(register);
    return part ? [sql`(aside_row.register = ${register.name} and ${seen(part)})`] : [];
  });
  return each.length === 0 ? sql`false` : sql`(${join(each, ' or ')})`;
}

/** One page of imports, the newest first. */
export async function pageOfImports(
  database: ScopedDatabase,
  filter: { register?: string | undefined; state?: string | undefined; mode?: string | undefined; statedBy?: string; page: number; size: number },
): Promise<{ total: number; rows: ImportRecord[] }> {
  const where = join(
    [
      seen(database),
      ...(filter.register ? [sql`register = ${filter.register}`] : []),
      ...(filter.state ? [sql`state = ${filter.state}`] : []),
      ...(filter.mode ? [sql`mode = ${filter.mode}`] : []),
      ...(filter.statedBy === undefined ? [] : [sql`stated_by = ${filter.statedBy}`]),
    ],
    ' and ',
  );
  const { total } = await database.one<{ total: number }>(sql`select count(*)::integer as total from import_run where ${where}`);
  const rows = await database.query<ImportRecord>(sql`
    select * from import_run where ${where} order by import_id desc limit ${filter.size} offset ${(filter.page - 1) * filter.size}`);
  return { total, rows };
}

/** One import inside the scope. */
export async function findImport(database: ScopedDatabase, id: number): Promise<ImportRecord | undefined> {
  return database.maybe<ImportRecord>(sql`select * from import_run where import_id = ${id} and ${seen(database)}`);
}

export interface ProblemRecord {
  effect: 'refused' | 'aside' | 'marked';
  sheet: number;
  line: number;
  column_letter: string | null;
  header: string | null;
  field: string | null;
  needs: string[];
  code: string;
  said_zh: string;
  said_en: string;
}

/** The first problems of an import in the order of the sheet. */
export async function problemsOfImport(database: ScopedDatabase, id: number, limit: number): Promise<{ total: number; rows: ProblemRecord[] }> {
  const { total } = await database.one<{ total: number }>(sql`select count(*)::integer as total from import_problem where import_id = ${id}`);
  const rows = await database.query<ProblemRecord>(sql`select * from import_problem where import_id = ${id} order by problem_no limit ${limit}`);
  return { total, rows };
}

export interface AsideRecord {
  import_id: number;
  register: string;
  file_name: string | null;
  sheet: number;
  line: number;
  waits_for: string | null;
  put_aside_at: string;
  code: string | null;
  said_zh: string | null;
  said_en: string | null;
}

/** Which of the rows that wait are asked for. */
export interface AsideWishes {
  readonly register?: string | undefined;
  readonly reason?: string | undefined;
  readonly import?: number | undefined;
  readonly text?: string | undefined;
  /** Blind indexes of the text, where it is an identity number. */
  readonly numberIndexes?: readonly Buffer[];
}

/** The rows that wait with the first reason of each. */
const waiting = sql`aside_row join import_run using (import_id)
  left join lateral (
    select code, said_zh, said_en from import_problem
    where import_problem.import_id = aside_row.import_id and import_problem.sheet = aside_row.sheet and import_problem.line = aside_row.line and effect = 'aside'
    order by problem_no limit 1
  ) problem on true`;

/** One page of rows that wait to be matched, the oldest first, and how many wait for which reason. */
export async function pageOfAsideRows(
  database: ScopedDatabase,
  { page, size, ...wishes }: AsideWishes & { readonly page: number; readonly size: number },
): Promise<{ total: number; rows: AsideRecord[]; groups: { register: string; reason: string; rows: number }[] }> {
  const { register, reason, import: importId, text, numberIndexes } = wishes;
  const like = `%${(text ?? '').replace(/[\\%_]/g, '\\$&')}%`;
  const found = join(
    [
      seenAside(database),
      ...(importId === undefined ? [] : [sql`aside_row.import_id = ${importId}`]),
      ...(numberIndexes ? [sql`number_index = any(${numberIndexes}::bytea[])`] : []),
      ...(text && !numberIndexes
        ? [sql`(file_name ilike ${like} or number_key ilike ${like} or said_zh ilike ${like} or said_en ilike ${like})`]
        : []),
    ],
    ' and ',
  );
  const wanted = sql`${found} ${register ? sql`and aside_row.register = ${register}` : empty} ${reason ? sql`and code = ${reason}` : empty}`;
  const groups = await database.query<{ register: string; reason: string; rows: number }>(sql`
    select aside_row.register, coalesce(code, '') as reason, count(*)::integer as rows from ${waiting} where ${found} group by 1, 2 order by 3 desc, 1, 2`);
  const { total } = await database.one<{ total: number }>(sql`select count(*)::integer as total from ${waiting} where ${wanted}`);
  const rows = await database.query<AsideRecord>(sql`
    select aside_row.import_id, aside_row.register, file_name, aside_row.sheet, aside_row.line, waits_for, put_aside_at, code, said_zh, said_en
    from ${waiting} where ${wanted} order by put_aside_at, import_id, aside_row.sheet, aside_row.line limit ${size} offset ${(page - 1) * size}`);
  return { total, rows, groups };
}
