/** Plans who works, who looks for work and since when: the labour of every settlement, at the rates laid down for it. */
import { Chooser, isHeardFrom, livingMembers } from './choosing.ts';
import { type Day, workingDaysBefore, yearsBetween } from './days.ts';
import { type Employer, Employers } from './employers.ts';
import { drawJob } from './jobs.ts';
import { quota } from './plan.ts';
import { fixedDraw, type Random, streamFor } from './random.ts';
import type { Schooling } from './schooling.ts';
import { hasTag } from './tags.ts';
import { spoilWages } from './unpaidWages.ts';
import { isLabour, type Spell, type Work, type Worker } from './work.ts';
import type { Household, Level, Person, Settlement, World } from './world.ts';

/** Share of the willing who are employed, by the level that the settlement is to show. */
const employmentRate: Record<Level, number> = { none: 0.971, blue: 0.93, yellow: 0.91, orange: 0.88, red: 0.83 };
/** Share of the employed who came home within 30 days, by level. */
const returnRate: Record<Level, number> = { none: 0, blue: 0.03, yellow: 0.05, orange: 0.08, red: 0.125 };

/** Days out of work of those who look for it, so that all levels of C02 are there: under 30 mostly, then fewer and fewer. */
const joblessBands: readonly (readonly [low: number, high: number])[] = [
  [32, 44],
  [46, 58],
  [34, 57],
  [62, 88],
  [95, 175],
  [33, 50],
  [190, 420],
];

interface Labour {
  readonly household: Household;
  readonly persons: Person[];
}

export function planWork(world: World, schooling: Schooling): Work {
  const random = streamFor(world.plan.seed, 'work');
  const planner = new WorkPlanner(world, schooling, random);
  const zero = planner.chooseZeroEmployment();
  for (const settlement of world.settlements) planner.planSettlement(settlement, zero);
  return planner.finish();
}

class WorkPlanner {
  private readonly workers = new Map<Person, Worker>();
  private readonly returned: { worker: Worker; on: Day; employer: Employer }[] = [];
  private readonly employers: Employers;
  private readonly labour = new Map<Household, Labour>();
  private band = 0;

  constructor(
    private readonly world: World,
    schooling: Schooling,
    private readonly random: Random,
  ) {
    this.employers = new Employers(world.plan, world.counties);
    for (const household of world.households) {
      if (household.leftOn !== 0) continue;
      const persons = livingMembers(household).filter((person) => isLabour(person, world.plan.until, schooling));
      this.labour.set(household, { household, persons });
    }
  }

  private get until(): Day {
    return this.world.plan.until;
  }

  /** Households in which nobody works although someone wants to, with the day of the last job. In the whole prefecture only one a level: its goal is reached to two decimals. */
  chooseZeroEmployment(): Map<Household, Day> {
    const zero = new Map<Household, Day>();
    const candidates = [...this.labour.values()].filter(
      ({ household, persons }) =>
        persons.length >= 1 &&
        persons.length <= 2 &&
        isHeardFrom(household, 'employment') &&
        household.settlement.levels.C03 === 'none' &&
        household.settlement.levels.C04 === 'none',
    );
    const chooser = new Chooser(
      this.random,
      candidates.filter(({ persons }) => persons.every((person) => !hasTag(person, '14'))),
    );
    const plant = (share: number, low: number, high: number): void => {
      for (const { household } of chooser.take(this.world.plan.scale > 0.5 ? 1 : quota(share, this.labour.size)))
        zero.set(household, workingDaysBefore(this.until, this.random.between(low, high)));
    };
    plant(0.0004, 1, 2);
    plant(0.0004, 4, 6);
    plant(0.0008, 9, 70);
    return zero;
  }

  planSettlement(settlement: Settlement, zero: ReadonlyMap<Household, Day>): void {
    const free: Person[] = [];
    for (const household of settlement.households) {
      const labour = this.labour.get(household);
      if (!labour) continue;
      const since = zero.get(household);
      if (since !== undefined) for (const person of labour.persons) this.seek(person, since, false);
      else free.push(...this.setAside(labour));
      this.planOthers(household, since === undefined);
    }
    const zeroSeekers = settlement.households
      .filter((household) => zero.has(household))
      .reduce((sum, household) => sum + (this.labour.get(household)?.persons.length ?? 0), 0);
    this.planMarket(settlement, free, zeroSeekers);
  }

  /** Leaves out those who care for infants or relatives and do not look for work; returns the willing. */
  private setAside({ household, persons }: Labour): Person[] {
    const infant = livingMembers(household).some((member) => yearsBetween(member.birth, this.until) < 2);
    let left = persons.length;
    return persons.filter((person) => {
      const carer = person.sex === 2 && infant && fixedDraw(person.index, 21) < 0.45;
      const reason = carer ? '3' : fixedDraw(person.index, 22) < 0.018 ? '2' : fixedDraw(person.index, 22) < 0.026 ? '9' : '';
      if (reason === '' || left < 2) return true;
      left -= 1;
      this.record(person, [{ from: this.until - this.random.between(100, 900), state: 'unwilling', exempt: hasTag(person, '14') ? '4' : reason }]);
      return false;
    });
  }

