/** What is said of a finding to those who may not see it: that there is one, in words that tell nothing of the person. */
import { items } from '#catalog/catalog.ts';
import { neutralItem } from '#catalog/items/neutralItem.ts';
import type { Unseen } from '#derive/decideShown.ts';

type Both = { readonly zh: string; readonly en: string };

/** Why there is nothing more to read, by what would have been told. */
export const neutralWords: Readonly<Record<Unseen, Both>> = {
  health: { zh: '涉及健康信息，您无权查看详情。', en: 'It concerns health; the details are not for you to see.' },
  restricted: { zh: '本人的信息已限制处理，内容不显示。', en: 'The data of this person are restricted and are not shown.' },
  minor: { zh: '涉及未成年人信息，您无权查看详情。', en: 'It concerns a minor; the details are not for you to see.' },
};

/** Codes of the items that tell of health. */
export const healthItems: readonly string[] = items.filter(({ about }) => about === 'health').map(({ code }) => code);

/** The code by which an item is named to a caller: an item about health has no code of its own for those who may not see health data. */
export const namedItem = (code: string, seesHealth: boolean): string => (!seesHealth && healthItems.includes(code) ? neutralItem.code : code);
