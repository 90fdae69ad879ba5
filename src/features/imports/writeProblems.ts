/** Writes the problems of an import down: in the database without values of people, and the first of them in the report. */
import { registers } from '#catalog/catalog.ts';
import type { Register } from '#catalog/registers/register.ts';
import { isHealth, isPersonal, isRevealable } from '#derive/decideShown.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { ProblemData, ProblemMaker } from '#platform/problems/problem.ts';
import sql from 'sql-template-tag';
import { queryText } from './importSql.ts';
import type { SheetMapping } from './mapColumns.ts';
import { rowProblems } from './problems.ts';
import { mostReported, type ReportedProblem } from './report.ts';

interface Listed {
  readonly no: number;
  readonly effect: ReportedProblem['effect'];
  readonly sheet: number;
  readonly line: number;
  readonly field: string | null;
  readonly code: string;
  readonly zh: string | null;
  readonly en: string | null;
  readonly params: Readonly<Record<string, string>> | null;
}

const pageSize = 5_000;

/** The table in which steps put down what refuses a row, puts it aside, or marks it. */
export async function prepareTroubles(tx: Transaction): Promise<void> {
  await tx.raw(
    `create temporary table trouble (x_n integer, effect text, field text, code text, params jsonb, number_index bytea, number_key text, waits_for text) on commit drop`,
  );
}

/** Writes all problems under the import; answers the first of them and their number. `others` are left out: rows about people of other lists. */
export async function writeProblems(
  tx: Transaction,
  register: Register,
  importId: number,
  mappings: ReadonlyMap<number, SheetMapping>,
  onProblems: (problems: readonly ReportedProblem[]) => void = () => {},
): Promise<{ problems: ReportedProblem[]; count: number; marked: number }> {
  await tx.raw(`
    create temporary table problem_list on commit drop as
    select row_number() over (order by s.x_n, t.place)::integer as no, t.effect, s.x_sheet as sheet, s.x_line as line, t.field, t.code, t.zh, t.en, t.params
    from (
      select x_n, 1 as place, effect, field, code, null as zh, null as en, params from trouble where effect <> 'other'
      union all
      select x_n, 0, item->>'effect', item->>'field', item->>'code', item->>'zh', item->>'en', null
      from stage cross join lateral jsonb_array_elements(x_problems::jsonb) as item where x_problems is not null
    ) t join stage s using (x_n);
    create index on problem_list (no)`);
  const problems: ReportedProblem[] = [];
  let count = 0;
  let marked = 0;
  const [last] = await tx.query<{ from: number }>(
    sql`select coalesce(max(problem_no), 0) as "from" from import_problem where import_id = ${importId}`,
  );
  for (;;) {
    const page = await queryText<Listed>(tx, `select * from problem_list where no > ${count} order by no limit ${pageSize}`);
    if (page.length === 0) return { problems, count, marked };
    const reported = page.map((listed) => report(register, listed, mappings));
    await tx.execute(sql`
      insert into import_problem (import_id, problem_no, effect, sheet, line, field, column_letter, header, needs, code, said_zh, said_en)
      select ${importId}, ${(last?.from ?? 0) + count} + ordinality, p.effect, p.sheet, p.row, p.field, p."column", p.header, p.needs, p.code, p.zh, p.en
      from rows from (jsonb_to_recordset(${JSON.stringify(reported.map((problem) => withoutValues(register, problem)))}::jsonb)
        as (effect text, sheet integer, "row" integer, field text, "column" text, header text, needs text[], code text, zh text, en text)) with ordinality as p`);
    onProblems(reported);
    count += page.length;
    marked += page.filter(({ effect }) => effect === 'marked').length;
    problems.push(...reported.slice(0, Math.max(0, mostReported - problems.length)));
  }
}

function report(register: Register, listed: Listed, mappings: ReadonlyMap<number, SheetMapping>): ReportedProblem {
  const { zh, en, code } = listed.zh === null ? sentenceOf(register, listed) : { zh: listed.zh, en: listed.en ?? '', code: listed.code };
  const column = columnOf(listed.field, mappings.get(listed.sheet));
  return {
    effect: listed.effect,
    sheet: listed.sheet,
    row: listed.line,
    column: column?.letter ?? null,
    header: column?.header ?? null,
    field: listed.field,
    needs: needsOf(register, listed, column !== undefined, mappings.get(listed.sheet)),
    code,
    zh,
    en,
  };
}

