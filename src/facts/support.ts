/** Support of a household that persons and households both read: the subsistence allowance (低保) and the watch against a relapse into poverty. */
import { whenFresh } from './fresh.ts';
import { eventRows, rowsAsOf } from './rowsAsOf.ts';
import { monthIndex, surely } from './terms.ts';

/** The allowance is approved and not stopped; false without a row. */
export const onDibao = whenFresh(
  'subsistence_allowance',
  surely(`dibao.approved_on <= :t and dibao.decision = '1' and (dibao.stop_month is null or ${monthIndex('dibao.stop_month')} > :month_index)`),
);

/** The household is watched: identified, and the risk not yet removed. */
export const monitored = whenFresh('relapse_object', 'watched.household_no is not null');

const dibaoColumns = 'household_no, decision, approved_on, decided_on, decision_reason, insured_count, last_paid_month, review_due, stop_month';

/** Join of `dibao`, the household's file of the allowance. */
export const dibaoOf = (subject: string): string => `left join (${rowsAsOf('subsistence_allowance', dibaoColumns, 'reach')}
  ) dibao on dibao.household_no = ${subject}.household_no`;

/** Joins of `dibao` and `watched`. */
export const supportOfHousehold = (subject: string): string => `${dibaoOf(subject)}
  left join (
    select distinct household_no
    from (${eventRows('relapse_object', 'household_no', 'reach', 'identified_on <= :t and (removed_on is null or removed_on > :t)')}
    ) relapse_object
  ) watched on watched.household_no = ${subject}.household_no`;
