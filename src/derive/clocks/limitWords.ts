/** A time limit in words: 2个工作日 · 2 working days. */
import type { TimeLimit } from '#catalog/items/item.ts';
import { readLimit } from './timeLimit.ts';

/** What the units are called; English ones for one and for many. */
const units = {
  h: ['小时', 'hour', 'hours'],
  wd: ['个工作日', 'working day', 'working days'],
  d: ['天', 'day', 'days'],
} as const;

/** The limit in both languages; answers carry limits as texts. */
export function limitWords(limit: string): { readonly zh: string; readonly en: string } {
  const { amount, unit } = readLimit(limit as NonNullable<TimeLimit>);
  const [zh, one, many] = units[unit];
  return { zh: `${amount}${zh}`, en: `${amount} ${amount === 1 ? one : many}` };
}
