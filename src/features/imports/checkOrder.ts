/** Checks what is said about an import as a whole: its data date and the settlements that it covers. */
import type { Register } from '#catalog/registers/register.ts';
import type { Queryable } from '#platform/database/database.ts';
import sql from 'sql-template-tag';
import type { StoreOrder } from './importHouse.ts';
import { importProblems } from './problems.ts';

/** Refuses a data date that is none or has not come. */
export function checkDataDate(dataDate: string, today: string): void {
  const isDay = /^\d{4}-\d\d-\d\d$/.test(dataDate) && !Number.isNaN(Date.parse(dataDate)) && new Date(dataDate).toISOString().startsWith(dataDate);
  if (!isDay || dataDate > today || dataDate < '1900-01-01') throw importProblems['data-date-wrong']({ date: dataDate });
}

/** Refuses settlements that are not in the register, or that the person does not reach: both are unknown. */
export async function checkCovers(database: Queryable, { covers, reach }: Pick<StoreOrder, 'covers' | 'reach'>): Promise<void> {
  if (covers.length === 0) return;
  const known = await database.query<{ code: string }>(
    sql`select settlement_code as code from settlement where settlement_code = any(${covers}::text[])`,
  );
  const unknown = covers.find((code) => !known.some((one) => one.code === code) || reach?.includes(code) === false);
  if (unknown !== undefined) throw importProblems['covers-unknown']({ code: unknown });
}

/** Registers of the whole prefecture are brought by who reaches all of it, and a register of a department by that department. */
export function checkReach(register: Register, { reach }: Pick<StoreOrder, 'reach'>): void {
  if (reach === undefined) return;
  const isOfAll = register.settlementVia.length === 0 || register.name === 'settlement';
  if (isOfAll || reach.length === 0) throw importProblems['not-your-register']({ register: register.zh });
}
