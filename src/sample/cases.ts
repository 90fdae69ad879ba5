/** Disputes, legal aid, appeals, activities and households under watch against falling back into poverty. */
import { Chooser, isHeardFrom, livingMembers } from './choosing.ts';
import { type Day, dayMilliseconds, dayOf, shanghaiOffset, workingDaysAfter, workingDaysBefore, yearsBetween } from './days.ts';
import { fullName } from './names.ts';
import { quota } from './plan.ts';
import { type Random, streamFor } from './random.ts';
import type { Community, Household, Person, Settlement, World } from './world.ts';

export interface Dispute {
  readonly number: string;
  readonly settlement: Settlement;
  readonly type: string;
  readonly parties: readonly Person[];
  readonly people: number;
  readonly acceptedOn: Day;
  /** 0 = open. */
  readonly closedOn: Day;
  readonly source: string;
  readonly mediator: string;
  readonly risk: string;
  readonly escalation: readonly string[];
}

export interface LegalAid {
  readonly number: string;
  readonly person: Person;
  readonly matter: string;
  readonly appliedOn: Day;
  readonly closedOn: Day;
  readonly recovered: number;
}

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

export interface Activity {
  readonly number: string;
  readonly type: string;
  readonly title: string;
  readonly community: Community;
  readonly on: Day;
  readonly people: number;
}

export interface RelapseCase {
  readonly household: Household;
  readonly type: string;
  readonly risks: readonly string[];
  readonly clueOn: Day;
  readonly identifiedOn: Day;
  readonly removedOn: Day;
  readonly helper: string;
}

const hour = 3_600_000;
const at = (day: Day, hours: number): number => day * dayMilliseconds - shanghaiOffset + hours * hour;
const adults = (world: World): Person[] => world.households.filter(({ leftOn }) => leftOn === 0).flatMap(livingMembers).filter(({ birth }) => yearsBetween(birth, world.plan.until) >= 20);

export function planDisputes(world: World): Dispute[] {
  const { until, people, timeline, seed } = world.plan;
  const random = streamFor(seed, 'disputes');
  const parties = new Chooser(random, adults(world).filter(({ household }) => isHeardFrom(household, 'dispute')));
  const disputes: Dispute[] = [];
  const add = (acceptedOn: Day, closedOn: Day, more: Partial<Dispute> = {}): void => {
    const [party] = parties.take(1);
    if (!party) return;
    const { settlement } = party.household;
    disputes.push({ number: `TJ${settlement.code.slice(-3)}-${String(disputes.length + 1).padStart(6, '0')}`, settlement, type: random.weighted([['1', 0.25], ['2', 0.3], ['3', 0.14], ['4', 0.1], ['6', 0.08], ['7', 0.06], ['5', 0.07]]), parties: [party], people: random.between(2, 5), acceptedOn, closedOn, source: random.weighted([['1', 0.4], ['2', 0.4], ['4', 0.2]]), mediator: `${settlement.communities[0]?.name ?? ''}人民调解委员会`, risk: random.weighted([['4', 0.75], ['3', 0.2], ['2', 0.05]]), escalation: [], ...more });
  };
  const closed = Math.round(people * 0.008);
  for (let turn = 0; turn < closed; turn += 1) {
    const acceptedOn = random.between(timeline.start - 60, until - 20);
    add(acceptedOn, Math.min(until - 1, acceptedOn + random.between(2, 18)));
  }
  const each = quota(0.00003, people);
  for (const [low, high] of [[1, 13], [1, 13], [1, 13], [1, 13], [16, 28], [31, 43], [46, 58], [62, 120]] as const) {
    for (let turn = 0; turn < each; turn += 1) add(until - random.between(low, high), 0);
  }
  for (let turn = 0; turn < Math.ceil(each / 2); turn += 1) add(until - random.between(2, 12), 0, { people: random.between(11, 24), escalation: ['1'] });
  for (let turn = 0; turn < Math.ceil(each / 2); turn += 1) add(until - random.between(2, 12), 0, { type: '1', escalation: ['4'], risk: '1' });
  return disputes.sort((one, other) => one.acceptedOn - other.acceptedOn || one.number.localeCompare(other.number));
}

