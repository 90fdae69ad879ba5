/** The area tree as the pages use it: names, paths and parts. */
import { queryOptions, useQuery } from '@tanstack/react-query';
import type { AreaRow } from '#features/areas/contract.ts';
import { ask } from './ask.ts';
import type { Language } from './language.ts';

/** All areas inside the reader's scope. */
export const areasQuestion = queryOptions({
  queryKey: ['areas'],
  queryFn: () => ask<{ areas: AreaRow[] }>('/areas').then((answer) => answer.areas),
  staleTime: 300_000,
});

/** The prefecture, where every page begins when no area is named. */
export const wholePrefecture = '522300';

/** The areas from the top down to one. */
export function pathTo(areas: readonly AreaRow[], code: string): AreaRow[] {
  const area = areas.find((candidate) => candidate.code === code);
  if (!area) return [];
  return [...(area.parent === null ? [] : pathTo(areas, area.parent)), area];
}

/** The parts of an area that pages narrow to: down to the settlement. */
export function partsOf(areas: readonly AreaRow[], code: string): AreaRow[] {
  return areas.filter((area) => area.parent === code && ['county', 'street', 'settlement'].includes(area.level));
}

/** The name of an area in the language of the screen. */
export function areaName(area: { readonly name: string; readonly en?: string | null }, language: Language): string {
  return language === 'en' && area.en ? area.en : area.name;
}

/** The area tree, empty until it has come. */
export function useAreas(): readonly AreaRow[] {
  return useQuery(areasQuestion).data ?? [];
}
