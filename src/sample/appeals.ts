/** Appeals: those handled since the platform went live, and those still open at every stage of their time limit. */
import { adultsOf } from './choosing.ts';
import { type Day, dayMilliseconds, shanghaiOffset, workingDaysAfter, workingDaysBefore } from './days.ts';
import { quota } from './plan.ts';
import { streamFor } from './random.ts';
import type { Person, Settlement, World } from './world.ts';

/** An appeal; times are milliseconds since 1970, 0 = not yet. */
export interface Appeal {
  readonly number: string;
  readonly settlement: Settlement;
  readonly person: Person | undefined;
  readonly category: string;
  readonly people: number;
  readonly urgency: string;
  readonly acceptedAt: number;
  readonly dueAt: number;
  readonly closedAt: number;
  readonly visitedAt: number;
  readonly satisfaction: string;
  readonly repeatOf: string;
}

const hour = 3_600_000;
const at = (day: Day, hours: number): number => day * dayMilliseconds - shanghaiOffset + hours * hour;
/** Appeals handled since the platform went live, and those still open at every stage of their time limit. */
export function planAppeals(world: World): Appeal[] {
  const { plan } = world;
  const { until, moment } = plan;
  const random = streamFor(plan.seed, 'appeals');
  const people = adultsOf(world);
  const appeals: Appeal[] = [];
  const add = (acceptedAt: number, dueAt: number, closedAt: number, more: Partial<Appeal> = {}): Appeal => {
    const person = random.pick(people);
    const appeal: Appeal = {
      number: `SQ${String(appeals.length + 1).padStart(9, '0')}`,
      settlement: person.household.settlement,
      person: random.chance(0.85) ? person : undefined,
      category: random.weighted([
        ['1', 0.1],
        ['2', 0.3],
        ['3', 0.16],
        ['4', 0.08],
        ['5', 0.1],
        ['6', 0.08],
        ['7', 0.08],
        ['8', 0.06],
        ['9', 0.04],
      ]),
      people: 1,
      urgency: '3',
      acceptedAt: toMinute(acceptedAt),
      dueAt: toMinute(dueAt),
      closedAt: toMinute(closedAt),
      visitedAt: 0,
      satisfaction: '',
      repeatOf: '',
      ...more,
    };
    appeals.push(appeal);
    return appeal;
  };
  const handle = (accepted: Day, more: Partial<Appeal> = {}): Appeal => {
    const closed = Math.min(until - 1, accepted + random.between(1, 8));
    const visited = Math.min(until - 1, closed + random.between(0, 4));
    return add(at(accepted, random.between(9, 16)), at(workingDaysAfter(accepted, 10), 18), at(closed, 17), {
      visitedAt: at(visited, 18),
      satisfaction: random.weighted([
        ['1', 0.3],
        ['2', 0.45],
        ['3', 0.2],
        ['5', 0.05],
      ]),
      ...more,
    });
  };
  for (let turn = 0; turn < plan.count('appealsClosed'); turn += 1) handle(random.between(plan.goLive, until - 12));
  const each = quota(0.00002, plan.people);
  for (let turn = 0; turn < each; turn += 1) {
    add(moment - 30 * hour, moment + 200 * hour, 0);
    add(moment - 9 * 24 * hour, moment + 34 * hour, 0);
    add(moment - 14 * 24 * hour, moment - hour, 0);
    handle(until - random.between(15, 70), { satisfaction: '4' });
    add(at(until - 30, 10), at(workingDaysBefore(until, 6), 18), 0);
    add(at(until - 60, 10), at(workingDaysBefore(until, 22), 18), 0);
  }
  const repeated = add(at(until - 3, 9), at(workingDaysAfter(until, 6), 18), 0);
  for (let turn = 0; turn < 3; turn += 1) handle(until - 2, { repeatOf: repeated.number, settlement: repeated.settlement, satisfaction: '3' });
  add(at(until - 1, 9), at(workingDaysAfter(until, 8), 18), 0, { people: 16 });
  add(moment - 3 * hour, moment + 40 * hour, 0, { urgency: '1' });
  return appeals.sort((one, other) => one.acceptedAt - other.acceptedAt || one.number.localeCompare(other.number));
}

const toMinute = (time: number): number => Math.floor(time / 60_000) * 60_000;
