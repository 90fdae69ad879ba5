/** Tells the prefecture once a day, county by county, of orders that are over a limit, where some came up to it: escalated so far, or nobody of the county dispatches. */
import { nameOfArea, prefectureCode } from '#catalog/areas/areas.ts';
import type { NoticeSource } from '#features/notices/noticeSource.ts';
import { notify } from '#features/notices/notify.ts';
import sql from 'sql-template-tag';
import { heldOffices } from './heldOffices.ts';
import { listedWhere, markConditions } from './queries.ts';

interface OverdueInCounty {
  readonly county: string | null;
  readonly count: number;
  readonly up: number;
}

export const tellClimbed: NoticeSource = {
  name: 'climbed-orders',
  tell: async (tx, day, now) => {
    const overdue = await tx.query<OverdueInCounty>(sql`
      select coalesce(street.county_code, settlement.county_code) as county, count(*)::integer as count,
        (count(*) filter (where ${listedWhere(sql`left_at is null and warning.escalated_to = 'prefecture'`)}))::integer as up
      from work_order left join settlement using (settlement_code) left join street_community street on street.area_code = settlement.street_code and street.level = 'street'
      where ${markConditions(now).overdue} group by 1 order by 1`);
    const offices = await heldOffices(
      tx,
      overdue.map(({ county }) => county),
      day,
    );
    await notify(
      tx,
      ...overdue
        .filter(({ county, up }) => up > 0 || county === null || !offices.has(county))
        .map(({ county, count, up }) => {
          const area = county ?? prefectureCode;
          const words = { place: nameOfArea(area), count, up, area };
          return { kind: 'work-orders.climbed', words, to: { holders: {} }, places: [prefectureCode], once: `${area} ${day}` } as const;
        }),
    );
  },
};
