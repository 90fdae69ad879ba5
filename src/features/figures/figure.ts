/** What a published figure is: a number of the source document with the formula that must reproduce it from the registers. */
import type { RegisterName } from '#catalog/registers/registerNames.ts';

/** What a formula may name beside the registers: the day, its year, and the day on which the platform started (null = no lower bound). */
export interface FigureDay {
  readonly day: string;
  readonly year: number;
  readonly goLive: string | null;
}

export interface Figure {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly printed: number;
  readonly unit: string;
  /** exact = equal after rounding to the printed decimals; at_least = not below; about = within 5 %. */
  readonly comparison: 'exact' | 'at_least' | 'about';
  /** Decimals to which the figure is rounded, once, when shown. */
  readonly decimals: number;
  readonly reads: readonly RegisterName[];
  /** SQL of one value over the registers as of the day; the registers stand under their own names. */
  readonly formula: (at: FigureDay) => string;
  readonly note: string;
}
