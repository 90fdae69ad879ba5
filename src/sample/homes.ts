/** Who lives in which dwelling, which dwellings stand empty, have hazards or wait for their title. */
import { Chooser, isHeardFrom, livingMembers } from './choosing.ts';
import { type Day, dayOf, workingDaysBefore, yearOf, yearsBetween } from './days.ts';
import { quota } from './plan.ts';
import { fixedDraw, streamFor } from './random.ts';
import type { Schooling } from './schooling.ts';
import { isLabour, lastSpell, type Work } from './work.ts';
import type { Household, World } from './world.ts';

export interface Hazard {
  /** Code of HAZARD. */
  readonly level: '1' | '2' | '3' | '4';
  readonly from: Day;
  /** Removed on this day; 0 = still open. */
  readonly to: Day;
}

export interface Title {
  /** Application accepted on; 0 = not applied for. */
  readonly acceptedOn: Day;
  /** Certificate issued on; 0 = not yet. */
  readonly issuedOn: Day;
  readonly disputed: boolean;
}

/** What somebody at the door would see: code of OCCUPANCY, since when empty, code of VACANCY_REASON. */
export interface Occupancy {
  readonly code: string;
  readonly vacantFrom: Day;
  readonly reason: string;
}

export interface Homes {
  readonly hazards: ReadonlyMap<Household, Hazard>;
  readonly titles: ReadonlyMap<Household, Title>;
  /** Let, sold or occupied by others since a day. */
  readonly transfers: ReadonlyMap<Household, { readonly code: string; readonly from: Day }>;
  /** Households whose dwelling is in no list. */
  readonly unlisted: ReadonlySet<Household>;
  /** Dwellings that nobody has checked for more than a year. */
  readonly unchecked: ReadonlySet<Household>;
}

const lived: Occupancy = { code: '1', vacantFrom: 0, reason: '' };

/** The state of a household's dwelling on a day. */
export function occupancyOn(household: Household, homes: Homes, day: Day): Occupancy {
  const transfer = homes.transfers.get(household);
  if (transfer && transfer.from <= day) return { code: transfer.code, vacantFrom: 0, reason: '' };
  const { vacancy } = household;
  if (vacancy && vacancy.from <= day) return { code: vacancy.explained ? '4' : '5', vacantFrom: vacancy.from, reason: vacancy.explained ? '5' : '' };
  if (household.away) {
    const left = departureOn(household, day);
    return day < left.next ? { code: '4', vacantFrom: left.last, reason: '1' } : lived;
  }
  return fixedDraw(household.index, 31) < 0.06 ? { code: '2', vacantFrom: 0, reason: '' } : lived;
}

/** People who work away come home in late January and leave again after the Spring Festival. */
export function departureOn(household: Household, day: Day): { last: Day; next: Day } {
  const departure = (year: number): Day => dayOf(year, 2, 18) + Math.floor(fixedDraw(household.index, 32) * 20);
  const year = departure(yearOf(day)) <= day ? yearOf(day) : yearOf(day) - 1;
  return { last: departure(year), next: dayOf(year + 1, 1, 22) };
}

export function planHomes(world: World, schooling: Schooling, work: Work): Homes {
  const { until, seed, timeline } = world.plan;
  const random = streamFor(seed, 'homes');
  const heard = world.households.filter((household) => isHeardFrom(household, 'housing', 'visit'));
  const allAway = (household: Household): boolean => {
    const labour = livingMembers(household).filter((person) => isLabour(person, until, schooling));
    const states = labour
      .map((person) => work.workers.get(person))
      .filter((worker) => worker !== undefined)
      .map(lastSpell);
    return (
      states.length > 0 &&
      states.length === labour.length &&
      states.every(({ state, form }) => state === 'employed' && (form === '4' || form === '5'))
    );
  };
  const chooser = new Chooser(random, heard);
  const take = (share: number, fits: (household: Household) => boolean = () => true): Household[] => chooser.take(quota(share, heard.length), fits);
  const stays = (household: Household): boolean => !allAway(household);
  for (const [share, low, high] of [
    [0.0022, 33, 57],
    [0.0018, 62, 87],
    [0.0014, 93, 170],
    [0.001, 185, 400],
  ] as const) {
    for (const household of take(share, stays)) household.vacancy = { from: until - random.between(low, high), explained: false };
  }
  for (const household of take(0.0007, stays)) {
    household.movedBackOn = until - random.between(40, 200);
    household.vacancy = { from: household.movedBackOn, explained: true };
  }
  const transfers = new Map(
    take(0.0008, stays).map((household) => [household, { code: random.pick(['3', '6', '6', '7']), from: until - random.between(20, 300) }]),
  );
  for (const household of world.households)
    household.away =
      household.vacancy === undefined && !transfers.has(household) && household.leftOn === 0 && mayLeave(household, until) && allAway(household);

  const hazards = new Map<Household, Hazard>();
  for (const [share, level, low, high] of [
    [0.001, '1', 17, 29],
    [0.0008, '1', 33, 90],
    [0.0005, '2', 1, 6],
    [0.0005, '2', 9, 40],
    [0.0004, '3', 2, 14],
    [0.0003, '3', 17, 60],
    [0.0002, '4', 5, 60],
    [0.0006, '1', 2, 14],
  ] as const) {
    for (const household of take(share)) hazards.set(household, { level, from: until - random.between(low, high), to: 0 });
  }
  for (const household of take(0.012)) {
    const from = random.between(timeline.start - 60, until - 40);
    hazards.set(household, { level: '1', from, to: from + random.between(3, 25) });
  }
  const titles = new Map<Household, Title>();
  const waiting = (share: number, low: number, high: number, disputed = false): void => {
    for (const household of take(share))
      titles.set(household, { acceptedOn: workingDaysBefore(until, random.between(low, high)), issuedOn: 0, disputed });
  };
  waiting(0.0022, 33, 57);
  waiting(0.0016, 64, 115);
  waiting(0.0012, 125, 240);
  waiting(0.0007, 256, 400);
  waiting(0.0007, 20, 90, true);
  waiting(0.006, 2, 28);
  return { hazards, titles, transfers, unlisted: new Set(take(0.003)), unchecked: new Set(take(0.0015, ({ away, vacancy }) => !away && !vacancy)) };
}

/** A dwelling is left empty only when nobody is old enough to stay behind. */
const mayLeave = (household: Household, until: Day): boolean =>
  livingMembers(household).every((member) => yearsBetween(member.birth, until) < 60) && fixedDraw(household.index, 33) < 0.7;

/** The title of a household that is no special case: most have their certificate, a few have not applied. */
export function usualTitle(household: Household, base: Day, until: Day): Title {
  const draw = fixedDraw(household.index, 34);
  if (draw < 0.05) return { acceptedOn: 0, issuedOn: 0, disputed: false };
  const recent = draw < 0.12;
  const acceptedOn = recent
    ? base + Math.floor(fixedDraw(household.index, 35) * Math.max(1, until - base - 50))
    : Math.max(household.movedIn + 200, dayOf(2020, 3, 1)) + Math.floor(fixedDraw(household.index, 36) * 600);
  const issuedOn = acceptedOn + 12 + Math.floor(fixedDraw(household.index, 37) * 28);
  return { acceptedOn: Math.min(acceptedOn, until - 45), issuedOn: Math.min(issuedOn, until - 4), disputed: false };
}
