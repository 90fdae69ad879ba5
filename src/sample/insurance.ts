/** The two insurances of the programme: 就业险 against unemployment and 安居险 for people in their new homes. */
import { Chooser, isHeardFrom, livingMembers } from './choosing.ts';
import { type Day, dayOf, yearOf, yearsBetween } from './days.ts';
import { quota } from './plan.ts';
import { fixedDraw, type Random, streamFor } from './random.ts';
import { isLabour, lastSpell, type Work, type Worker } from './work.ts';
import type { Schooling } from './schooling.ts';
import type { Person, World } from './world.ts';

/** A claim; days that have not come are 0. */
export interface Claim {
  readonly person: Person;
  readonly number: string;
  readonly year: number;
  /** The day of the event: out of work since, or the accident. */
  readonly eventOn: Day;
  readonly claimedOn: Day;
  readonly completeOn: Day;
  readonly paidOn: Day;
  readonly paidDays: number;
  readonly amount: number;
  /** Code of CLAIM. */
  readonly status: string;
  readonly reason: string;
  /** Code of PERIL (安居险). */
  readonly peril: string;
}

export interface Insurance {
  readonly jobClaims: readonly Claim[];
  readonly homeClaims: readonly Claim[];
  /** The people insured against unemployment, in order. */
  readonly jobInsured: readonly Person[];
  /** People without 安居险 this year. */
  readonly homeUninsured: ReadonlySet<Person>;
}

export const dailyAmount = 50;
/** The first years of the two schemes. */
const firstYear = 2019;

export function planInsurance(world: World, schooling: Schooling, work: Work): Insurance {
  const random = streamFor(world.plan.seed, 'insurance');
  const people = world.households.filter(({ leftOn }) => leftOn === 0).flatMap(livingMembers);
  const jobInsured = people.filter((person) => isLabour(person, world.plan.until, schooling) && fixedDraw(person.index, 81) < 0.96);
  const homeHeard = people.filter(({ household }) => isHeardFrom(household, 'housing_insurance'));
  const homeUninsured = new Set(new Chooser(random, homeHeard).take(quota(0.0025, people.length)));
  return {
    jobInsured,
    homeUninsured,
    jobClaims: planJobClaims(world, random, jobInsured, work),
    homeClaims: planHomeClaims(
      world,
      random,
      homeHeard.filter((person) => !homeUninsured.has(person)),
    ),
  };
}

/** Waiting days after complete papers: quiet, then the bands of the levels. */
const waits = [
  [0.0006, 2, 13],
  [0.0005, 17, 29],
  [0.0004, 31, 39],
  [0.0003, 42, 80],
] as const;
const homeWaits = [
  [0.0004, 2, 9],
  [0.0004, 12, 19],
  [0.0003, 22, 29],
  [0.0002, 32, 39],
  [0.0002, 42, 90],
] as const;

function planJobClaims(world: World, random: Random, insured: readonly Person[], work: Work): Claim[] {
  const { plan } = world;
  const { until } = plan;
  const chooser = new Chooser(
    random,
    insured.filter(({ household }) => isHeardFrom(household, 'employment_insurance', 'employment')),
  );
  const claims: Claim[] = [];
  const add = (person: Person, claim: Partial<Claim> & { readonly claimedOn: Day }): void => {
    const year = yearOf(claim.claimedOn);
    claims.push({
      person,
      year,
      eventOn: claim.claimedOn - 35,
      completeOn: 0,
      paidOn: 0,
      paidDays: 0,
      amount: 0,
      status: '2',
      reason: '',
      peril: '',
      ...claim,
      number: `JYX${year}${String(claims.length + 1).padStart(6, '0')}`,
    });
  };
  const looking = (person: Person): Worker | undefined => {
    const worker = work.workers.get(person);
    return worker && lastSpell(worker).state === 'seeking' ? worker : undefined;
  };
  const joblessDays = (person: Person): number => until - (looking(person) ? lastSpell(looking(person) as Worker).from : until);
  const employedNow = (person: Person): boolean => !looking(person);
  chooser.take(quota(0.0006, insured.length), (person) => joblessDays(person) >= 46);
  for (const person of chooser.take(insured.length, (one) => joblessDays(one) >= 40))
    claimForJobless(random, until, until - joblessDays(person), (claim) => add(person, claim));
  for (const [share, low, high] of waits) {
    for (const person of chooser.take(quota(share, insured.length), employedNow)) {
      const completeOn = until - random.between(low, high);
      add(person, { claimedOn: completeOn - 4, completeOn, status: random.pick(['2', '4']) });
    }
  }
  for (const person of chooser.take(quota(0.0002, insured.length), employedNow)) {
    add(person, {
      claimedOn: dayOf(yearOf(until), 1, 3),
      completeOn: dayOf(yearOf(until), 1, 5),
      paidOn: Math.min(until, dayOf(yearOf(until), 1, 20)),
      paidDays: 96,
      amount: 96 * dailyAmount,
      status: '5',
    });
  }
  const paid = new Set(claims.filter(({ status }) => status === '5').map(({ person }) => person)).size;
  for (const person of chooser.take(Math.max(2, plan.count('jobClaimants') - paid), employedNow)) {
    const claimedOn = random.between(dayOf(firstYear, 6, 1), until - 60);
    const paidDays = random.between(38, 54);
    add(person, {
      claimedOn,
      completeOn: claimedOn + random.between(2, 6),
      paidOn: claimedOn + random.between(9, 24),
      paidDays,
      amount: paidDays * dailyAmount,
      status: '5',
    });
  }
  return claims.sort(byDay);
}

