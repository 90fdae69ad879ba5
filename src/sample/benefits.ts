/** Subsistence allowance (低保) with its conversion from rural to urban, pensions and other welfare benefits. */
import { Chooser, isHeardFrom, livingMembers } from './choosing.ts';
import { civil, type Day, dayOf, type Month, monthOf, yearOf, yearsBetween } from './days.ts';
import { quota } from './plan.ts';
import { fixedDraw, type Random, streamFor } from './random.ts';
import { isAtSchool, type Schooling, schoolStatusAt } from './schooling.ts';
import { addTag, hasTag } from './tags.ts';
import { lastSpell, type Work } from './work.ts';
import type { Household, Person, World } from './world.ts';

/** One file of the subsistence allowance. Months are 0 when they do not apply. */
export interface AllowanceFile {
  readonly household: Household;
  /** Code of DIBAO: 1 rural, 2 urban. */
  readonly type: '1' | '2';
  readonly className: 'A' | 'B' | 'C';
  readonly appliedOn: Day;
  /** Code of DIBAO_DECISION. */
  readonly decision: '1' | '2' | '3';
  readonly decidedOn: Day;
  readonly reason: string;
  readonly insured: number;
  readonly monthly: number;
  readonly convertMonth: Month;
  readonly stopMonth: Month;
  readonly stopReason: string;
  /** Months that should have been paid and were not. */
  readonly unpaidMonths: number;
  /** The review is overdue by so many days; 0 = reviewed in time. */
  readonly reviewOverdue: number;
}

/** One benefit or contribution of a person. */
export interface Benefit {
  readonly person: Person;
  /** Code of BENEFIT. */
  readonly type: string;
  /** Code of BENEFIT_ST, as at the end. */
  readonly status: '1' | '2' | '3' | '5';
  readonly fromMonth: Month;
  readonly amount: number;
  readonly unpaidMonths: number;
  readonly disability: string;
  readonly disabilityGrade: string;
}

/** The latest month paid out by a day: benefits arrive on the tenth. */
export const paidMonthOn = (day: Day): Month => (civil(day).date >= 10 ? monthOf(day) : monthOf(day) - 1);

export function planAllowances(world: World): AllowanceFile[] {
  const { plan } = world;
  const random = streamFor(plan.seed, 'allowances');
  const heard = world.households.filter((household) => isHeardFrom(household, 'subsistence_allowance'));
  const chooser = new Chooser(random, heard);
  const files: AllowanceFile[] = [];
  const wanted = plan.count('convertedToUrban');
  let covered = 0;
  for (const household of chooser.take(heard.length, ({ type }) => type !== '3' || random.chance(0.1))) {
    if (covered >= wanted) break;
    const file = convertedFile(world, random, household);
    covered += file.insured;
    files.push(file);
  }
  const filed = new Set(files.map(({ household }) => household));
  const rest = new Chooser(
    random,
    heard.filter((household) => !filed.has(household)),
  );
  for (const household of rest.take(quota(0.006, heard.length)))
    files.push({ ...convertedFile(world, random, household), type: '1', convertMonth: 0, stopMonth: 0, stopReason: '' });
  for (const household of rest.take(quota(0.002, heard.length)))
    files.push(refusedFile(world, random, household, '共同生活家庭成员人均收入超过保障标准'));
  for (const household of rest.take(quota(0.0004, heard.length))) files.push(refusedFile(world, random, household, ''));
  for (const household of rest.take(quota(0.001, heard.length)))
    files.push({ ...refusedFile(world, random, household, ''), decision: '3', decidedOn: 0, appliedOn: plan.until - random.between(2, 20) });
  return spoil(files, random).map(settleTags);
}

