import { type Day, dayOf, yearOf } from './days.ts';
import type { Employer } from './employers.ts';
import { fixedDraw, streamFor } from './random.ts';
import { lastSpell, type Work } from './work.ts';
import type { Person, World } from './world.ts';

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

const courseNames: readonly (readonly [trade: string, name: string])[] = [
  ['1', '家政服务员'],
  ['3', '育婴员'],
  ['4', '中式烹调师'],
  ['5', '刺绣工'],
  ['6', '电工'],
  ['6', '焊工'],
  ['7', '砌筑工'],
  ['9', '食用菌种植'],
  ['10', '电商直播'],
  ['11', '保安员'],
];

export function planCourses(world: World, work: Work): Course[] {
  const { until, timeline, seed } = world.plan;
  const random = streamFor(seed, 'courses');
  const courses: Course[] = [];
  const add = (person: Person, from: Day, employed: boolean): void => {
    const [trade, name] = random.pick(courseNames);
    const days = random.between(5, 20);
    courses.push({
      person,
      name: `${yearOf(from)}年${name}培训班`,
      trade,
      from,
      days,
      employedOn: employed && from + days + 20 < until ? from + days + 15 : 0,
    });
  };
  for (const worker of work.workers.values()) {
    if (worker.served) add(worker.person, lastSpell(worker).from + random.between(5, 14), false);
    else if (lastSpell(worker).state === 'employed' && fixedDraw(worker.person.index, 85) < 0.07)
      add(worker.person, random.between(timeline.start - 90, until - 15), true);
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
    const trip: Trip = {
      number: `SC${county.slice(-3)}${String(trips.size + 1).padStart(5, '0')}`,
      type: random.weighted([
        ['1', 0.5],
        ['2', 0.3],
        ['3', 0.2],
      ]),
      mode: random.weighted([
        ['1', 0.7],
        ['2', 0.3],
      ]),
      county,
      region,
      departOn: day,
      vehicles: random.between(1, 4),
      cost: random.between(8, 40) * 1000,
    };
    trips.set(key, trip);
    return trip;
  };
  const festivals = [timeline.start, until]
    .map(yearOf)
    .flatMap((year) => [year - 1, year])
    .map((year) => dayOf(year, 2, 20));
  for (const worker of work.workers.values()) {
    const spell = lastSpell(worker);
    if (spell.state !== 'employed' || spell.form !== '5' || !spell.employer || fixedDraw(worker.person.index, 86) > 0.28) continue;
    for (const festival of new Set(festivals)) {
      const departOn = festival + Math.floor(fixedDraw(worker.person.household.index, 87) * 6) * 3;
      if (departOn > until - 2 || departOn < timeline.start - 60) continue;
      const returnedOn = dayOf(yearOf(festival) + 1, 1, 14) + Math.floor(fixedDraw(worker.person.index, 88) * 12);
      travellers.push({
        trip: tripOn(departOn, worker.person.household.settlement.county.code, spell.employer.region),
        person: worker.person,
        employer: spell.employer,
        returnedOn: returnedOn <= until ? returnedOn : 0,
        reason: returnedOn <= until ? '2' : '',
      });
    }
  }
  for (const { worker, on, employer } of work.returned) {
    const departOn = on - random.between(60, 140);
    travellers.push({
      trip: tripOn(departOn, worker.person.household.settlement.county.code, employer.region),
      person: worker.person,
      employer,
      returnedOn: on,
      reason: '1',
    });
  }
  return travellers.sort((one, other) => one.trip.departOn - other.trip.departOn || one.person.index - other.person.index);
}
