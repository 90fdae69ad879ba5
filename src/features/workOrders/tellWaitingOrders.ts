/** Tells those who dispatch, once a day, of orders that wait longer than a day for somebody to be put in charge. */
import { dayAfter, momentInChina } from '#derive/clocks/chinaTime.ts';
import type { NoticeSource } from '#features/notices/noticeSource.ts';
import { notify } from '#features/notices/notify.ts';
import sql from 'sql-template-tag';
import { community, itsPlace } from './placeOfOrder.ts';

interface Waiting {
  readonly settlement: string;
  readonly area: string;
  readonly place: string;
  readonly count: number;
}

export const tellWaitingOrders: NoticeSource = {
  name: 'waiting-orders',
  tell: async (tx, day) => {
    const waiting = await tx.query<Waiting>(sql`
      select work_order.settlement_code as settlement, ${community} as area, coalesce(community.name, settlement_name, work_order.settlement_code) as place, count(*)::integer as count
      from work_order ${itsPlace}
      where state = 'waiting' and state_since < ${momentInChina(dayAfter(day, -1), '00:00')}::timestamptz group by 1, 2, 3 order by 1, 2`);
    await notify(
      tx,
      ...waiting.map(
        ({ settlement, area, place, count }) =>
          ({
            kind: 'work-orders.waiting',
            words: { place, count },
            to: { holders: {} },
            places: [area],
            settlement,
            once: `${area} ${day}`,
          }) as const,
      ),
    );
  },
};
