/** What may be true of a work order, each said once as SQL. */
import type { ClaimOf, StateOf, VerbOf } from '#catalog/lifecycles/lifecycle.ts';
import type { workOrderLifecycle } from '#catalog/lifecycles/workOrder.ts';
import { isInHand } from '#features/warnings/stages.ts';
import sql, { type Sql } from 'sql-template-tag';

export type OrderState = StateOf<typeof workOrderLifecycle>;
export type OrderVerb = VerbOf<typeof workOrderLifecycle>;
export type OrderClaim = ClaimOf<typeof workOrderLifecycle>;

/** Whether there is a warning on the checklist of `work_order` for which a condition holds. */
const onList = (condition: Sql): Sql => sql`exists (select from work_order_item join warning using (warning_id)
  where work_order_item.order_id = work_order.order_id and left_at is null and ${condition})`;

/** An extension is asked for and not decided. */
export const isExtensionAsked = sql`coalesce(work_order.extension = 'asked', false)`;
/** The day asked for has come and gone. */
export const isExtensionPast = (day: string): Sql => sql`coalesce(work_order.extend_to < ${day}::date, false)`;
export const isPaused = sql`exists (select from work_order_pause where work_order_pause.order_id = work_order.order_id and to_at is null)`;

/** The claims about a row of `work_order`, as of a day. */
export const orderClaimsAsOf = (day: string): Readonly<Record<OrderClaim, Sql>> => ({
  'returned-before': sql`work_order.returns > 0`,
  arbitrated: sql`work_order.arbitrated`,
  // What nobody decided in time was never decided: it may be asked for again.
  'extension-asked': sql`(work_order.extension is not null and not (${isExtensionAsked} and ${isExtensionPast(day)}))`,
  'extension-open': isExtensionAsked,
  'extension-past': isExtensionPast(day),
  paused: isPaused,
  'all-handled': sql`not ${onList(sql`warning.stage in ('raised', 'signed', 'checked') and warning.held_back_by = '{}'`)}`,
  'all-cleared': sql`not ${onList(isInHand)}`,
  'nothing-left': sql`not ${onList(sql`(${isInHand} or warning.stage = 'false-alarm')`)}`,
});
