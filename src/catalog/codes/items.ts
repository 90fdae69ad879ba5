/** The code list of items: the items themselves, so that a new item is at once a code for appeals, visits and cases. */
import { items } from '../items/items.ts';
import { codeList } from './codeList.ts';

export const item = codeList(
  'ITEM',
  'O the items of the standard; names follow the standard in force',
  items.map(({ code, zh, en }) => [code, zh, en]),
);
