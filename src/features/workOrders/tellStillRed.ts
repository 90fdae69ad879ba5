/** Tells those who dispatch of orders that were reviewed or closed while the data still show the problem; again only when another one has become so. */
import type { NoticeSource } from '#features/notices/noticeSource.ts';
import { notify } from '#features/notices/notify.ts';
import sql from 'sql-template-tag';
import { besideOrder, placeOfOrder } from './placeOfOrder.ts';
import { type OrdersOfPlace, sumByOffice } from './sumByOffice.ts';

export const tellStillRed: NoticeSource = {
  name: 'still-red-orders',
  tell: async (tx, day) => {
    const found = await tx.query<OrdersOfPlace>(sql`
      select ${placeOfOrder}, count(distinct order_id)::integer as count,
        max(greatest(work_order.state_since, warning.stage_since,
          (select max(happened_at) from warning_event where warning_event.warning_id = warning.warning_id and kind = 'reopened')))::text as newest
      from warning join work_order_item using (warning_id) join work_order using (order_id) ${besideOrder}
      where warning.stage = 'reviewed' and warning.state = 'open' and work_order.state in ('reviewed', 'closed')
      group by 1, 2, 3, 4, 5 order by 1, 2`);
    await notify(tx, ...(await sumByOffice(tx, found, day)).map((told) => ({ ...told, kind: 'work-orders.still-red' }) as const));
  },
};
