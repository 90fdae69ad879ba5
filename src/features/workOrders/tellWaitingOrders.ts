/** Tells those who dispatch, once a day, of orders that wait longer than a day for somebody to be put in charge. */
import { dayAfter, momentInChina } from '#derive/clocks/chinaTime.ts';
import type { NoticeSource } from '#features/notices/noticeSource.ts';
import { notify } from '#features/notices/notify.ts';
import sql from 'sql-template-tag';
import { besideOrder, placeOfOrder } from './placeOfOrder.ts';
import { type OrdersOfPlace, sumByOffice } from './sumByOffice.ts';

export const tellWaitingOrders: NoticeSource = {
  name: 'waiting-orders',
  tell: async (tx, day) => {
    const waiting = await tx.query<OrdersOfPlace>(sql`
      select ${placeOfOrder}, count(*)::integer as count, ${day} as newest
      from work_order ${besideOrder}
      where state = 'waiting' and state_since < ${momentInChina(dayAfter(day, -1), '00:00')}::timestamptz group by 1, 2, 3, 4, 5 order by 1, 2`);
    await notify(tx, ...(await sumByOffice(tx, waiting, day)).map((told) => ({ ...told, kind: 'work-orders.waiting' }) as const));
  },
};