  /** Those who cannot work, and elders who still do a little. */
  private planOthers(household: Household, mayWork: boolean): void {
    for (const person of livingMembers(household)) {
      const age = yearsBetween(person.birth, this.until);
      if (age >= 16 && age < 60 && person.ability === '4') this.record(person, [{ from: this.until - 2000, state: 'unable' }]);
      if (mayWork && age >= 60 && age < 65 && person.ability === '3' && fixedDraw(person.index, 23) < 0.5) {
        this.record(person, [
          {
            from: this.until - this.random.between(200, 1500),
            state: 'employed',
            form: '3',
            region: household.settlement.county.code,
            wage: 1200 + this.random.between(0, 12) * 100,
          },
        ]);
      }
    }
  }

  private planMarket(settlement: Settlement, willing: readonly Person[], zeroSeekers: number): void {
    const { C03, C04 } = settlement.levels;
    const seekers = Math.max(0, Math.round((willing.length + zeroSeekers) * (1 - employmentRate[C03])) - zeroSeekers);
    const perHousehold = new Map<Household, number>();
    for (const { household } of willing) perHousehold.set(household, (perHousehold.get(household) ?? 0) + 1);
    const order = this.random.shuffle(willing);
    const looking = new Set<Person>();
    for (const person of order) {
      const others = perHousehold.get(person.household) ?? 0;
      if (looking.size >= seekers) break;
      if (others < 2) continue;
      perHousehold.set(person.household, others - 1);
      looking.add(person);
    }
    const employed = order.filter((person) => !looking.has(person));
    const recent = Math.floor(Math.min(looking.size * 0.5, employed.length * 0.013));
    let place = 0;
    for (const person of looking) {
      this.seek(person, place < recent ? this.until - this.random.between(2, 28) : this.nextJoblessSince(), place >= recent);
      place += 1;
    }
    for (const person of employed) this.employ(person);
    if (C04 !== 'none') this.bringHome(settlement, employed, C04, recent);
  }

  private nextJoblessSince(): Day {
    const [low, high] = joblessBands[this.band % joblessBands.length] ?? [32, 58];
    this.band += 1;
    return this.until - this.random.between(low, high);
  }

  private seek(person: Person, since: Day, long: boolean): void {
    const employer = this.employers.nextOutside();
    const days = this.until - since;
    const worker = this.record(person, [
      {
        from: since - this.random.between(120, 700),
        state: 'employed',
        form: '5',
        employer,
        region: employer.region,
        wage: 3200 + this.random.between(0, 15) * 100,
      },
      { from: since, state: 'seeking', employer, region: employer.region },
    ]);
    worker.served = long && days < 60 && this.band % joblessBands.length !== 3;
  }

  private employ(person: Person): void {
    const spell = drawJob(this.random, this.employers, person, this.until);
    const { start: base } = this.world.plan.timeline;
    const changed = fixedDraw(person.index, 24) < 0.22;
    const from = changed
      ? this.random.between(base + 5, this.until - 32)
      : this.until - this.random.between(this.until - base + 10, this.until - base + 1500);
    const spells: Spell[] = [{ ...spell, from: Math.min(this.until - 1, Math.max(from, person.birth + 5844 + 30)) }];
    if (changed) {
      const before = drawJob(this.random, this.employers, person, this.until);
      const gap = this.gapBetweenJobs(person);
      if (gap > 0) spells.unshift({ from: from - gap, state: 'seeking', ...(before.employer && { employer: before.employer }) });
      spells.unshift({ ...before, from: from - gap - this.random.between(90, 600) });
    }
    this.record(person, spells);
  }

  /** Days without work between two jobs: none for most, long for a few. */
  private gapBetweenJobs(person: Person): number {
    const draw = fixedDraw(person.index, 25);
    if (draw < 0.18) return this.random.between(6, 26);
    if (draw < 0.26) return this.random.between(32, 58);
    return draw < 0.31 ? this.random.between(62, 130) : 0;
  }

  /** Lets people come home from outside jobs that ended, and find work near home at once. */
  private bringHome(settlement: Settlement, employed: readonly Person[], level: Level, recent: number): void {
    const oneEmployer = level === 'blue' && employed.length > 900 ? 12 : level === 'yellow' && employed.length > 1500 ? 23 : 0;
    const wanted = oneEmployer || Math.ceil(employed.length * (returnRate[level] / (1 - returnRate[level]))) - recent;
    const single = oneEmployer > 0 ? this.employers.nextOutside() : undefined;
    for (const person of this.random.shuffle(employed).slice(0, Math.max(1, wanted))) {
      const worker = this.workers.get(person);
      if (!worker) continue;
      const employer = single ?? this.employers.nextOutside();
      const on = this.until - this.random.between(6, 27);
      worker.spells = [
        { from: on - this.random.between(150, 600), state: 'employed', form: '5', employer, region: employer.region, wage: 4200 },
        { from: on + 3, state: 'employed', form: '3', region: settlement.county.code, wage: 2400 },
      ];
      this.returned.push({ worker, on, employer });
    }
  }

  /** Notes the spells of a person; the first began before the story does, so that its months are told from the beginning. */
  private record(person: Person, spells: Spell[]): Worker {
    const [first] = spells;
    const begin = this.world.plan.timeline.start - 20 - (person.index % 200);
    if (first && first.from > begin) spells[0] = { ...first, from: begin };
    const worker: Worker = { person, spells, arrearsFrom: 0, arrearsStated: true, served: false };
    this.workers.set(person, worker);
    return worker;
  }

  finish(): Work {
    const workers = this.workers;
    const unlisted = spoilWages(this.world, this.random, this.employers, workers);
    return { workers, unlisted, returned: this.returned };
  }
}
