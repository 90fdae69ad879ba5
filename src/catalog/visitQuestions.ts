/** What may be asked at the door: which fields of which registers a visit may state, of whom, and after how many days it is asked again. */
import { employment } from './registers/employment.ts';
import { household } from './registers/household.ts';
import { housing } from './registers/housing.ts';
import { person } from './registers/person.ts';
import type { Register } from './registers/register.ts';
import type { RegisterName } from './registers/registerNames.ts';

/** Whose row is asked about: the household's own, that of its dwelling, or one of each member concerned. */
export type AskedOf = 'household' | 'dwelling' | 'member';

/** Members whom a question concerns. */
export type Concerned = 'anybody' | 'labour' | 'child';

/** Questions that belong together, because they stand in one row. */
export interface VisitQuestion {
  readonly register: RegisterName;
  readonly zh: string;
  readonly en: string;
  readonly of: AskedOf;
  readonly concerns: Concerned;
  /** An answer so old is asked for again; an empty first field is asked for at once. */
  readonly dueAfterDays: number;
  /** Fields in the order of the form. */
  readonly fields: readonly [string, ...string[]];
  /** Fields that the visit states by itself whenever one of the others is answered: its day, and the way of collecting. */
  readonly states: Readonly<Record<string, 'day' | 'way'>>;
  /** Whether a row may begin with the answers. */
  readonly mayBegin: boolean;
}

/** A question about a register; a field that the register does not have does not compile. */
function question<FieldName extends string>(
  register: Register<FieldName>,
  asked: Omit<VisitQuestion, 'register' | 'fields' | 'states' | 'concerns' | 'mayBegin'> & {
    readonly fields: readonly [NoInfer<FieldName>, ...NoInfer<FieldName>[]];
    readonly states?: Readonly<Partial<Record<NoInfer<FieldName>, 'day' | 'way'>>>;
    readonly concerns?: Concerned;
    readonly mayBegin?: true;
  },
): VisitQuestion {
  const { states = {}, concerns = 'anybody', mayBegin = false, ...rest } = asked;
  return { ...rest, register: register.name, concerns, mayBegin, states: states as VisitQuestion['states'] };
}

/** The questions in the order in which they are asked. */
export const visitQuestions: readonly VisitQuestion[] = [
  question(housing, {
    zh: '住房',
    en: 'Dwelling',
    of: 'dwelling',
    dueAfterDays: 90,
    fields: ['occupancy', 'vacant_from', 'vacancy_reason', 'hazard_level', 'hazard_from', 'hazard_desc'],
    states: { checked_on: 'day' },
  }),
  question(household, { zh: '家庭', en: 'Household', of: 'household', dueAfterDays: 365, fields: ['phone', 'coliving_count'] }),
  question(employment, {
    zh: '就业',
    en: 'Work',
    of: 'member',
    concerns: 'labour',
    dueAfterDays: 60,
    fields: ['emp_status', 'job_wish', 'emp_form', 'work_region', 'employer_name', 'monthly_wage', 'start_on', 'unemployed_on', 'arrears_days'],
    states: { confirmed_on: 'day', confirmed_type: 'way' },
    mayBegin: true,
  }),
  question(person, {
    zh: '监护',
    en: 'Guardianship',
    of: 'member',
    concerns: 'child',
    dueAfterDays: 90,
    fields: ['guardian_status'],
  }),
  question(person, { zh: '联系方式', en: 'Telephone', of: 'member', concerns: 'labour', dueAfterDays: 365, fields: ['phone'] }),
];

/** The way of collecting (COLLECT) that each way of visiting (VISIT) is; a video call counts as one by telephone. */
export const wayOfCollecting: Readonly<Record<string, string>> = { '1': '1', '2': '2', '3': '2' };