export function planLegalAid(world: World): LegalAid[] {
  const { until, people, timeline, seed } = world.plan;
  const random = streamFor(seed, 'legal aid');
  return new Chooser(random, adults(world)).take(Math.round(people * 0.0011)).map((person, index) => {
    const appliedOn = random.between(timeline.start - 60, until - 3);
    const closedOn = appliedOn + random.between(30, 160);
    return { number: `FY${String(index + 1).padStart(5, '0')}`, person, matter: random.weighted([['1', 0.45], ['2', 0.15], ['3', 0.14], ['4', 0.06], ['5', 0.12], ['9', 0.08]]), appliedOn, closedOn: closedOn < until ? closedOn : 0, recovered: random.between(3, 90) * 1000 };
  }).sort((one, other) => one.appliedOn - other.appliedOn);
}

/** Appeals handled since the platform went live, and those still open at every stage of their time limit. */
export function planAppeals(world: World): Appeal[] {
  const { plan } = world;
  const { until, moment } = plan;
  const random = streamFor(plan.seed, 'appeals');
  const people = adults(world);
  const appeals: Appeal[] = [];
  const add = (acceptedAt: number, dueAt: number, closedAt: number, more: Partial<Appeal> = {}): Appeal => {
    const person = random.pick(people);
    const appeal: Appeal = { number: `SQ${String(appeals.length + 1).padStart(8, '0')}`, settlement: person.household.settlement, person: random.chance(0.85) ? person : undefined, category: random.weighted([['1', 0.1], ['2', 0.3], ['3', 0.16], ['4', 0.08], ['5', 0.1], ['6', 0.08], ['7', 0.08], ['8', 0.06], ['9', 0.04]]), people: 1, urgency: '3', acceptedAt: toMinute(acceptedAt), dueAt: toMinute(dueAt), closedAt: toMinute(closedAt), visitedAt: 0, satisfaction: '', repeatOf: '', ...more };
    appeals.push(appeal);
    return appeal;
  };
  const handle = (accepted: Day, more: Partial<Appeal> = {}): Appeal => {
    const closed = Math.min(until - 1, accepted + random.between(1, 8));
    const visited = Math.min(until - 1, closed + random.between(0, 4));
    return add(at(accepted, random.between(9, 16)), at(workingDaysAfter(accepted, 10), 18), at(closed, 17), { visitedAt: at(visited, 18), satisfaction: random.weighted([['1', 0.3], ['2', 0.45], ['3', 0.2], ['5', 0.05]]), ...more });
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

const titles: readonly (readonly [type: string, title: string])[] = [
  ['1', '感恩奋进新时代宣讲'],
  ['2', '最美楼栋评选'],
  ['3', '广场舞大家跳'],
  ['4', '布依八音传习'],
  ['5', '新市民夜校普通话班'],
  ['3', '社区电影放映'],
  ['4', '苗绣手工课堂'],
];

export function planActivities(world: World): Activity[] {
  const { until, timeline, seed } = world.plan;
  const random = streamFor(seed, 'activities');
  const activities = world.settlements.flatMap(({ communities }) => communities).flatMap((community) => {
    const count = Math.max(3, Math.round((until - timeline.start) / 32));
    return Array.from({ length: count }, () => {
      const [type, title] = random.pick(titles);
      return { number: '', type, title, community, on: random.between(timeline.start - 30, until - 2), people: random.between(20, 180) };
    });
  });
  return activities.sort((one, other) => one.on - other.on || one.community.code.localeCompare(other.community.code)).map((activity, index) => ({ ...activity, number: `HD${String(index + 1).padStart(6, '0')}` }));
}

export function planRelapseCases(world: World): RelapseCase[] {
  const { until, people, seed } = world.plan;
  const random = streamFor(seed, 'relapse');
  const chooser = new Chooser(random, world.households.filter(({ leftOn, type }) => leftOn === 0 && type <= '2'));
  return chooser.take(Math.round(people * 0.0075)).map((household) => {
    const clueOn = random.between(dayOf(2021, 6, 1), until - 20);
    const identifiedOn = clueOn + random.between(5, 15);
    const removedOn = identifiedOn + random.between(190, 700);
    const type = clueOn > dayOf(2025, 12, 31) ? '4' : random.weighted([['1', 0.6], ['2', 0.2], ['3', 0.2]]);
    return { household, type, risks: [random.pick(['1', '1', '2', '3', '6', '7'])], clueOn, identifiedOn, removedOn: removedOn < until ? removedOn : 0, helper: fullName(random) };
  }).sort((one, other) => one.clueOn - other.clueOn || one.household.index - other.household.index);
}
