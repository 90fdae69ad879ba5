/** Tells those who dispatch of orders that were reviewed or closed while the data still show the problem; again only when another one has become so. */
import type { NoticeSource } from '#features/notices/noticeSource.ts';
import { notify } from '#features/notices/notify.ts';
import sql from 'sql-template-tag';
import { community, itsPlace } from './placeOfOrder.ts';

interface StillRed {
  readonly settlement: string;
  readonly area: string;
  readonly place: string;
  readonly count: number;
  /** When the last of them became so. */
  readonly newest: string;
}

export const tellStillRed: NoticeSource = {
  name: 'still-red-orders',
  tell: async (tx) => {
    const found = await tx.query<StillRed>(sql`
      select work_order.settlement_code as settlement, ${community} as area, coalesce(community.name, settlement_name, work_order.settlement_code) as place, count(distinct order_id)::integer as count,
        max(greatest(work_order.state_since, warning.stage_since,
          (select max(happened_at) from warning_event where warning_event.warning_id = warning.warning_id and kind = 'reopened'))) as newest
      from warning join work_order_item using (warning_id) join work_order using (order_id) ${itsPlace}
      where warning.stage = 'reviewed' and warning.state = 'open' and work_order.state in ('reviewed', 'closed')
      group by 1, 2, 3 order by 1, 2`);
    await notify(
      tx,
      ...found.map(
        ({ settlement, area, place, count, newest }) =>
          ({
            kind: 'work-orders.still-red',
            words: { place, count },
            to: { holders: {} },
            places: [area],
            settlement,
            once: `${area} ${newest}`,
          }) as const,
      ),
    );
  },
};
