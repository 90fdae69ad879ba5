/** SQL joins that find where a person or household lived on a day: the versions of that day, else the ones that stand now. */

/** The settlement after `homeOnDay`. */
export const settlementOnDay = 'coalesce(then_home.settlement_code, home.settlement_code)';

/** Joins for a number of a person or household and a day, both as SQL. */
export function homeOnDay(target: 'person' | 'household', number: string, day: string): string {
  const version = (of: string, alias: string): string =>
    `left join ${of}_history then_${alias} on then_${alias}.row_id = ${alias}.row_id and ${alias}.data_date > ${day} and then_${alias}.data_date <= ${day} and then_${alias}.valid_to > ${day}`;
  const household = (no: string): string => `left join household home on home.household_no = ${no} ${version('household', 'home')}`;
  if (target === 'household') return household(number);
  return `left join person who on who.person_no = ${number} ${version('person', 'who')} ${household('coalesce(then_who.household_no, who.household_no)')}`;
}
