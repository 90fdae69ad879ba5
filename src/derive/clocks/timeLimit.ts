/** A time limit read: hours on the wall clock, working days, or calendar days. */
import type { TimeLimit } from '#catalog/items/item.ts';

export interface Limit {
  readonly amount: number;
  readonly unit: 'h' | 'wd' | 'd';
}

/** Reads `2h`, `3wd`, `15d`; throws on anything else, since limits are declared. */
export function readLimit(text: NonNullable<TimeLimit>): Limit {
  const [, amount = '', unit = ''] = /^([1-9]\d*)(h|wd|d)$/.exec(text) ?? [];
  if (amount === '') throw new Error(`not a time limit: ${text}`);
  return { amount: Number(amount), unit: unit as Limit['unit'] };
}
