/** Lays down which settlement shows which level of the items that watch settlements, so that each level is seen somewhere and most places are well. */
import { type Random, streamFor } from './random.ts';
import type { Level, SettlementItem } from './world.ts';

const warned: readonly Level[] = ['red', 'orange', 'yellow', 'blue'];
const items: readonly SettlementItem[] = ['A01', 'A06', 'B04', 'C03', 'C04', 'G03'];

export type SettlementLevels = Record<SettlementItem, Level>;

/** One doctor for every `doctors` wanted: the count of general practitioners of a settlement, chosen so that A04 shows its levels where the head count allows. */
export interface MedicalStaffing {
  readonly level: Level;
  readonly generalPractitioners: number;
}

/** The level of every item of every settlement. `sizes` are head counts, largest first. */
export function layDownLevels(seed: number, sizes: readonly number[]): { levels: SettlementLevels[]; staffing: MedicalStaffing[] } {
  const levels = sizes.map((): SettlementLevels => ({ A01: 'none', A04: 'none', A06: 'none', B04: 'none', C03: 'none', C04: 'none', G03: 'none' }));
  const each = Math.max(1, Math.round(sizes.length * 0.02));
  const load = sizes.map(() => 0);
  for (const item of items) {
    const random = streamFor(seed, `levels ${item}`);
    for (const level of warned) {
      for (let count = 0; count < each; count += 1) {
        const chosen = leastBurdened(random, sizes, levels, load, item, level);
        const row = levels[chosen];
        if (row) row[item] = level;
        load[chosen] = (load[chosen] ?? 0) + 1;
      }
    }
  }
  const staffing = staffMedically(sizes, each);
  for (const [index, { level }] of staffing.entries()) {
    const row = levels[index];
    if (row) row.A04 = level;
  }
  return { levels, staffing };
}

/** Among the settlements that can show the level: one with few levels so far. The largest stay mostly well, or the prefecture as a whole would not be. */
function leastBurdened(
  random: Random,
  sizes: readonly number[],
  levels: readonly SettlementLevels[],
  load: readonly number[],
  item: SettlementItem,
  level: Level,
): number {
  const fits = (index: number): boolean => {
    if (levels[index]?.[item] !== 'none') return false;
    if (item === 'G03' && level === 'blue') return index < Math.ceil(sizes.length / 5);
    if (item === 'C03' || item === 'C04') return index >= Math.ceil(sizes.length / 5);
    return index > 0;
  };
  const candidates = sizes.map((_, index) => index).filter(fits);
  const least = Math.min(...candidates.map((index) => load[index] ?? 0));
  return random.pick(candidates.filter((index) => (load[index] ?? 0) === least));
}

const bands: readonly (readonly [level: Level, low: number, high: number])[] = [
  ['orange', 0.5, 1],
  ['yellow', 1, 1.5],
  ['blue', 1.5, 2],
];

/** General practitioners of each settlement: enough, except in the chosen ones; none at all in the red ones. */
function staffMedically(sizes: readonly number[], each: number): MedicalStaffing[] {
  const staffing = sizes.map((people): MedicalStaffing => ({ level: 'none', generalPractitioners: Math.ceil((people * 2.25) / 10_000) }));
  const red = sizes.length - 2;
  for (let count = 0; count < each; count += 1) staffing[red - count * 3] = { level: 'red', generalPractitioners: 0 };
  for (const [level, low, high] of bands) {
    let left = each;
    for (let index = sizes.length > 20 ? 3 : 0; index < sizes.length && left > 0; index += 1) {
      const people = sizes[index] ?? 0;
      const doctors = Math.ceil((low * people) / 10_000 + 0.02);
      const rate = (doctors * 10_000) / people;
      if (staffing[index]?.level !== 'none' || doctors < 1 || rate < low + 0.02 || rate > high - 0.02) continue;
      staffing[index] = { level, generalPractitioners: doctors };
      left -= 1;
      index += 4;
    }
  }
  return staffing;
}
