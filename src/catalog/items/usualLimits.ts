/** The time limits of an item that has none of its own. */
import type { Limits } from './item.ts';

export const usualLimits: Limits = {
  blue: { sign: '2wd', check: '5wd', measures: null, close: '30d' },
  yellow: { sign: '1wd', check: '3wd', measures: '10wd', close: '30d' },
  orange: { sign: '8h', check: '2wd', measures: '5wd', close: '20d' },
  red: { sign: '2h', check: '24h', measures: '3d', close: '15d' },
};
