/** How large the prefecture is and what its published figures should come to: everything follows from these numbers. */
import { addMonths, type Day, dayMilliseconds, firstDayOfMonth, monthOf, shanghaiOffset, todayInShanghai } from './days.ts';
import { type Timeline, timelineUntil } from './timeline.ts';

/** People of the whole prefecture, as printed. */
export const fullSize = 338_506;

/** Counts of the source document at full size; smaller prefectures have their share. */
const printed = {
  schools: 131,
  clinics: 74,
  teachers: 8236,
  medicalStaff: 437,
  jobClaimants: 5342,
  homeClaimants: 1547,
  hukouMoved: 100_000,
  convertedToUrban: 51_400,
  teacherPostsMoved: 694,
  medicalPostsMoved: 408,
  newStreets: 15,
  newCommunities: 77,
  generalBranches: 21,
  branches: 102,
  workTeams: 81,
  policeRooms: 36,
  safetyGroups: 97,
  chatGroups: 327,
  appealsClosed: 6180,
} as const;

/** Net income a head of relocated people lifted out of poverty, by year; 2023 and its growth are printed, the rest is a plausible road on. */
const incomePrinted = { year: 2023, value: 14_703, growth: 17.68 };
/** How far the growth stands above that of all people lifted out of poverty, in percentage points. */
export const growthLead = 0.81;
const laterGrowth = [11.24, 9.46, 8.73, 7.85, 7.2];

/** Growth of income a head in a year, in percent with two decimals. */
export function incomeGrowthOf(year: number): number {
  if (year <= incomePrinted.year) return incomePrinted.growth;
  return laterGrowth[Math.min(year - incomePrinted.year, laterGrowth.length) - 1] ?? incomePrinted.growth;
}

/** Income a head in a year, before rounding; exactly as printed in 2023. */
export function incomePerHeadOf(year: number): number {
  let value = incomePrinted.value;
  for (let at = incomePrinted.year; at > year; at -= 1) value /= 1 + incomeGrowthOf(at) / 100;
  for (let at = incomePrinted.year + 1; at <= year; at += 1) value *= 1 + incomeGrowthOf(at) / 100;
  return value;
}

export type PrintedCount = keyof typeof printed;

export interface Plan {
  readonly people: number;
  readonly seed: number;
  readonly until: Day;
  /** The moment of evaluation: the end of `until`, or now when that is today. In milliseconds since 1970. */
  readonly moment: number;
  readonly months: number;
  readonly faults: boolean;
  /** Share of the whole prefecture. */
  readonly scale: number;
  readonly settlements: number;
  /** The day the platform went live: appeals are counted from it. */
  readonly goLive: Day;
  readonly timeline: Timeline;
  /** A printed count at this size. */
  count(of: PrintedCount): number;
}

export interface SampleOptions {
  readonly people: number;
  readonly seed: number;
  readonly until: Day;
  readonly months: number;
  readonly faults: boolean;
  /** The clock, for the hours of outages that are still open today. */
  readonly now: number;
}

export function planFor(options: SampleOptions): Plan {
  const scale = options.people / fullSize;
  const endOfUntil = (options.until + 1) * dayMilliseconds - shanghaiOffset;
  return {
    ...options,
    scale,
    moment: options.until === todayInShanghai(options.now) ? options.now : endOfUntil,
    settlements: Math.max(6, Math.round(68 * scale ** 0.68)),
    goLive: firstDayOfMonth(monthOf(addMonths(options.until, -28))),
    timeline: timelineUntil(options.until, options.months),
    count: (of) => Math.round(printed[of] * scale),
  };
}

/** How many of a population are at a level: a share, and never fewer than two. */
export const quota = (share: number, population: number): number => Math.max(2, Math.round(share * population));
