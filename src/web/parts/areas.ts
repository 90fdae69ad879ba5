/** The area tree as the pages use it: names, paths and parts. */
import { queryOptions, useQuery } from '@tanstack/react-query';
import type { AreaRow } from '#features/areas/contract.ts';
import { ask } from './ask.ts';
import type { Language } from './language.ts';
import { mayOf, useMe } from './me.ts';

/** All areas inside the reader's scope. */
export const areasQuestion = queryOptions({
  queryKey: ['areas'],
  queryFn: () => ask<{ areas: AreaRow[] }>('/areas').then((answer) => answer.areas),
  staleTime: 300_000,
});

/** The highest of the reader's own areas, where a page begins that needs one area and none is named. */
export const useHome = (): string => useMe().grants[0]?.area ?? '';

/** The reader's own areas, the highest first; what lies above them has a name and no page. */
export const useOwnAreas = (): readonly string[] => [...new Set(useMe().grants.map(({ area }) => area))];

/** Whether an area has a page for the reader: it is theirs or lies inside. */
export function useReaches(code: string): boolean {
  const [areas, own] = [useAreas(), useOwnAreas()];
  return pathTo(areas, code).some((area) => own.includes(area.code));
}

/** The areas from the top down to one. */
export function pathTo(areas: readonly AreaRow[], code: string): AreaRow[] {
  const area = areas.find((candidate) => candidate.code === code);
  if (!area) return [];
  return [...(area.parent === null ? [] : pathTo(areas, area.parent)), area];
}

const order = ['prefecture', 'county', 'street', 'settlement', 'community', 'building'] as const;

/** How far down a page can be narrowed. */
export type Deepest = 'settlement' | 'building';

const isWithin = (area: AreaRow, deepest: Deepest): boolean => order.indexOf(area.level) <= order.indexOf(deepest);

/** The parts of an area that pages narrow to, in their order. */
export function partsOf(areas: readonly AreaRow[], code: string, deepest: Deepest): AreaRow[] {
  return areas.filter((area) => area.parent === code && isWithin(area, deepest));
}

/** Areas by a part of their name or code, the larger first, inside any of some areas. A building is found by its settlement's name too: `金桥 3栋`. */
export function findAreas(
  areas: readonly AreaRow[],
  text: string,
  most: number,
  inside: readonly string[],
  deepest: Deepest = 'building',
): AreaRow[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const byCode = new Map(areas.map((area) => [area.code, area]));
  const own = (area: AreaRow): string => `${area.name} ${area.en ?? ''} ${area.code}`.toLowerCase();
  const path = (area: AreaRow): AreaRow[] => [area, ...(area.parent === null ? [] : path(byCode.get(area.parent) ?? { ...area, parent: null }))];
  return areas
    .filter((area) => isWithin(area, deepest) && words.some((word) => own(area).includes(word)))
    .filter((area) => {
      const above = path(area);
      const all = above.map(own).join(' ');
      return above.some(({ code }) => inside.includes(code)) && words.every((word) => all.includes(word));
    })
    .sort(
      (one, other) =>
        Number(own(other).includes(words.at(-1) ?? '')) - Number(own(one).includes(words.at(-1) ?? '')) ||
        order.indexOf(one.level) - order.indexOf(other.level),
    )
    .slice(0, most);
}

/** Where an area lies: the settlement of a community or building, what stands above of another one. */
export function placeAbove(areas: readonly AreaRow[], area: AreaRow, language: Language): string {
  const path = pathTo(areas, area.code).slice(0, -1);
  const above = path.find(({ level }) => level === 'settlement') ?? path.at(-1);
  return above ? areaName(above, language) : '';
}

/** The name of an area in the language of the screen. */
export function areaName(area: { readonly name: string; readonly en?: string | null }, language: Language): string {
  return language === 'en' && area.en ? area.en : area.name;
}

/** The area tree, empty until it has come. */
export function useAreas(): readonly AreaRow[] {
  return useQuery({ ...areasQuestion, enabled: mayOf(useMe(), 'areas.read') }).data ?? [];
}
