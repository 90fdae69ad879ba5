/** What an item is called on the screen: by its code and name, or in neutral words where it may not be known which. */
import { neutralItem } from '#catalog/items/neutralItem.ts';
import type { ItemRow } from '#features/items/contract.ts';
import type { Language } from '../parts/language.ts';

/** Whether an item is one of which the reader hears in neutral words. */
export const isNeutral = (code: string): boolean => code === neutralItem.code;

export function itemName(items: readonly ItemRow[], code: string, language: Language): string {
  return isNeutral(code) ? neutralItem[language] : `${code} ${items.find((item) => item.code === code)?.name[language] ?? ''}`;
}
