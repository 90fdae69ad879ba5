/** What people decided about the headers of sheet forms: remembered, listed, taken back, and the first thing by which a sheet is recognised. */
import type { Register } from '#catalog/registers/register.ts';
import type { Queryable } from '#platform/database/database.ts';
import type { HeaderArea } from '#platform/files/sheets.ts';
import sql from 'sql-template-tag';
import type { HeaderMapping } from './columnContract.ts';
import { headerForm } from './headers.ts';
import { type Decisions, decisionKeys, formOf, meaningNamed, type SheetMapping } from './mapColumns.ts';
import { importProblems } from './problems.ts';
import { findHeaderOf, getImportedRegister, isNamed, type Recognised } from './recogniseRegister.ts';

/** The decisions about a sheet form, by header. */
export async function readMapping(database: Queryable, register: Register, form: string): Promise<Decisions> {
  const rows = await database.query<{ header: string; field: string | null }>(
    sql`select header, field from header_mapping where register = ${register.name} and form = ${form}`,
  );
  return new Map(rows.map(({ header, field }) => [header, field]));
}

/** A sheet form about which a person decided: of the register asked for, else of the one that the sheet names, else the one decided last. */
export async function recogniseRemembered(
  database: Queryable,
  area: HeaderArea,
  named: readonly string[],
  register: Register | undefined,
): Promise<Recognised | undefined> {
  const forms = await database.query<{ register: string; form: string }>(sql`
    select register, form from header_mapping where ${register?.name ?? null}::text is null or register = ${register?.name ?? null}
    group by register, form order by max(decided_at) desc, register, form`);
  const found: Recognised[] = [];
  for (const { register: name, form } of forms) {
    const known = getImportedRegister(name);
    const header = findHeaderOf(known, area, await readMapping(database, known, form));
    if (header && formOf(header.columns) === form) found.push({ register: known, header });
  }
  return found.find((one) => isNamed(one.register, named)) ?? found[0];
}

/** Remembers what a person said about headers, for each sheet form that has them. */
export async function rememberMapping(
  database: Queryable,
  { mapping = {}, statedBy = '' }: { readonly mapping?: Readonly<Record<string, string | null>>; readonly statedBy?: string },
  tables: readonly (Recognised & { readonly mapping: SheetMapping })[],
): Promise<void> {
  for (const { register, mapping: read, header } of tables) {
    const there = new Set([...header.columns.map((column) => headerForm(column.text)), ...decisionKeys(header.columns)]);
    const decisions = Object.entries(mapping).filter(([text]) => there.has(headerForm(text)));
    await decide(database, register, read.form, new Map(decisions), statedBy);
  }
}

/** Writes decisions beside those that stand. */
async function decide(database: Queryable, register: Register, form: string, decisions: Decisions, decidedBy: string): Promise<void> {
  for (const [header, field] of decisions) {
    await database.execute(sql`
      insert into header_mapping (register, form, header, field, decided_by) values (${register.name}, ${form}, ${headerForm(header)}, ${field}, ${decidedBy})
      on conflict (register, form, header) do update set field = excluded.field, decided_by = excluded.decided_by, decided_at = now()`);
  }
}

/** Replaces the decisions about a sheet form; without any it is forgotten. Throws `imports.mapped-field-unknown`. */
export async function replaceMapping(
  database: Queryable,
  registerName: string,
  form: string,
  decisions: Decisions,
  decidedBy: string,
): Promise<void> {
  const register = getImportedRegister(registerName);
  for (const [header, field] of decisions) {
    if (field !== null && !meaningNamed(register, field)) throw importProblems['mapped-field-unknown']({ header, field });
  }
  await database.execute(sql`delete from header_mapping where register = ${register.name} and form = ${form}`);
  await decide(database, register, form, decisions, decidedBy);
}

/** All remembered sheet forms, the one decided last first, each with a file that had it. */
export async function listMappings(database: Queryable): Promise<HeaderMapping[]> {
  const rows = await database.query<{
    register: string;
    form: string;
    by: string;
    at: string;
    file: string | null;
    decisions: [string, string | null][];
  }>(sql`
    select register, form, max(decided_by) as by, max(decided_at) as at, json_agg(json_build_array(header, field) order by field is null, header) as decisions,
      (select file_name from import_run run where run.form = header_mapping.form and run.register = header_mapping.register order by import_id desc limit 1) as file
    from header_mapping group by register, form order by max(decided_at) desc, register, form`);
  return rows.map(({ register: name, form, by, at, file, decisions }) => {
    const register = getImportedRegister(name);
    return {
      register: name,
      registerName: { zh: register.zh, en: register.en },
      form,
      file,
      by,
      at,
      columns: decisions.map(([header, field]) => ({ header, field, ...wordsOf(register, field) })),
    };
  });
}

/** What a decision means, in words; null where the column is not taken. */
export function wordsOf(register: Register, decided: string | null): { zh: string | null; en: string | null } {
  const meaning = decided === null ? undefined : meaningNamed(register, decided);
  if (!meaning) return { zh: null, en: null };
  if (meaning.is === 'dataDate') return { zh: '数据日期', en: 'data date' };
  const field = 'field' in meaning ? register.fields[meaning.field] : undefined;
  if (!field) return { zh: decided, en: decided };
  const [zh, en] = {
    field: ['', ''],
    name: ['的姓名或名称（只核对）', ', name (compared)'],
    birth: ['的出生日期', ', date of birth'],
    home: ['的户编号', ', household'],
  }[meaning.is as 'field' | 'name' | 'birth' | 'home'];
  return { zh: `${field.zh}${zh}`, en: `${field.en}${en}` };
}
