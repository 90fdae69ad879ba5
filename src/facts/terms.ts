/** The counting of the data specification as SQL: full years, month and quarter indexes, working days. */

/** Full years between two days; computed without time zones, in which midnight may be missing. */
export const years = (from: string, to: string): string => `date_part('year', age((${to})::timestamp, (${from})::timestamp))::int`;

/** Year × 12 + month of a month `YYYY-MM`. */
export const monthIndex = (month: string): string => `(left(${month}, 4)::int * 12 + right(${month}, 2)::int)`;

/** Year × 12 + month of a date. */
export const monthIndexOfDate = (day: string): string => `(date_part('year', ${day}) * 12 + date_part('month', ${day}))::int`;

/** Year × 4 + number of a quarter `YYYY-Qn`. */
export const quarterIndex = (quarter: string): string => `(left(${quarter}, 4)::int * 4 + right(${quarter}, 1)::int)`;

/** Working days after `from` until T; 0 when `from` is T or later. */
export const workingDaysSince = (from: string): string =>
  `greatest(0, (select number from calendar_day where day = :t) - (select number from calendar_day where day = ${from}))`;

/** `greatest(0, x)` that is unknown when x is; SQL's own leaves out what is unknown. */
export const atLeastZero = (value: string): string => `case when ${value} < 0 then 0 else ${value} end`;

/** A comparison with an empty field is false. */
export const surely = (condition: string): string => `coalesce(${condition}, false)`;

/** The last day of the month with this index. */
export const lastDayOfMonth = (index: string): string => `((date '0001-01-01' + make_interval(months => ${index} - 12))::date - 1)`;
