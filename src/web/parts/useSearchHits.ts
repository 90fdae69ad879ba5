/** What the quick search finds: items, areas, and the way to look among households. */
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ItemRow } from '#features/items/contract.ts';
import { itemsQuestion } from '../items/itemQuestions.ts';
import { areaName, pathTo, useAreas } from './areas.ts';
import { type Language, useLanguage, useWords } from './language.ts';
import { partWords } from './partWords.ts';

/** Something that the quick search found. */
export interface SearchHit {
  readonly key: string;
  readonly title: string;
  readonly where: string;
  readonly open: () => void;
}

const mostOfAKind = 8;

/** The hits of a text, those that begin with items first. */
export function useSearchHits(text: string): readonly SearchHit[] {
  const say = useWords(partWords);
  const language = useLanguage();
  const navigate = useNavigate();
  const areas = useAreas();
  const items = useQuery(itemsQuestion).data?.items ?? [];
  if (text === '') return [];
  const wanted = text.toLowerCase();
  const places = areas
    .filter(
      (area) =>
        area.level !== 'community' && area.level !== 'building' && `${area.name} ${area.en ?? ''} ${area.code}`.toLowerCase().includes(wanted),
    )
    .slice(0, mostOfAKind)
    .map((area): SearchHit => {
      const above = pathTo(areas, area.code).at(-2);
      return {
        key: area.code,
        title: areaName(area, language),
        where: above ? areaName(above, language) : '',
        open: () => void navigate({ to: '/board', search: { area: area.code } }),
      };
    });
  const rules = items
    .filter((item) => matches(item, wanted))
    .slice(0, mostOfAKind)
    .map(
      (item): SearchHit => ({
        key: item.code,
        title: `${item.code} ${item.name[language]}`,
        where: item.aspectName[language],
        open: () => void navigate({ to: '/items/$code', params: { code: item.code } }),
      }),
    );
  const household: SearchHit = {
    key: 'household',
    title: say('searchHouseholds', { text }),
    where: '',
    open: () => void navigate({ to: '/households', search: { q: text } }),
  };
  return [...rules, ...places, household];
}

function matches(item: ItemRow, wanted: string): boolean {
  const languages: readonly Language[] = ['zh', 'en'];
  return item.code.toLowerCase().startsWith(wanted) || languages.some((language) => item.name[language].toLowerCase().includes(wanted));
}
