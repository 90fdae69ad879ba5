/** Rows that imports kept back (refused, or waiting for their person) and that name the person: they are sealed, so each is opened and looked at. */
import type { Cell } from '#platform/files/sheets.ts';
import type { Keys } from '#platform/crypto/keys.ts';
import type { Queryable } from '#platform/database/database.ts';
import { openCells } from '#features/imports/keepRows.ts';
import sql, { raw } from 'sql-template-tag';
import type { Identity } from './aboutPerson.ts';

/** What is looked for in cells: numbers wherever they stand; the name only beside the household, since others may have the same. */
export type Sought = Pick<Identity, 'names' | 'idNumbers' | 'phones' | 'households'>;

/** Whether the cells of a row name the person. */
export function namesPerson(cells: readonly (Cell | undefined)[], { names, idNumbers, phones, households }: Sought): boolean {
  const texts = cells.flatMap((cell) => (cell === undefined ? [] : [cell.text.normalize('NFKC').trim().toUpperCase()]));
  const packed = texts.map((text) => text.replace(/[\s-]/g, ''));
  const numbers = [...idNumbers, ...phones].map((number) => number.toUpperCase());
  if (packed.some((text) => numbers.some((number) => text.includes(number)))) return true;
  const isNamed = names.some((name) => texts.includes(name.normalize('NFKC').toUpperCase()));
  return isNamed && texts.some((text) => households.includes(text));
}

/** A kept row with its place. */
export interface KeptRowFound {
  readonly table: 'refused_row' | 'aside_row';
  readonly import: number;
  readonly sheet: number;
  readonly line: number;
  readonly cells: readonly (Cell | undefined)[];
}

const pageSize = 2_000;

/** All kept rows that name the person. */
export async function findKeptRows(database: Queryable, keys: Keys, sought: Sought): Promise<KeptRowFound[]> {
  const found: KeptRowFound[] = [];
  for (const table of ['refused_row', 'aside_row'] as const) {
    let after = { import_id: 0, sheet: -1, line: 0 };
    for (;;) {
      const page = await database.query<{ import_id: number; sheet: number; line: number; cells: Buffer }>(sql`
        select import_id, sheet, line, cells from ${raw(table)} where (import_id, sheet, line) > (${after.import_id}::bigint, ${after.sheet}::integer, ${after.line}::integer)
        order by import_id, sheet, line limit ${pageSize}`);
      const last = page.at(-1);
      if (!last) break;
      after = last;
      for (const { import_id: importId, sheet, line, cells: sealed } of page) {
        const cells = openCells(keys, sealed);
        if (namesPerson(cells, sought)) found.push({ table, import: importId, sheet, line, cells });
      }
    }
  }
  return found;
}
