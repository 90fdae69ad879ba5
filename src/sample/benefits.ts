/** Pensions, contributions and other welfare benefits. */
import { Chooser, isHeardFrom } from './choosing.ts';
import { civil, type Day, type Month, monthOf, yearOf, yearsBetween } from './days.ts';
import { quota } from './plan.ts';
import { fixedDraw, type Random, streamFor } from './random.ts';
import { isAtSchool, type Schooling, schoolStatusAt } from './schooling.ts';
import { hasTag } from './tags.ts';
import { lastSpell, type Work } from './work.ts';
import type { Person, World } from './world.ts';

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