function sentenceOf(register: Register, { code, field, params }: Listed): Pick<ProblemData, 'zh' | 'en' | 'code'> {
  const maker = rowProblems[code as keyof typeof rowProblems] as ProblemMaker<{ kind: 'invalid'; zh: string; en: string }>;
  const declared = register.fields[field ?? ''];
  const target = declared?.target ? registers[declared.target] : undefined;
  const known = { field: declared?.zh ?? field ?? '', target: target?.zh ?? '', targetEn: target?.en ?? '', ...params };
  return (maker.data as (params: Record<string, string>) => ProblemData)(known);
}

/** What a refused row must state beside its cells. */
function needsOf(register: Register, { effect, field, params }: Listed, hasColumn: boolean, mapping: SheetMapping | undefined): string[] {
  const own = effect === 'refused' && field !== null && !hasColumn ? [field] : [];
  const names = params?.needs === undefined ? own : params.needs.split(',').filter((name) => columnOf(name, mapping) === undefined);
  return names.flatMap((name) => register.fields[name]?.zh ?? []);
}

/** The column where a field stands in a sheet: its number before its name. */
function columnOf(field: string | null, mapping: SheetMapping | undefined): SheetMapping['columns'][number] | undefined {
  if (field === null) return undefined;
  const standsFor = ({ meaning }: SheetMapping['columns'][number], own: boolean): boolean => {
    if (meaning.is === 'dataDate') return field === 'data_date';
    if (meaning.is === 'split') return meaning.fields.includes(field);
    if (meaning.is === 'wide') return meaning.column.into === field;
    return 'field' in meaning && meaning.field === field && (!own || meaning.is === 'field');
  };
  return mapping?.columns.find((column) => standsFor(column, true)) ?? mapping?.columns.find((column) => standsFor(column, false));
}

/** What a problem may repeat of a cell: nothing that says who somebody is, nothing sensitive or about health, no free words about a person; of children only to who may see them. */
export function withoutValues<Told extends Pick<ReportedProblem, 'field' | 'code' | 'zh' | 'en'>>(
  register: Register | undefined,
  problem: Told,
  { seesMinors }: { readonly seesMinors: boolean } = { seesMinors: true },
): Told {
  if (!problem.code.startsWith('cell.') || (register !== undefined && mayRepeat(register, problem.field ?? '', seesMinors))) return problem;
  return { ...problem, zh: problem.zh.replace(/“[^”]*”/, '“…”'), en: problem.en.replace(/“[^”]*”/, '“…”') };
}

function mayRepeat(register: Register, name: string, seesMinors: boolean): boolean {
  const field = register.fields[name];
  if (field === undefined) return name === 'data_date';
  if (field.kind.sealed || field.sensitivity === 'sensitive' || isRevealable(field) || isHealth(register, name)) return false;
  const isFreeText = field.kind.control === 'text' || field.kind.control === 'longText';
  return !isPersonal(field) || (seesMinors && !isFreeText);
}

/** A cell that could not be read is the one cause of what then could not be found by it: one problem is told, not two. */
export async function leaveOneCause(tx: Transaction): Promise<void> {
  await tx.raw("delete from trouble t using stage s where s.x_n = t.x_n and t.effect <> 'marked' and t.field = any(s.x_bad)");
}

/** Counts rows by what became of them, and takes rows about people of other lists out of those put aside. */
export async function countTroubles(tx: Transaction, alsoOthers: boolean): Promise<{ refused: number; aside: number; others: number }> {
  if (alsoOthers) {
    await tx.raw(`
      update trouble t set effect = 'other' where t.effect = 'aside' and t.code = 'nobody-with-number'
        and not exists (select from trouble o where o.x_n = t.x_n and o.effect in ('refused', 'aside') and o.code <> 'nobody-with-number')
        and not exists (select from stage s where s.x_n = t.x_n and s.x_refused)`);
  }
  await tx.raw(`
    create temporary table fate on commit drop as
    select x_n, case when bool_or(effect = 'refused') then 'refused' when bool_or(effect = 'aside') then 'aside' else 'other' end as fate
    from (
      select x_n, effect from trouble where effect <> 'marked'
      union all select x_n, 'refused' from stage where x_refused
    ) t group by x_n`);
  const rows = await queryText<{ fate: string; rows: number }>(tx, 'select fate, count(*)::integer as rows from fate group by 1');
  const of = (fate: string): number => rows.find((row) => row.fate === fate)?.rows ?? 0;
  return { refused: of('refused'), aside: of('aside'), others: of('other') };
}