/** Someone who has been out of work for long has claimed: paid already, or the papers are fresh. */
function claimForJobless(random: Random, until: Day, since: Day, add: (claim: Partial<Claim> & { readonly claimedOn: Day }) => void): void {
  const claimedOn = Math.min(until - 1, since + random.between(31, 38));
  if (until - claimedOn > 24) {
    const paidDays = random.between(40, 53);
    add({
      claimedOn,
      eventOn: since,
      completeOn: claimedOn + 3,
      paidOn: claimedOn + random.between(8, 20),
      paidDays,
      amount: paidDays * dailyAmount,
      status: '5',
    });
  } else {
    const completeOn = Math.max(claimedOn, until - random.between(1, 12));
    add({ claimedOn, eventOn: since, completeOn, status: '2' });
  }
}

const byDay = (one: Claim, other: Claim): number => one.claimedOn - other.claimedOn || one.person.index - other.person.index;

function planHomeClaims(world: World, random: Random, insured: readonly Person[]): Claim[] {
  const { plan } = world;
  const { until } = plan;
  const chooser = new Chooser(random, insured);
  const claims: Claim[] = [];
  const add = (person: Person, claim: Partial<Claim> & { readonly claimedOn: Day }): void => {
    const year = yearOf(claim.claimedOn);
    const peril = random.weighted([
      ['1', 0.05],
      ['2', 0.08],
      ['3', 0.72],
      ['4', 0.05],
      ['5', 0.1],
    ]);
    claims.push({
      person,
      year,
      eventOn: claim.claimedOn - random.between(3, 25),
      completeOn: 0,
      paidOn: 0,
      paidDays: 0,
      amount: 0,
      status: '2',
      reason: '',
      peril,
      ...claim,
      number: `AJX${year}${String(claims.length + 1).padStart(6, '0')}`,
    });
  };
  for (const [share, low, high] of homeWaits) {
    for (const person of chooser.take(quota(share, insured.length))) {
      const completeOn = until - random.between(low, high);
      add(person, { claimedOn: completeOn - 5, completeOn, status: random.pick(['2', '3', '4']) });
    }
  }
  for (const person of chooser.take(quota(0.0001, insured.length))) add(person, { claimedOn: until - random.between(40, 300), status: '6' });
  for (const person of chooser.take(quota(0.0002, insured.length)))
    add(person, { claimedOn: until - random.between(40, 700), status: '6', reason: '不属于保险责任范围,已书面告知' });
  for (const person of chooser.take(Math.max(2, plan.count('homeClaimants')), (one) => yearsBetween(one.birth, until) > 9)) {
    const claimedOn = random.between(dayOf(firstYear, 3, 1), until - 45);
    const completeOn = claimedOn + random.between(1, 9);
    add(person, { claimedOn, completeOn, paidOn: completeOn + random.between(4, 22), amount: random.between(52, 84) * 100, status: '5' });
  }
  return claims.sort(byDay);
}
