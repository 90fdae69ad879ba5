/** Courses, coaches to work, businesses and public-welfare posts: what the programme does for work. */
import { Chooser, isHeardFrom, livingMembers } from './choosing.ts';
import { type Day, dayOf, type Month, monthOf, yearOf, yearsBetween } from './days.ts';
import type { Employer } from './employers.ts';
import { organisationCode } from './identity.ts';
import { quota } from './plan.ts';
import { fixedDraw, streamFor } from './random.ts';
import { lastSpell, type Work, type Worker } from './work.ts';
import type { Person, Settlement, World } from './world.ts';

export interface Course {
  readonly person: Person;
  readonly name: string;
  readonly trade: string;
  readonly from: Day;
  readonly days: number;
  readonly employedOn: Day;
}

export interface Trip {
  readonly number: string;
  readonly type: string;
  readonly mode: string;
  readonly county: string;
  readonly region: string;
  readonly departOn: Day;
  readonly vehicles: number;
  readonly cost: number;
}

export interface Traveller {
  readonly trip: Trip;
  readonly person: Person;
  readonly employer: Employer;
  readonly returnedOn: Day;
  /** Code of RETURN. */
  readonly reason: string;
}

export interface Business {
  readonly person: Person;
  readonly founder: string;
  readonly name: string;
  readonly code: string;
  readonly registeredOn: Day;
  readonly supports: readonly string[];
  readonly amount: number;
  readonly jobs: number;
  readonly status: string;
}

export interface Project {
  readonly number: string;
  readonly name: string;
  readonly type: string;
  readonly settlement: Settlement;
  readonly fund: number;
  readonly openedOn: Day;
  readonly jobs: number;
  readonly relocated: number;
}

export interface Post {
  readonly number: string;
  readonly settlement: Settlement;
  readonly person: Person | undefined;
  readonly type: string;
  readonly from: Day;
  readonly subsidy: number;
  /** Months without the subsidy that were due. */
  readonly unpaidMonths: number;
  /** Working days absent; -1 = not stated. */
  readonly absentDays: number;
}

const courseNames: readonly (readonly [trade: string, name: string])[] = [['1', '家政服务员'], ['3', '育婴员'], ['4', '中式烹调师'], ['5', '刺绣工'], ['6', '电工'], ['6', '焊工'], ['7', '砌筑工'], ['9', '食用菌种植'], ['10', '电商直播'], ['11', '保安员']];

export function planCourses(world: World, work: Work): Course[] {
  const { until, timeline, seed } = world.plan;
  const random = streamFor(seed, 'courses');
  const courses: Course[] = [];
  const add = (person: Person, from: Day, employed: boolean): void => {
    const [trade, name] = random.pick(courseNames);
    const days = random.between(5, 20);
    courses.push({ person, name: `${yearOf(from)}年${name}培训班`, trade, from, days, employedOn: employed && from + days + 20 < until ? from + days + 15 : 0 });
  };
  for (const worker of work.workers.values()) {
    if (worker.served) add(worker.person, lastSpell(worker).from + random.between(5, 14), false);
    else if (lastSpell(worker).state === 'employed' && fixedDraw(worker.person.index, 85) < 0.07) add(worker.person, random.between(timeline.start - 90, until - 15), true);
  }
  return courses.sort((one, other) => one.from - other.from || one.person.index - other.person.index);
}

/** Coaches after every Spring Festival, returns before the next, and those who came home because their job ended. */
export function planTrips(world: World, work: Work): Traveller[] {
  const { until, timeline, seed } = world.plan;
  const random = streamFor(seed, 'trips');
  const trips = new Map<string, Trip>();
  const travellers: Traveller[] = [];
  const tripOn = (day: Day, county: string, region: string): Trip => {
    const key = `${day} ${county} ${region}`;
    const known = trips.get(key);
    if (known) return known;
    const trip: Trip = { number: `SC${county.slice(-3)}${String(trips.size + 1).padStart(5, '0')}`, type: random.weighted([['1', 0.5], ['2', 0.3], ['3', 0.2]]), mode: random.weighted([['1', 0.7], ['2', 0.3]]), county, region, departOn: day, vehicles: random.between(1, 4), cost: random.between(8, 40) * 1000 };
    trips.set(key, trip);
    return trip;
  };
  const festivals = [timeline.start, until].map(yearOf).flatMap((year) => [year - 1, year]).map((year) => dayOf(year, 2, 20));
  for (const worker of work.workers.values()) {
    const spell = lastSpell(worker);
    if (spell.state !== 'employed' || spell.form !== '5' || !spell.employer || fixedDraw(worker.person.index, 86) > 0.28) continue;
    for (const festival of new Set(festivals)) {
      const departOn = festival + Math.floor(fixedDraw(worker.person.household.index, 87) * 6) * 3;
      if (departOn > until - 2 || departOn < timeline.start - 60) continue;
      const returnedOn = dayOf(yearOf(festival) + 1, 1, 14) + Math.floor(fixedDraw(worker.person.index, 88) * 12);
      travellers.push({ trip: tripOn(departOn, worker.person.household.settlement.county.code, spell.employer.region), person: worker.person, employer: spell.employer, returnedOn: returnedOn <= until ? returnedOn : 0, reason: returnedOn <= until ? '2' : '' });
    }
  }
  for (const { worker, on, employer } of work.returned) {
    const departOn = on - random.between(60, 140);
    travellers.push({ trip: tripOn(departOn, worker.person.household.settlement.county.code, employer.region), person: worker.person, employer, returnedOn: on, reason: '1' });
  }
  return travellers.sort((one, other) => one.trip.departOn - other.trip.departOn || one.person.index - other.person.index);
}

