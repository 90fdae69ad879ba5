/** Draws a job that suits age and family: some whole families are away, others have one who earns outside. */
import { type Day, yearsBetween } from './days.ts';
import type { Employers } from './employers.ts';
import { fixedDraw, type Random } from './random.ts';
import type { Spell } from './work.ts';
import type { Person } from './world.ts';

const wage = (random: Random, least: number, steps: number): number => least + random.between(0, steps) * 100;

/** A spell of work that begins on `from`; the caller may move its beginning. */
export function drawJob(random: Random, employers: Employers, person: Person, from: Day): Spell {
  const age = yearsBetween(person.birth, from);
  const { county } = person.household.settlement;
  const wholeFamilyAway = fixedDraw(person.household.index, 26) < 0.13;
  const outside = wholeFamilyAway || fixedDraw(person.index, 27) < (age < 45 ? 0.42 : 0.2);
  const form = outside ? (random.chance(0.76) ? '5' : '4') : localForm(random, age);
  const job = { from, state: 'employed', form } as const;
  if (form === '5') {
    const employer = employers.nextOutside();
    return { ...job, employer, region: employer.region, wage: wage(random, 3600, 26) };
  }
  if (form === '4') return { ...job, employer: employers.nextLocal(county.code), region: '520000', wage: wage(random, 3000, 18) };
  if (form === '1' || form === '2') return { ...job, employer: employers.nextLocal(county.code), region: county.code, wage: wage(random, 2300, 15) };
  return { ...job, region: county.code, wage: form === '6' ? wage(random, 1200, 4) : wage(random, 1900, 22) };
}

/** Codes of EMP_FORM for work near home; posts of public welfare go to older people. */
const youngForms = [
  ['1', 0.42],
  ['2', 0.16],
  ['3', 0.29],
  ['7', 0.13],
] as const;
const olderForms = [
  ['1', 0.22],
  ['2', 0.14],
  ['3', 0.42],
  ['6', 0.14],
  ['7', 0.08],
] as const;

const localForm = (random: Random, age: number): string => random.weighted<string>(age >= 42 ? olderForms : youngForms);
