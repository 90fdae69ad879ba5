/** The visits to one household: what was recorded here, and the rows of the register that came in sheets. */
import type { ScopedDatabase } from '#features/areas/scope.ts';
import sql, { raw, type Sql } from 'sql-template-tag';
import type { VisitFilter } from './contract.ts';
import { recordColumns, type VisitRecord } from './queries.ts';

/** A row of the register of visits that no visit recorded here has made. */
export interface SheetVisit {
  readonly visit_id: null;
  readonly household_no: string;
  readonly visited_on: string;
  readonly visited_by: string;
  readonly method: string | null;
  readonly met: boolean | null;
  readonly note: string | null;
  /** Whom it concerned, where it was one person. */
  readonly children: string[];
  readonly imports: number[];
  readonly total: number;
}

/** A page of both, the latest first: of one day those recorded here first, since only they say at what hour. */
export async function pageOfHousehold(
  scope: ScopedDatabase,
  { household, page, size }: VisitFilter & { readonly household: string },
  account: number,
): Promise<(VisitRecord | SheetVisit)[]> {
  const concerned = (table: 'visit' | 'visit_history'): Sql =>
    sql`select person_no from ${raw(table)} where household_no = ${household} and import_id = any(record.imports) and person_no is not null`;
  // A sheet that states a recorded visit once more does not make a second of it.
  const isRecorded = sql`exists (select from visit_record record where record.household_no = entry.household_no and (entry.import_id = any(record.imports)
    or exists (select from visit_history earlier where earlier.row_id = entry.row_id and earlier.import_id = any(record.imports))))`;
  const places = await scope.query<{ visit_id: number | null; row_id: number | null; total: number }>(sql`
    select visit_id, row_id, (count(*) over ())::integer as total from (
      select visit_id, null::bigint as row_id, visited_at::date as visited_on, visited_at from visit_record record
      where record.household_no = ${household} and ${scope.within('record.settlement_code')}
      union all
      select null, row_id, visited_on, null from visit entry where entry.household_no = ${household} and ${scope.within('entry.settlement_code')} and not ${isRecorded}
    ) both_kinds
    order by visited_on desc, visited_at desc nulls last, visit_id desc, row_id desc limit ${size} offset ${(page - 1) * size}`);
  const total = places[0]?.total ?? 0;
  const records = await scope.query<VisitRecord>(sql`
    select ${recordColumns(account)}, record.note, array(${concerned('visit')} union ${concerned('visit_history')}) as children, ${total}::integer as total
    from visit_record record where record.visit_id = any(${places.flatMap(({ visit_id: id }) => id ?? [])}::bigint[]) and ${scope.within('record.settlement_code')}`);
  const rows = await scope.query<SheetVisit & { row_id: number }>(sql`
    select row_id, null as visit_id, household_no, visited_on, visitor as visited_by, method, met, note, array_remove(array[person_no], null) as children,
      array[import_id] as imports, ${total}::integer as total
    from visit entry where row_id = any(${places.flatMap(({ row_id: id }) => id ?? [])}::bigint[]) and ${scope.within('entry.settlement_code')}`);
  return places.flatMap((place) => records.find((one) => one.visit_id === place.visit_id) ?? rows.find((one) => one.row_id === place.row_id) ?? []);
}