export function planBusinesses(world: World, work: Work): Business[] {
  const { until, people, seed } = world.plan;
  const random = streamFor(seed, 'businesses');
  const founders = [...work.workers.values()].filter((worker) => lastSpell(worker).form === '7');
  return new Chooser(random, founders).take(Math.round(people * 0.0035)).map(({ person }, index) => ({
    person,
    founder: person.tags.includes('15') ? '1' : random.weighted([['2', 0.7], ['9', 0.3]]),
    name: `${person.household.settlement.county.name.slice(0, 2)}${person.name}${random.pick(['百货店', '餐馆', '养殖场', '理发店', '刺绣坊', '快递服务点'])}`,
    code: organisationCode(400_000 + index),
    registeredOn: random.between(dayOf(2018, 1, 1), until - 40),
    supports: [random.pick(['1', '2', '3', '4'])],
    amount: random.between(3, 30) * 1000,
    jobs: random.between(1, 6),
    status: random.weighted([['1', 0.88], ['2', 0.08], ['3', 0.04]]),
  }));
}

export function planProjects(world: World): Project[] {
  const { people, seed, settlements } = { ...world.plan, settlements: world.settlements };
  const random = streamFor(seed, 'projects');
  return Array.from({ length: Math.max(settlements.length, Math.round(people * 0.00042)) }, (_, index) => {
    const settlement = settlements[index % settlements.length] as Settlement;
    const jobs = random.between(12, 160);
    const type = random.weighted([['1', 0.45], ['2', 0.25], ['3', 0.12], ['4', 0.1], ['5', 0.08]]);
    return { number: `XM${String(index + 1).padStart(4, '0')}`, name: `${settlement.name.replace('安置点', '')}${random.pick(['服饰', '电子加工', '食用菌', '薏仁米', '刺绣', '竹编'])}${type === '2' ? '产业基地' : '帮扶车间'}${index >= settlements.length ? Math.floor(index / settlements.length) + 1 : ''}`, type, settlement, fund: random.between(20, 900) * 10_000, openedOn: dayOf(random.between(2018, 2021), random.between(1, 12), 15), jobs, relocated: Math.round(jobs * (0.5 + random.next() * 0.45)) };
  });
}

/** Posts of those who work in one, some vacant posts, and the few whose subsidy is late or whose attendance is doubtful. */
export function planPosts(world: World, work: Work): Post[] {
  const { until, people, seed } = world.plan;
  const random = streamFor(seed, 'posts');
  const posts: Post[] = [];
  const add = (settlement: Settlement, person: Person | undefined, more: Partial<Post> = {}): void => {
    posts.push({ number: `GG-${settlement.code}-${String(posts.length + 1).padStart(5, '0')}`, settlement, person, type: random.weighted([['1', 0.42], ['2', 0.2], ['3', 0.1], ['4', 0.14], ['6', 0.14]]), from: until - random.between(120, 1100), subsidy: random.pick([800, 1000, 1200, 1500]), unpaidMonths: 0, absentDays: 0, ...more });
  };
  const holders = [...work.workers.values()].filter((worker) => lastSpell(worker).form === '6');
  const heard = holders.filter(({ person }) => isHeardFrom(person.household, 'public_post', 'employment'));
  const chooser = new Chooser(random, heard);
  const wrong = new Map<Worker, Partial<Post>>();
  for (const months of [2, 3, 4, 5]) for (const worker of chooser.take(quota(0.003, holders.length))) wrong.set(worker, { unpaidMonths: months });
  for (const worker of chooser.take(quota(0.004, holders.length))) wrong.set(worker, { absentDays: random.between(11, 20) });
  for (const worker of chooser.take(quota(0.002, holders.length))) wrong.set(worker, { absentDays: -1 });
  for (const worker of holders) add(worker.person.household.settlement, worker.person, wrong.get(worker));
  const others = new Chooser(random, world.households.filter((household) => isHeardFrom(household, 'public_post', 'employment')).flatMap(livingMembers));
  for (const person of others.take(quota(0.00003, people), (one) => yearsBetween(one.birth, until) >= 66 && yearsBetween(one.birth, until) < 71)) add(person.household.settlement, person);
  for (let turn = 0; turn < Math.round(holders.length * 0.03); turn += 1) add(random.pick(world.settlements), undefined);
  return posts;
}

/** The last month for which a post was paid, as known on a day: the subsidy of a month comes with the next. */
export const postPaidMonthOn = (post: Post, day: Day, until: Day): Month =>
  post.unpaidMonths > 0 ? Math.min(monthOf(day) - 1, monthOf(until) - 1 - post.unpaidMonths) : monthOf(day) - 1;

