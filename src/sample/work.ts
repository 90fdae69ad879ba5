/** Who works, who looks for work and since when: the labour of every settlement, at the rates laid down for it. */
import { Chooser, isHeardFrom, livingMembers } from './choosing.ts';
import { type Day, workingDaysBefore, yearsBetween } from './days.ts';
import { type Employer, Employers } from './employers.ts';
import { quota } from './plan.ts';
import { fixedDraw, type Random, streamFor } from './random.ts';
import { isAtSchool, type Schooling, schoolStatusAt } from './schooling.ts';
import { hasTag } from './tags.ts';
import type { Household, Level, Person, Settlement, World } from './world.ts';

export type WorkState = 'employed' | 'seeking' | 'unwilling' | 'unable';

/** A time in one state of work; it ends when the next begins. */
export interface Spell {
  readonly from: Day;
  readonly state: WorkState;
  /** Codes of EMP_FORM. */
  readonly form?: string;
  /** The employer, the last one when out of work. */
  readonly employer?: Employer;
  readonly region?: string;
  readonly wage?: number;
  /** Code of EMP_EXEMPT. */
  readonly exempt?: string;
}

export interface Worker {
  readonly person: Person;
  /** In order of time; the last holds at the end of the sample. */
  spells: Spell[];
  /** Unpaid since this day; 0 = paid. */
  arrearsFrom: Day;
  /** Whether the list says anything about arrears. */
  arrearsStated: boolean;
  /** The "131" service: guidance, three offers and a course. */
  served: boolean;
}

export interface Work {
  readonly workers: ReadonlyMap<Person, Worker>;
  readonly employers: Employers;
  /** Labour that is missing from the employment list. */
  readonly unlisted: ReadonlySet<Person>;
  /** People who came home because their outside job ended and found work nearby: the signal of C04. */
  readonly returned: readonly { readonly worker: Worker; readonly on: Day; readonly employer: Employer }[];
}

