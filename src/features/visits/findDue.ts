/** Which questions are due: the first field is empty, or what stands is older than the question allows and nobody has asked or reported since. */
import { visitQuestions } from '#catalog/visitQuestions.ts';
import { dayAfter } from '#derive/clocks/chinaTime.ts';
import type { Queryable } from '#platform/database/database.ts';
import sql from 'sql-template-tag';
import type { OpenCase } from './askedRows.ts';
import type { AskedRow } from './contract.ts';
import type { Home } from './findHome.ts';

/** Registers about which something is asked. */
export const askedRegisters: readonly string[] = [...new Set(visitQuestions.map(({ register }) => register))];

/** The day on which each register was last delivered for settlements: `settlement register` to day. That a department has reported is no secret of a person. */
export async function deliveredOn(database: Queryable, settlements: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await database.query<{ settlement_code: string; register: string; day: string }>(sql`
    select settlement_code, register, max(data_date) as day from register_feed
    where settlement_code = any(${settlements}::text[]) and register = any(${askedRegisters}::text[]) and not nil group by 1, 2`);
  return new Map(rows.map(({ settlement_code: settlement, register, day }) => [`${settlement} ${register}`, day]));
}

/** Why each of the cases of a household is due; those that are not are left out. */
export async function findDue(
  database: Queryable,
  home: Home,
  cases: readonly OpenCase[],
  day: string,
): Promise<ReadonlyMap<OpenCase, NonNullable<AskedRow['due']>>> {
  const delivered = await deliveredOn(database, [home.settlement]);
  const answers = await database.query<{ register: string; row_key: string; field: string; day: string }>(sql`
    select register, row_key, field, max(answered_on) as day from visit_answer
    where household_no = ${home.no} and state in ('stored', 'taken', 'mended', 'kept') group by 1, 2, 3`);
  const due = new Map<OpenCase, NonNullable<AskedRow['due']>>();
  for (const one of cases) {
    const { question, key, row } = one;
    const since = dayAfter(day, -question.dueAfterDays);
    const [first] = question.fields;
    const answered = answers.find((answer) => answer.register === question.register && answer.row_key === key && answer.field === first)?.day ?? '';
    const isMissing = typeof row?.missing_since === 'string' && row.missing_since <= day;
    const known = [String(row?.data_date ?? ''), answered, delivered.get(`${home.settlement} ${question.register}`) ?? ''];
    if (row === undefined || isMissing || row[first] === null) due.set(one, 'unknown');
    else if (known.every((told) => told < since)) due.set(one, 'old');
  }
  return due;
}
