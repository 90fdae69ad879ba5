/** What the quick search finds: items, areas, and the way to look among households. */
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ItemRow } from '#features/items/contract.ts';
import { itemsQuestion } from '../items/itemQuestions.ts';
import { areaName, findAreas, placeAbove, useAreas, useOwnAreas } from './areas.ts';
import type { Hit } from './combobox.tsx';
import { type Language, useLanguage, useWords } from './language.ts';
import { useMay } from './me.ts';
import { partWords } from './partWords.ts';

const mostOfAKind = 8;

/** Answers the hits of a text, those that begin with items first. */
export function useSearchHits(): (text: string) => readonly Hit[] {
  const say = useWords(partWords);
  const language = useLanguage();
  const navigate = useNavigate();
  const areas = useAreas();
  const own = useOwnAreas();
  const seesBoard = useMay('boards.read');
  const seesHouseholds = useMay('households.read');
  const items = useQuery({ ...itemsQuestion, enabled: useMay('items.read') }).data?.items ?? [];
  return (text) => {
    if (text === '') return [];
    const wanted = text.toLowerCase();
    const places = (seesBoard ? findAreas(areas, text, mostOfAKind, own) : []).map((area): Hit => {
      return {
        key: area.code,
        title: areaName(area, language),
        where: placeAbove(areas, area, language),
        open: () => void navigate({ to: '/board', search: { area: area.code } }),
      };
    });
    const rules = items
      .filter((item) => matches(item, wanted))
      .slice(0, mostOfAKind)
      .map(
        (item): Hit => ({
          key: item.code,
          title: `${item.code} ${item.name[language]}`,
          where: item.aspectName[language],
          open: () => void navigate({ to: '/items/$code', params: { code: item.code } }),
        }),
      );
    const household: Hit = {
      key: 'household',
      title: say('searchHouseholds', { text }),
      where: '',
      open: () => void navigate({ to: '/households', search: { q: text } }),
    };
    return [...rules, ...places, ...(seesHouseholds ? [household] : [])];
  };
}

function matches(item: ItemRow, wanted: string): boolean {
  const languages: readonly Language[] = ['zh', 'en'];
  return item.code.toLowerCase().startsWith(wanted) || languages.some((language) => item.name[language].toLowerCase().includes(wanted));
}
