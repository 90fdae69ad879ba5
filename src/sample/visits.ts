/** Who was visited when: every household now and then, people who are away by telephone, children at risk every month. */
import type { Children } from './children.ts';
import { type Day, dayOf, yearOf } from './days.ts';
import { type Homes, occupancyOn } from './homes.ts';
import { fixedDraw } from './random.ts';
import type { Household, Person, World } from './world.ts';

export interface Visit {
  readonly household: Household;
  readonly person: Person | undefined;
  readonly on: Day;
  /** Code of VISIT. */
  readonly method: string;
  readonly occupancy: string;
  readonly met: boolean;
  readonly incident: boolean;
}

const careRhythm = 26;
const callRhythm = 44;

/** Days between ordinary visits: closer in a small prefecture, where every row is affordable. */
const ordinaryRhythm = (world: World): number => (world.plan.people > 100_000 ? 165 : 115);

/** The visits of a household after one day and up to another. */
export function visitsOf(household: Household, world: World, homes: Homes, children: Children, after: Day, upTo: Day): Visit[] {
  if (household.leftOn !== 0) return [];
  const last = household.lastVisitOn === 0 ? upTo : Math.min(upTo, household.lastVisitOn);
  const watched = household.vacancy !== undefined || household.lastVisitOn !== 0;
  const rhythm = household.away ? callRhythm : watched ? 58 : ordinaryRhythm(world);
  const visits: Visit[] = [];
  const add = (on: Day, method: string, person?: Person, incident = false): void => {
    const { code } = occupancyOn(household, homes, on);
    visits.push({ household, person, on, method, occupancy: method === '1' ? code : '', met: method !== '1' || code < '3', incident });
  };
  for (const on of roundsAfter(after, last, rhythm, household.index)) add(on, household.away ? '2' : '1');
  if (household.away) {
    const festival = dayOf(yearOf(last), 2, 3) + Math.floor(fixedDraw(household.index, 95) * 7);
    if (festival > after && festival <= last && !visits.some(({ on }) => on === festival)) add(festival, '1');
  }
  if (household.lastVisitOn > after && household.lastVisitOn <= upTo && !visits.some(({ on }) => on === household.lastVisitOn))
    add(household.lastVisitOn, '1');
  for (const child of household.members) {
    if (!children.atRisk.has(child)) continue;
    for (const on of roundsAfter(Math.max(after, child.birth + 10), last, careRhythm, child.index)) add(on, '1', child);
    const incident = children.incidents.get(child);
    if (incident !== undefined && incident > after && incident <= upTo) add(incident, '1', child, true);
  }
  return visits;
}

/** The days of a rhythm with a phase of its own. */
function roundsAfter(after: Day, upTo: Day, rhythm: number, subject: number): Day[] {
  const phase = Math.floor(fixedDraw(subject, 96) * rhythm);
  const days: Day[] = [];
  for (let on = Math.floor((after - phase) / rhythm + 1) * rhythm + phase; on <= upTo; on += rhythm) if (on > after) days.push(on);
  return days;
}
