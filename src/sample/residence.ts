/** Whose hukou was moved, and who holds a new-citizen residence permit that must be endorsed every year. */
import { Chooser, isHeardFrom } from './choosing.ts';
import { type Day, dayOf } from './days.ts';
import { quota } from './plan.ts';
import { fixedDraw, streamFor } from './random.ts';
import type { Person, World } from './world.ts';

export interface HukouTransfer {
  readonly person: Person;
  readonly appliedOn: Day;
  /** 0 = still open. */
  readonly doneOn: Day;
}

export interface Permit {
  readonly person: Person;
  readonly number: string;
  readonly appliedOn: Day;
  readonly issuedOn: Day;
  /** The endorsement that was missed fell due on this day; 0 = none was missed. */
  readonly missedDue: Day;
  /** Given back when the hukou was moved; 0 = still held. */
  readonly replacedOn: Day;
}

export interface Residence {
  readonly transfers: readonly HukouTransfer[];
  readonly permits: readonly Permit[];
}

const yearDays = 365;
/** Endorsements are made in rounds of the community, well before they fall due. */
const earliest = 60;
const latest = 36;

/** Bands of days by which an endorsement is overdue (negative: still to come), with the share of permit holders. */
const overdueBands = [
  [0.004, -28, -2],
  [0.004, 3, 80],
  [0.0025, 95, 172],
  [0.0015, 185, 330],
] as const;

export function planResidence(world: World): Residence {
  const { plan } = world;
  const { until, timeline } = plan;
  const random = streamFor(plan.seed, 'residence');
  const transfers: HukouTransfer[] = [];
  const wanted = plan.count('hukouMoved');
  for (const household of random.shuffle(world.households)) {
    if (transfers.length >= wanted) break;
    if (household.leftOn !== 0) continue;
    const recent = random.chance(0.12);
    const appliedOn = recent
      ? random.between(timeline.start, until - 30)
      : random.between(household.movedIn + 30, Math.max(household.movedIn + 31, timeline.start));
    household.hukouMovedOn = appliedOn + random.between(3, 20);
    for (const person of household.members) {
      const newborn = person.birth > appliedOn;
      const doneOn = newborn ? Math.min(until - 1, person.birth + random.between(12, 24)) : household.hukouMovedOn;
      transfers.push({ person, appliedOn: newborn ? Math.min(doneOn - 1, person.birth + 5) : appliedOn, doneOn });
    }
  }
  const movers = world.households.filter(({ hukouMovedOn }) => hukouMovedOn > timeline.start).flatMap(({ members }) => members);
  const holders = world.households.filter(({ hukouMovedOn }) => hukouMovedOn === 0).flatMap(({ members }) => members);
  const heard = holders.filter(
    ({ household, birth, endedOn }) => endedOn === 0 && isHeardFrom(household, 'residence_permit') && birth < until - 17 * yearDays,
  );
  const chooser = new Chooser(random, heard);
  const missed = new Map<Person, Day>();
  for (const [share, low, high] of overdueBands) {
    for (const person of chooser.take(quota(share, heard.length))) missed.set(person, until - random.between(low, high));
  }
  for (const person of chooser.take(quota(0.003, heard.length))) transfers.push({ person, appliedOn: until - random.between(2, 25), doneOn: 0 });
  const permits = [
    ...holders.map((person) => permitOf(person, missed.get(person) ?? 0, until, 0)),
    ...movers
      .filter(({ birth, household }) => birth < household.hukouMovedOn - 60)
      .map((person) => permitOf(person, 0, until, person.household.hukouMovedOn)),
  ].sort((one, other) => one.person.index - other.person.index);
  transfers.sort((one, other) => one.appliedOn - other.appliedOn || one.person.index - other.person.index);
  return { transfers, permits };
}

function permitOf(person: Person, missedDue: Day, until: Day, replacedOn: Day): Permit {
  const start = Math.max(person.household.movedIn + 185, dayOf(2018, 9, 1));
  const usual = person.birth > start ? Math.min(until - 1, person.birth + 20) : start + Math.floor(fixedDraw(person.index, 61) * 400);
  const issuedOn = missedDue === 0 ? usual : wholeYearsBefore(missedDue, usual);
  return { person, number: `52230099${String(person.index + 1).padStart(8, '0')}`, appliedOn: issuedOn - 9, issuedOn, missedDue, replacedOn };
}

/** A day of issue from which the missed endorsement lies whole years away. */
const wholeYearsBefore = (due: Day, issuedOn: Day): Day => due - yearDays * Math.max(1, Math.floor((due - issuedOn) / yearDays));

/** When the endorsement of a permit falls due, as known on a day. */
export function endorsementDueOn(permit: Permit, day: Day): Day {
  const lead = latest + Math.floor(fixedDraw(permit.person.index, 62) * (earliest - latest));
  const passed = Math.max(0, Math.floor((day + lead - permit.issuedOn) / yearDays));
  const due = permit.issuedOn + yearDays * (passed + 1);
  return permit.missedDue !== 0 ? Math.min(due, permit.missedDue) : due;
}

/** The day of the last endorsement as known on a day; 0 before the first. */
export function endorsedOn(permit: Permit, day: Day): Day {
  const due = endorsementDueOn(permit, day);
  if (due - yearDays <= permit.issuedOn) return 0;
  const lead = latest + Math.floor(fixedDraw(permit.person.index, 62) * (earliest - latest));
  return due - yearDays - lead;
}
