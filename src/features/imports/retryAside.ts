/** Tries the rows again that were put aside, once the people or households that they wait for have come. */
import sql, { type Sql } from 'sql-template-tag';
import { openCells } from './keepRows.ts';
import type { ImportHouse } from './importHouse.ts';
import { getKeepingImport, storeKept } from './storeKept.ts';

const atOnce = 20_000;

/** Which waiting rows are worth a try: their number is known now, or they wait for a person without a number. */
const mayMatch: Readonly<Record<string, Sql>> = {
  person: sql`a.waits_for = 'person' and (
    exists (select from person p where p.id_no_index = a.number_index) or exists (select from person p where p.person_no = a.number_key) or (a.number_index is null and a.number_key is null))`,
  household: sql`a.waits_for = 'household' and (
    exists (select from household h where h.head_id_no_index = a.number_index) or exists (select from household h where h.household_no = a.number_key)
    or (a.number_index is null and a.number_key is null))`,
};
// A household may also be named by the number of any member.
const byMember = sql`a.waits_for = 'household' and exists (select from person p where p.id_no_index = a.number_index)`;

/** After an import of a register: tries the rows that waited for it, as rows of their own imports. Answers how many found their place. */
export async function retryAside(house: ImportHouse, register: string): Promise<number> {
  const condition = mayMatch[register];
  if (!condition) return 0;
  const which = register === 'person' ? sql`((${condition}) or (${byMember}))` : condition;
  let matched = 0;
  const imports = await house.database.query<{ import_id: number }>(
    sql`select distinct import_id from aside_row a where ${which} order by import_id`,
  );
  for (const { import_id: importId } of imports) {
    const kept = await getKeepingImport(house, importId);
    let from = { sheet: -1, line: 0 };
    for (;;) {
      const page = await house.database.query<{ sheet: number; line: number; cells: Buffer }>(sql`
        select sheet, line, cells from aside_row a
        where import_id = ${importId} and (sheet, line) > (${from.sheet}, ${from.line}) and ${which} order by sheet, line limit ${atOnce}`);
      const last = page.at(-1);
      if (!last) break;
      from = last;
      const report = await storeKept(
        house,
        kept,
        page.map(({ sheet, line, cells }) => ({ sheet, line, cells: openCells(house.keys, cells) })),
      );
      matched += report.added + report.changed + report.unchanged;
    }
  }
  return matched;
}