/** Labour as the facts define it: 16 to 59, able, not at school, not in service, abroad or custody. */
export function isLabour(person: Person, day: Day, schooling: Schooling): boolean {
  const age = yearsBetween(person.birth, day);
  return age >= 16 && age <= 59 && person.ability < '4' && !isAtSchool(schoolStatusAt(person, day, schooling.troubles)) && !hasTag(person, '16', '17', '18');
}

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

  constructor(private readonly world: World, private readonly schooling: Schooling, private readonly random: Random) {
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
    const candidates = [...this.labour.values()].filter(({ household, persons }) => persons.length >= 1 && persons.length <= 2 && isHeardFrom(household, 'employment') && household.settlement.levels.C03 === 'none' && household.settlement.levels.C04 === 'none');
    const chooser = new Chooser(this.random, candidates.filter(({ persons }) => persons.every((person) => !hasTag(person, '14'))));
    const plant = (share: number, low: number, high: number): void => {
      for (const { household } of chooser.take(this.world.plan.scale > 0.5 ? 1 : quota(share, this.labour.size))) zero.set(household, workingDaysBefore(this.until, this.random.between(low, high)));
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
    const zeroSeekers = settlement.households.filter((household) => zero.has(household)).reduce((sum, household) => sum + (this.labour.get(household)?.persons.length ?? 0), 0);
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
        this.record(person, [{ from: this.until - this.random.between(200, 1500), state: 'employed', form: '3', region: household.settlement.county.code, wage: 1200 + this.random.between(0, 12) * 100 }]);
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
      { from: since - this.random.between(120, 700), state: 'employed', form: '5', employer, region: employer.region, wage: 3200 + this.random.between(0, 15) * 100 },
      { from: since, state: 'seeking', employer, region: employer.region },
    ]);
    worker.served = long && days < 60 && this.band % joblessBands.length !== 3;
  }

  private employ(person: Person): void {
    const spell = this.jobFor(person);
    const { start: base } = this.world.plan.timeline;
    const changed = fixedDraw(person.index, 24) < 0.22;
    const from = changed ? this.random.between(base + 5, this.until - 32) : this.until - this.random.between(this.until - base + 10, this.until - base + 1500);
    const spells: Spell[] = [{ ...spell, from: Math.min(this.until - 1, Math.max(from, person.birth + 5844 + 30)) }];
    if (changed) {
      const before = this.jobFor(person);
      const gap = fixedDraw(person.index, 25) < 0.3 ? this.random.between(6, 26) : 0;
      if (gap > 0) spells.unshift({ from: from - gap, state: 'seeking', ...(before.employer && { employer: before.employer }) });
      spells.unshift({ ...before, from: from - gap - this.random.between(90, 600) });
    }
    this.record(person, spells);
  }

  /** A job that suits age, education and family: some whole families are away, others have one who earns outside. */
  private jobFor(person: Person): Spell {
    const age = yearsBetween(person.birth, this.until);
    const { county } = person.household.settlement;
    const allAway = fixedDraw(person.household.index, 26) < 0.13;
    const outside = allAway || fixedDraw(person.index, 27) < (age < 45 ? 0.42 : 0.2);
    const form = outside ? (this.random.chance(0.76) ? '5' : '4') : this.localForm(age);
    const from = this.until;
    if (form === '5') {
      const employer = this.employers.nextOutside();
      return { from, state: 'employed', form, employer, region: employer.region, wage: 3600 + this.random.between(0, 26) * 100 };
    }
    if (form === '4') return { from, state: 'employed', form, employer: this.employers.nextLocal(county.code), region: '520000', wage: 3000 + this.random.between(0, 18) * 100 };
    if (form === '1' || form === '2') return { from, state: 'employed', form, employer: this.employers.nextLocal(county.code), region: county.code, wage: 2300 + this.random.between(0, 15) * 100 };
    return { from, state: 'employed', form, region: county.code, wage: (form === '6' ? 1200 : 1900) + this.random.between(0, form === '6' ? 4 : 22) * 100 };
  }

  private localForm(age: number): string {
    if (age >= 42) return this.random.weighted([['1', 0.22], ['2', 0.14], ['3', 0.42], ['6', 0.14], ['7', 0.08]]);
    return this.random.weighted([['1', 0.42], ['2', 0.16], ['3', 0.29], ['7', 0.13]]);
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

  private record(person: Person, spells: Spell[]): Worker {
    const worker: Worker = { person, spells, arrearsFrom: 0, arrearsStated: true, served: false };
    this.workers.set(person, worker);
    return worker;
  }

  finish(): Work {
    const everyone = [...this.workers.values()].filter(({ person }) => isHeardFrom(person.household, 'employment'));
    const paid = everyone.filter((worker) => lastSpell(worker).state === 'employed' && lastSpell(worker).employer);
    const chooser = new Chooser(this.random, paid);
    for (const [share, low, high] of [[0.0015, 9, 29], [0.001, 32, 58], [0.0008, 62, 88], [0.0006, 95, 170]] as const) {
      for (const worker of chooser.take(quota(share, paid.length))) worker.arrearsFrom = this.until - this.random.between(low, high);
    }
    this.leaveUnpaid(chooser, 12);
    this.leaveUnpaid(chooser, 31);
    for (const worker of chooser.take(quota(0.001, paid.length))) worker.arrearsStated = false;
    return { workers: this.workers, employers: this.employers, unlisted: this.dropSome(chooser), returned: this.returned };
  }

  /** One employer of the largest settlement pays none of its people. */
  private leaveUnpaid(chooser: Chooser<Worker>, count: number): void {
    const settlement = this.world.settlements[0];
    const employer = settlement && this.employers.nextLocal(settlement.county.code);
    for (const worker of chooser.take(count, ({ person, spells }) => person.household.settlement === settlement && spells.length === 1)) {
      worker.spells = [{ ...lastSpell(worker), employer: employer as Employer, form: '1', region: settlement?.county.code ?? '' }];
      worker.arrearsFrom = this.until - 14;
    }
  }

  private dropSome(chooser: Chooser<Worker>): Set<Person> {
    const others = (person: Person): number => livingMembers(person.household).filter((member) => member !== person && this.workers.get(member)?.spells.at(-1)?.state === 'employed').length;
    const dropped = chooser.take(quota(0.0015, this.workers.size), ({ person }) => others(person) > 0 && yearsBetween(person.birth, this.until) < 60);
    for (const { person } of dropped) this.workers.delete(person);
    return new Set(dropped.map(({ person }) => person));
  }
}

export const lastSpell = (worker: Worker): Spell => worker.spells.at(-1) as Spell;

/** The spell of a day; undefined before the first. */
export function spellOn(worker: Worker, day: Day): Spell | undefined {
  let found: Spell | undefined;
  for (const spell of worker.spells) if (spell.from <= day) found = spell;
  return found;
}
