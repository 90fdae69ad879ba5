/** Whether somebody may be told of an order: by the same lock by which they would see it, since an order about an appeal is kept from who is complained about. */
import { handleOf } from '#features/accounts/handleOf.ts';
import type { NoticeSight } from '#features/notices/noticeSight.ts';
import sql from 'sql-template-tag';

export const orderSight: NoticeSight = async (database, account, no, day) =>
  (await (await handleOf(database, account, 'work-orders.read', day)).maybe(sql`select 1 from work_order where order_no = ${no}`)) !== undefined;
