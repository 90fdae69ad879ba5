/** Tells the prefecture once a day, county by county, of new red warnings and of those that came back at places where nobody nearer hears of them. */
import { nameOfArea, prefectureCode } from '#catalog/areas/areas.ts';
import type { NoticeSource } from '#features/notices/noticeSource.ts';
import { notify } from '#features/notices/notify.ts';
import sql from 'sql-template-tag';
import { besidePlace, findHeard, type HeardPlace, placeOfWarning } from './heardBelow.ts';
import { asksSomebody, newsOf } from './tellLedger.ts';

interface PlaceNews extends HeardPlace {
  readonly red: number;
  readonly silent: number;
  readonly back: number;
}

export const tellRed: NoticeSource = {
  name: 'red-by-county',
  tell: async (tx, day, now) => {
    const places = await tx.query<PlaceNews>(sql`
      with news as (
        select warning_id, bool_or(kind in ('relapse', 'worsen')) as is_back from warning_event
        where happened_at > ${now}::timestamptz - interval '1 day' and happened_at <= ${now}
          and (kind in ('relapse', 'worsen') or (kind in ('raised', 'level-changed') and to_level = 'red')) group by 1
      )
      select ${placeOfWarning}, ${newsOf(sql`news.is_back`, day)}
      from news join warning using (warning_id) ${besidePlace}
      where ${asksSomebody(day)} and (news.is_back or warning.level = 'red') group by 1, 2, 3, 4 order by 4`);
    if (places.length === 0) return;
    const dispatched = await findHeard(tx, 'work-orders.dispatch', places, day);
    const seen = await findHeard(tx, 'warnings.silent', places, day);
    const counties = new Map<string, { red: number; back: number; silent: number }>();
    for (const place of places) {
      const area = place.county ?? prefectureCode;
      const { red, back, silent } = counties.get(area) ?? { red: 0, back: 0, silent: 0 };
      const [more, hidden] = [dispatched(place) ? 0 : 1, seen(place) ? 0 : 1];
      counties.set(area, { red: red + more * place.red, back: back + more * place.back, silent: silent + hidden * place.silent });
    }
    const told = [...counties].filter(([, { red, back, silent }]) => red + back + silent > 0);
    await notify(
      tx,
      ...told.map(([area, counts]) => {
        const place = nameOfArea(area);
        return {
          kind: 'warnings.red-daily',
          words: { place, ...counts, area },
          to: { holders: {} },
          places: [prefectureCode],
          once: `${area} ${day}`,
        } as const;
      }),
    );
  },
};
