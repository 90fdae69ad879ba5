/** Who goes to which grade on a day, and the few children for whom schooling goes wrong. */
import { Chooser, isHeardFrom } from './choosing.ts';
import { type Day, dayOf, schoolYearStart, termStart, workingDaysBefore, yearOf, yearsBetween } from './days.ts';
import { quota } from './plan.ts';
import { fixedDraw, streamFor } from './random.ts';
import type { Household, Person, World } from './world.ts';

/** Codes of SCHOOL in the person register. */
export type SchoolStatus = '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9';

/** What goes wrong for a pupil, as at the end of the sample. */
export interface PupilTrouble {
  /** School days absent in a row. */
  readonly absentDays?: number;
  readonly droppedOutOn?: Day;
  readonly transferOn?: Day;
  readonly unpaidSince?: Day;
  /** Taught at home because of a severe disability. */
  readonly taughtAtHome?: boolean;
  /** In no school list at all: the row is missing. */
  readonly unlisted?: boolean;
}

export interface Schooling {
  readonly troubles: ReadonlyMap<Person, PupilTrouble>;
}

export const schoolAge = (person: Person, day: Day): number => Math.max(0, yearsBetween(person.birth, schoolYearStart(day)));

const startsLate = (person: Person): boolean => fixedDraw(person.index, 1) < 0.08;

/** Grade by age: 0 and below = before school, 1 to 9 compulsory, 10 to 12 upper secondary, then college. */
export const gradeAt = (person: Person, day: Day): number => schoolAge(person, day) - 5 - (startsLate(person) ? 1 : 0);

type Road = 'senior' | 'vocational' | 'work';

/** Where the road leads after grade 9. */
const roadAfterNine = (person: Person): Road =>
  fixedDraw(person.index, 2) < 0.46 ? 'senior' : fixedDraw(person.index, 2) < 0.85 ? 'vocational' : 'work';
const goesToCollege = (person: Person): boolean => fixedDraw(person.index, 3) < 0.5 && roadAfterNine(person) !== 'work';

/** The state of schooling that the person register holds; `troubles` are those of the last day. */
export function schoolStatusAt(person: Person, day: Day, troubles: ReadonlyMap<Person, PupilTrouble>): SchoolStatus {
  const trouble = troubles.get(person);
  const age = schoolAge(person, day);
  const grade = gradeAt(person, day);
  if (grade >= 1 && grade <= 9) {
    if (trouble?.taughtAtHome) return '7';
    if (trouble?.unlisted || (trouble?.droppedOutOn !== undefined && trouble.droppedOutOn <= day)) return '8';
    return grade <= 6 ? '2' : '3';
  }
  if (age < 3) return '9';
  if (grade < 1) return grade === 0 || fixedDraw(person.index, 4) < 0.93 ? '1' : '9';
  if (grade <= 12) return roadAfterNine(person) === 'senior' ? '4' : roadAfterNine(person) === 'vocational' ? '5' : '9';
  return grade <= 15 && goesToCollege(person) ? '6' : '9';
}

export const isAtSchool = (status: SchoolStatus): boolean => status < '8';

/** The last grade of someone who has left school: 9 or 12. */
export const lastGrade = (person: Person): number => (roadAfterNine(person) === 'work' ? 9 : 12);

/** Whether the pupil register has a row: in school up to grade 12, out of school without leave, or graduated within the last years. */
export function isPupilAt(person: Person, day: Day, troubles: ReadonlyMap<Person, PupilTrouble>): boolean {
  if (person.endedOn !== 0 || troubles.get(person)?.unlisted) return false;
  const status = schoolStatusAt(person, day, troubles);
  const grade = gradeAt(person, day);
  return (status < '6' && grade <= 12) || status === '7' || status === '8' || (grade > lastGrade(person) && grade <= lastGrade(person) + 2);
}

/** The day on which the school year of the day began (1 September). */
export const schoolYearFirstDay = (day: Day): Day => dayOf(yearOf(schoolYearStart(day)), 9, 1);

/** The latest day on which aid was paid to a pupil, at most ten to twenty-seven days into a term. */
export function aidPaidOn(person: Person, day: Day): Day {
  const offset = 10 + Math.floor(fixedDraw(person.index, 5) * 18);
  const thisTerm = termStart(day) + offset;
  return thisTerm <= day ? thisTerm : termStart(termStart(day) - 1) + offset;
}

/** Chooses the children for whom schooling goes wrong. */
export function planSchooling(world: World, heard: readonly Household[]): Schooling {
  const { until, seed } = world.plan;
  const random = streamFor(seed, 'schooling');
  const troubles = new Map<Person, PupilTrouble>();
  const none = new Map<Person, PupilTrouble>();
  const pupils = heard
    .filter((household) => isHeardFrom(household, 'pupil'))
    .flatMap((household) => household.members)
    .filter((person) => person.endedOn === 0 && isPupilAt(person, until, none) && isAtSchool(schoolStatusAt(person, until, none)));
  const chooser = new Chooser(random, pupils);
  const compulsory = (person: Person): boolean => gradeAt(person, until) >= 1 && gradeAt(person, until) <= 9;
  const plant = (count: number, fits: (person: Person) => boolean, trouble: () => PupilTrouble): void => {
    for (const person of chooser.take(count, fits)) troubles.set(person, trouble());
  };
  const share = (part: number): number => quota(part, pupils.length);
  plant(share(0.0007), compulsory, () => ({ absentDays: 2 }));
  plant(share(0.0006), compulsory, () => ({ absentDays: random.between(3, 6) }));
  plant(share(0.0005), compulsory, () => ({ absentDays: random.between(7, 14) }));
  plant(share(0.0003), compulsory, () => ({ absentDays: random.between(15, 40) }));
  plant(
    share(0.0004),
    (person) => gradeAt(person, until) >= 7 && gradeAt(person, until) <= 9,
    () => ({ droppedOutOn: until - random.between(15, 60) }),
  );
  plant(1, compulsory, () => ({ unlisted: true }));
  for (const [days, part] of [
    [3, 0.0006],
    [7, 0.0004],
    [12, 0.0004],
    [20, 0.0003],
    [40, 0.0003],
  ] as const) {
    plant(share(part), compulsory, () => ({ transferOn: workingDaysBefore(until, days) }));
  }
  plant(
    share(0.012),
    (person) => person.household.type === '1' && compulsory(person),
    () => ({ unpaidSince: termStart(until) }),
  );
  plant(share(0.001), compulsory, () => ({ taughtAtHome: true }));
  return { troubles };
}
