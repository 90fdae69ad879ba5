/** Places with orders to tell of, as those who dispatch hear of them: place by place, or a county at once where nobody below the prefecture would. */
import { nameOfArea, prefectureCode } from '#catalog/areas/areas.ts';
import type { NoticeOrder } from '#features/notices/notify.ts';
import { findHeard, type HeardPlace } from '#features/warnings/heardBelow.ts';
import type { Queryable } from '#platform/database/database.ts';

/** Orders of one community, or of a settlement for what belongs to none. */
export interface OrdersOfPlace extends HeardPlace {
  readonly place: string;
  readonly count: number;
  /** By which a notice is known to have been told already: the day, or when the last of them became so. */
  readonly newest: string;
}

type Told = Pick<NoticeOrder, 'to' | 'places' | 'settlement' | 'once'> & { readonly words: { readonly place: string; readonly count: number } };

/** What each notice says, to whom, and by what it is told once. */
export async function sumByOffice(tx: Queryable, found: readonly OrdersOfPlace[], day: string): Promise<Told[]> {
  if (found.length === 0) return [];
  const isHeard = await findHeard(tx, 'work-orders.dispatch', found, day);
  const told = found.filter(isHeard).map(ofPlace);
  const distant = found.filter((one) => !isHeard(one));
  const countyOf = ({ county }: OrdersOfPlace): string => county ?? prefectureCode;
  const counties = [...new Set(distant.map(countyOf))];
  return [
    ...told,
    ...counties.map((county) =>
      ofCounty(
        county,
        distant.filter((one) => countyOf(one) === county),
      ),
    ),
  ];
}

function ofPlace({ place, count, area, settlement, newest }: OrdersOfPlace): Told {
  return { words: { place, count }, to: { holders: {} }, places: [area], settlement, once: `${area} ${newest}` };
}

function ofCounty(county: string, places: readonly OrdersOfPlace[]): Told {
  const count = places.reduce((sum, one) => sum + one.count, 0);
  const newest = places
    .map((one) => one.newest)
    .sort()
    .at(-1);
  return { words: { place: nameOfArea(county), count }, to: { holders: {} }, places: [prefectureCode], once: `${county} ${newest}` };
}
