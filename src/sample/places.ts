/** The real county units, streets and communities of the prefecture that the make-believe settlements stand in. */
import { areas } from '#catalog/areas/areas.ts';
import { referenceStreets } from '#catalog/areas/referenceStreets.ts';
import type { Named } from './world.ts';

export interface CountyPlaces extends Named {
  /** Streets that were set up for the relocation. */
  readonly newStreets: readonly Named[];
  /** Older streets and towns with a settlement. */
  readonly towns: readonly Named[];
  /** Share of the settlements, out of 68. */
  readonly weight: number;
}

/** Per county: weight, codes of the new streets, codes of older streets and towns. 义龙新区 has no code prefix of its own. */
const chosen: readonly (readonly [county: string, weight: number, newStreets: string, towns: string])[] = [
  ['522301', 10, '522301009', '522301006 522301010 522301107 522301106'],
  ['522302', 9, '522302006', '522302005 522302102 522302106 522302103'],
  ['522326', 9, '522326004 522326003', '522326001 522326103 522326108'],
  ['522324', 8, '522324004 522324003', '522324101 522324104 522324108'],
  ['522325', 8, '522325004 522325005', '522325003 522325102 522325104'],
  ['522327', 8, '522327003 522327002', '522327110 522327105 522327109'],
  ['522323', 7, '522323004 522323003', '522323103 522323107 522323109'],
  ['522328', 5, '522328004 522328005', '522328106 522328105'],
  ['5223Y1', 4, '522301012', '522301011 522301113'],
];

function streetOf(code: string): Named {
  const street = referenceStreets.find((one) => one.code === code);
  if (!street) throw new RangeError(`no such street: ${code}`);
  return { code, name: street.name };
}

export const countyPlaces: readonly CountyPlaces[] = chosen.map(([code, weight, newStreets, towns]) => ({
  code,
  name: areas.find((area) => area.code === code)?.zh ?? code,
  weight,
  newStreets: newStreets.split(' ').map(streetOf),
  towns: towns.split(' ').map(streetOf),
}));

/** The official communities (社区) of a street, with their 12-digit codes. */
export function communitiesOf(streetCode: string): Named[] {
  const street = referenceStreets.find((one) => one.code === streetCode);
  return (street?.communities ?? [])
    .map((entry) => ({ code: streetCode + entry.slice(0, 3), name: entry.slice(3).replace(/居民委员会$|居委会$/, '') }))
    .filter(({ name }) => name.endsWith('社区'));
}

/** Names for communities that the official list does not have yet; their codes end in 901 and up. */
export const inventedCommunities = [
  '同心',
  '和谐',
  '安宁',
  '福临',
  '新民',
  '惠民',
  '兴旺',
  '长安',
  '康乐',
  '春风',
  '团结',
  '锦绣',
  '永和',
  '德馨',
  '明珠',
  '清源',
  '平安',
  '吉祥',
  '富康',
  '朝阳',
];
