/** Businesses that people started, and the projects and workshops around the settlements. */
import { Chooser } from './choosing.ts';
import { type Day, dayOf } from './days.ts';
import { organisationCode } from './identity.ts';
import { streamFor } from './random.ts';
import { lastSpell, type Work } from './work.ts';
import type { Person, Settlement, World } from './world.ts';

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

export function planBusinesses(world: World, work: Work): Business[] {
  const { until, people, seed } = world.plan;
  const random = streamFor(seed, 'businesses');
  const founders = [...work.workers.values()].filter((worker) => lastSpell(worker).form === '7');
  return new Chooser(random, founders).take(Math.round(people * 0.0035)).map(({ person }, index) => ({
    person,
    founder: person.tags.includes('15')
      ? '1'
      : random.weighted([
          ['2', 0.7],
          ['9', 0.3],
        ]),
    name: `${person.household.settlement.county.name.slice(0, 2)}${person.name}${random.pick(['百货店', '餐馆', '养殖场', '理发店', '刺绣坊', '快递服务点'])}`,
    code: organisationCode(400_000 + index),
    registeredOn: random.between(dayOf(2018, 1, 1), until - 40),
    supports: [random.pick(['1', '2', '3', '4'])],
    amount: random.between(3, 30) * 1000,
    jobs: random.between(1, 6),
    status: random.weighted([
      ['1', 0.88],
      ['2', 0.08],
      ['3', 0.04],
    ]),
  }));
}

export function planProjects(world: World): Project[] {
  const { people, seed, settlements } = { ...world.plan, settlements: world.settlements };
  const random = streamFor(seed, 'projects');
  return Array.from({ length: Math.max(settlements.length, Math.round(people * 0.00042)) }, (_, index) => {
    const settlement = settlements[index % settlements.length] as Settlement;
    const jobs = random.between(12, 160);
    const type = random.weighted([
      ['1', 0.45],
      ['2', 0.25],
      ['3', 0.12],
      ['4', 0.1],
      ['5', 0.08],
    ]);
    return {
      number: `XM${String(index + 1).padStart(4, '0')}`,
      name: `${settlement.name.replace('安置点', '')}${random.pick(['服饰', '电子加工', '食用菌', '薏仁米', '刺绣', '竹编'])}${type === '2' ? '产业基地' : '帮扶车间'}${index >= settlements.length ? Math.floor(index / settlements.length) + 1 : ''}`,
      type,
      settlement,
      fund: random.between(20, 900) * 10_000,
      openedOn: dayOf(random.between(2018, 2021), random.between(1, 12), 15),
      jobs,
      relocated: Math.round(jobs * (0.5 + random.next() * 0.45)),
    };
  });
}