function convertedFile(world: World, random: Random, household: Household): AllowanceFile {
  const { until, timeline } = world.plan;
  const living = livingMembers(household).length;
  const insured = random.chance(0.8) ? living : random.between(1, living);
  const appliedOn = dayOf(random.between(2016, 2018), random.between(1, 12), random.between(1, 28));
  const stopped = random.chance(0.38);
  const convertMonth = random.between(monthOf(dayOf(2019, 3, 1)), monthOf(dayOf(2021, 2, 1)));
  return {
    household,
    type: '2',
    className: random.weighted([
      ['A', 0.15],
      ['B', 0.5],
      ['C', 0.35],
    ]),
    appliedOn,
    decision: '1',
    decidedOn: appliedOn + random.between(15, 40),
    reason: '',
    insured,
    monthly: insured * random.between(260, 520),
    convertMonth: Math.min(convertMonth, monthOf(until)),
    stopMonth: stopped ? random.between(convertMonth + 6, Math.max(convertMonth + 7, monthOf(random.chance(0.25) ? until - 20 : timeline.start))) : 0,
    stopReason: stopped
      ? random.weighted([
          ['1', 0.7],
          ['4', 0.2],
          ['5', 0.1],
        ])
      : '',
    unpaidMonths: 0,
    reviewOverdue: 0,
  };
}

function refusedFile(world: World, random: Random, household: Household, reason: string): AllowanceFile {
  const decidedOn = world.plan.until - random.between(20, 300);
  return {
    household,
    type: '2',
    className: 'C',
    appliedOn: decidedOn - random.between(12, 30),
    decision: '2',
    decidedOn,
    reason,
    insured: 0,
    monthly: 0,
    convertMonth: 0,
    stopMonth: 0,
    stopReason: '',
    unpaidMonths: 0,
    reviewOverdue: 0,
  };
}

const isOn = (file: AllowanceFile): boolean => file.decision === '1' && file.stopMonth === 0;

/** The files in which something goes wrong: unpaid months, overdue reviews, more people covered than live there. */
function spoil(files: readonly AllowanceFile[], random: Random): AllowanceFile[] {
  const chooser = new Chooser(random, files.filter(isOn));
  const wrong = new Map<AllowanceFile, Partial<AllowanceFile>>();
  const total = files.length;
  for (const file of chooser.take(quota(0.003, total))) wrong.set(file, { reviewOverdue: random.between(5, 60) });
  for (const file of chooser.take(quota(0.002, total))) wrong.set(file, { insured: livingMembers(file.household).length + 1 });
  for (const [share, months] of [
    [0.003, 1],
    [0.002, 2],
    [0.001, 3],
    [0.0006, 5],
  ] as const) {
    for (const file of chooser.take(quota(share, total))) wrong.set(file, { unpaidMonths: months });
  }
  return files.map((file) => ({ ...file, ...wrong.get(file) }));
}

function settleTags(file: AllowanceFile): AllowanceFile {
  file.household.dibaoUntil = isOn(file) ? Number.POSITIVE_INFINITY : file.stopMonth;
  if (isOn(file)) for (const person of livingMembers(file.household)) addTag(person, '1');
  return file;
}

export function planBenefits(world: World, schooling: Schooling, work: Work): Benefit[] {
  const { until, seed } = world.plan;
  const random = streamFor(seed, 'benefits');
  const benefits: Benefit[] = [];
  for (const household of world.households) {
    for (const person of household.members) addBenefits(random, person, until, schooling, work, benefits);
  }
  return withGaps(world, random, benefits);
}

const benefit = (person: Person, type: string, status: Benefit['status'], fromMonth: Month, amount: number): Benefit => ({
  person,
  type,
  status,
  fromMonth,
  amount,
  unpaidMonths: 0,
  disability: '',
  disabilityGrade: '',
});

