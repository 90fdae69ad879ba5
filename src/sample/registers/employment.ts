/** 就业务工台账: a row changes when work begins or ends, and while wages stay unpaid. */
import { employment as register } from '#catalog/registers/employment.ts';
import { type Day, yearsBetween } from '../days.ts';
import type { Story } from '../prefectureStory.ts';
import { fixedDraw } from '../random.ts';
import { eraseOrder, hasChanged, monthly, source, type SourceRow } from '../sheets/source.ts';
import { type Spell, spellOn, type Worker } from '../work.ts';

type FieldName = keyof typeof register.fields;
const statusOf: Record<Spell['state'], string> = { employed: '1', seeking: '2', unwilling: '3', unable: '4' };

const arrearsOn = (worker: Worker, day: Day): number => (worker.arrearsFrom !== 0 && worker.arrearsFrom < day ? day - worker.arrearsFrom : 0);

/** Times guided and jobs offered since out of work: the whole "131" service, or not yet. */
const serviceOf = (worker: Worker, days: number): { guided: number; offered: number } => {
  if (worker.served) return { guided: 2, offered: 4 };
  return days < 25 ? { guided: fixedDraw(worker.person.index, 28) < 0.5 ? 1 : 0, offered: 1 } : { guided: 1, offered: 2 };
};

function cellsOf(worker: Worker, spell: Spell, upTo: Day): SourceRow<FieldName>['cells'] {
  const employed = spell.state === 'employed';
  const seeking = spell.state === 'seeking';
  const arrears = arrearsOn(worker, upTo);
  const service = serviceOf(worker, upTo - spell.from);
  return {
    person_no: worker.person,
    emp_status: statusOf[spell.state],
    emp_form: spell.form,
    employer_name: spell.employer?.name,
    employer_uscc: spell.employer?.code,
    industry: spell.employer?.industry,
    work_region: employed ? spell.region : undefined,
    monthly_wage: spell.wage,
    contract_type: employed ? (spell.employer ? '1' : '4') : undefined,
    start_on: employed ? spell.from : undefined,
    unemployed_on: seeking ? spell.from : undefined,
    job_wish: employed || spell.state === 'unable' ? '2' : seeking ? (fixedDraw(worker.person.index, 29) < 0.6 ? '1' : '2') : '3',
    exempt_reason: spell.exempt,
    guidance_count: seeking ? service.guided : undefined,
    offer_count: seeking ? service.offered : undefined,
    refused_count: seeking ? 0 : undefined,
    arrears_days: employed && worker.arrearsStated ? arrears : undefined,
    arrears_amount: employed && arrears > 0 ? Math.round(((spell.wage ?? 3000) * arrears) / 30) : undefined,
    confirmed_type: fixedDraw(worker.person.index, 30) < 0.6 ? '2' : '1',
    confirmed_on: Math.max(Math.min(upTo, spell.from + 5), arrears > 0 ? upTo : 0),
  };
}

const isOldEnough = ({ person }: Worker, day: Day): boolean => yearsBetween(person.birth, day) >= 16;

/** An ended state must be taken back when the next begins: what the new state does not have is erased. */
const erased: readonly FieldName[] = [
  'employer_name',
  'employer_uscc',
  'industry',
  'work_region',
  'emp_form',
  'start_on',
  'unemployed_on',
  'exempt_reason',
  'guidance_count',
  'offer_count',
  'refused_count',
  'monthly_wage',
  'arrears_amount',
  'arrears_days',
];

function* employmentRows({ work }: Story, after: Day | undefined, upTo: Day): Generator<SourceRow<FieldName>> {
  for (const worker of work.workers.values()) {
    const spell = spellOn(worker, upTo);
    if (!spell || !isOldEnough(worker, upTo)) continue;
    const before = after === undefined || !isOldEnough(worker, after) ? undefined : spellOn(worker, after);
    const state = (day: Day): number => (isOldEnough(worker, day) ? (spellOn(worker, day)?.from ?? 0) * 1000 + arrearsOn(worker, day) : -1);
    if (!hasChanged(state, after, upTo)) continue;
    const cells: Partial<Record<FieldName, SourceRow['cells'][string]>> = { ...cellsOf(worker, spell, upTo) };
    if (before && after !== undefined) {
      const old = cellsOf(worker, before, after);
      for (const field of erased) if (cells[field] === undefined && old[field] !== undefined) cells[field] = eraseOrder;
    }
    yield { settlement: worker.person.household.settlement, cells };
  }
}

export const employment = source<FieldName>({
  register,
  fields: [
    'person_no',
    'emp_status',
    'emp_form',
    'employer_name',
    'employer_uscc',
    'industry',
    'work_region',
    'monthly_wage',
    'contract_type',
    'start_on',
    'unemployed_on',
    'job_wish',
    'exempt_reason',
    'guidance_count',
    'offer_count',
    'refused_count',
    'arrears_days',
    'arrears_amount',
    'confirmed_type',
    'confirmed_on',
  ],
  days: monthly,
  rows: employmentRows,
});