function addBenefits(random: Random, person: Person, until: Day, schooling: Schooling, work: Work, benefits: Benefit[]): void {
  const age = yearsBetween(person.birth, until);
  const birthMonth = monthOf(person.birth);
  if (age >= 60) {
    const employee = fixedDraw(person.index, 51) < 0.05;
    benefits.push(
      benefit(
        person,
        employee ? '2' : '1',
        '3',
        Math.max(birthMonth + 60 * 12 + 1, 2012 * 12 + 1),
        employee ? random.between(180, 260) * 10 : random.between(123, 168),
      ),
    );
  } else if (age >= 18 && !isAtSchool(schoolStatusAt(person, until, schooling.troubles)) && fixedDraw(person.index, 52) < 0.74) {
    const worker = work.workers.get(person);
    const employee = worker !== undefined && lastSpell(worker).employer !== undefined && fixedDraw(person.index, 51) < 0.22;
    benefits.push(
      benefit(
        person,
        employee ? '2' : '1',
        '1',
        Math.max(birthMonth + 18 * 12, 2012 * 12 + 1),
        employee ? random.between(28, 52) * 10 : random.pick([100, 100, 200, 300, 500]),
      ),
    );
  }
  if (age >= 80) benefits.push(benefit(person, '3', '3', birthMonth + 80 * 12 + 1, random.pick([50, 80, 100])));
  if (hasTag(person, '9') && fixedDraw(person.index, 53) < 0.55) {
    benefits.push({
      ...benefit(person, '4', '3', monthOf(until) - random.between(20, 90), random.pick([60, 80, 140])),
      disability: random.pick(['1', '2', '4', '4', '5', '6']),
      disabilityGrade: random.pick(['1', '2']),
    });
  }
  if (hasTag(person, '2')) benefits.push(benefit(person, '5', '3', monthOf(until) - random.between(24, 60), random.between(82, 110) * 10));
  if (hasTag(person, '3', '4'))
    benefits.push(benefit(person, '6', '3', Math.max(birthMonth + 1, monthOf(until) - random.between(24, 60)), random.between(110, 150) * 10));
  if (hasTag(person, '13') && random.chance(0.3))
    benefits.push(benefit(person, '7', '3', monthOf(until) - random.between(24, 90), random.between(40, 90) * 10));
}

/** Benefits that were not paid for some months, pensions never arranged, contributions that broke off. */
function withGaps(world: World, random: Random, benefits: readonly Benefit[]): Benefit[] {
  const heard = benefits.filter(({ person }) => person.endedOn === 0 && isHeardFrom(person.household, 'welfare_benefit'));
  const chooser = new Chooser(random, heard);
  const wrong = new Map<Benefit, Partial<Benefit>>();
  const month = monthOf(world.plan.until);
  const pension = ({ type, status, fromMonth }: Benefit): boolean => type <= '2' && status === '3' && fromMonth < month - 12;
  const allowance = ({ type }: Benefit): boolean => type === '3' || type === '4';
  const pensions = heard.filter(pension).length;
  for (const [share, months] of [
    [0.003, 1],
    [0.002, 2],
    [0.001, 3],
    [0.001, 5],
    [0.0012, 7],
  ] as const) {
    for (const one of chooser.take(quota(share, pensions), pension)) wrong.set(one, { unpaidMonths: months });
  }
  for (const one of chooser.take(quota(0.001, pensions), (row) => pension(row) && yearsBetween(row.person.birth, world.plan.until) < 66))
    wrong.set(one, { status: '5' });
  for (const one of chooser.take(quota(0.001, pensions), allowance)) wrong.set(one, { unpaidMonths: random.between(1, 3) });
  for (const one of chooser.take(quota(0.04, heard.length / 400), ({ type }) => type === '5' || type === '6')) wrong.set(one, { unpaidMonths: 2 });
  for (const one of chooser.take(quota(0.0012, heard.length), ({ status, type }) => status === '1' && type === '1'))
    wrong.set(one, { status: '2', unpaidMonths: random.between(0, 3) });
  return benefits.map((one) => ({ ...one, ...wrong.get(one) }));
}

/** The last month that a benefit was paid for, or contributed to, as known on a day. */
export function lastMonthOn(benefitRow: Benefit, day: Day, until: Day): Month {
  if (benefitRow.status === '1') {
    const paidIn = yearOf(day) * 12 + 3 + Math.floor(fixedDraw(benefitRow.person.index, 54) * 8);
    return paidIn <= monthOf(day) ? paidIn : paidIn - 12;
  }
  const stopsAt = benefitRow.status === '2' ? monthOf(until) - benefitRow.unpaidMonths : monthOf(until) - 1 - benefitRow.unpaidMonths;
  return benefitRow.unpaidMonths > 0 || benefitRow.status === '2' ? Math.min(paidMonthOn(day), stopsAt) : paidMonthOn(day);
}
