/** 学生就学台账: a row changes with the school year, with aid, and when something goes wrong. */
import { pupil as register } from '#catalog/registers/pupil.ts';
import type { Day } from '../days.ts';
import type { Story } from '../prefectureStory.ts';
import { fixedDraw } from '../random.ts';
import { aidPaidOn, gradeAt, isPupilAt, lastGrade, schoolAge, schoolYearFirstDay } from '../schooling.ts';
import { hasChanged, known, monthly, source } from '../sheets/source.ts';
import type { Person } from '../world.ts';

/** School days absent in a row, as known on a day: all of them at the end, fewer before. */
function absentOn(person: Person, { schooling, world }: Story, day: Day): number {
  const absent = schooling.troubles.get(person)?.absentDays ?? 0;
  return absent === 0 ? 0 : Math.max(0, absent - Math.floor(((world.plan.until - day) * 5) / 7));
}

/** Code of ENROL. */
function enrolmentOn(person: Person, { schooling }: Story, day: Day): string {
  const trouble = schooling.troubles.get(person);
  if (trouble?.taughtAtHome) return '8';
  if (trouble?.droppedOutOn !== undefined && trouble.droppedOutOn <= day) return '7';
  return gradeAt(person, day) > lastGrade(person) ? '6' : '1';
}

const paidAidOn = (person: Person, story: Story, day: Day): Day => {
  const unpaidSince = story.schooling.troubles.get(person)?.unpaidSince;
  return unpaidSince !== undefined && aidPaidOn(person, day) >= unpaidSince ? aidPaidOn(person, unpaidSince - 1) : aidPaidOn(person, day);
};

const stateOn =
  (person: Person, story: Story) =>
  (day: Day): string => {
    if (!isPupilAt(person, day, story.schooling.troubles)) return '';
    const enrolment = enrolmentOn(person, story, day);
    if (enrolment === '6') return '6';
    return `${gradeAt(person, day)} ${enrolment} ${paidAidOn(person, story, day)} ${absentOn(person, story, day)} ${known(story.schooling.troubles.get(person)?.transferOn ?? 0, day)}`;
  };

export const pupil = source<keyof typeof register.fields>({
  register,
  fields: [
    'person_no',
    'student_no',
    'school_no',
    'grade',
    'enrol_status',
    'enrolled_on',
    'transfer_on',
    'absent_days',
    'dropout_reason',
    'persuade_log',
    'aid_type',
    'aid_amount',
    'aid_on',
    'special_edu',
  ],
  days: monthly,
  *rows(story, after, upTo) {
    const { world, schooling, schools } = story;
    for (const person of world.persons) {
      if (person.household.leftOn !== 0 || schoolAge(person, upTo) < 3 || schoolAge(person, upTo) > 21) continue;
      if (!isPupilAt(person, upTo, schooling.troubles) || !hasChanged(stateOn(person, story), after, upTo)) continue;
      const trouble = schooling.troubles.get(person);
      const enrolment = enrolmentOn(person, story, upTo);
      const grade = enrolment === '6' ? lastGrade(person) : Math.max(0, gradeAt(person, upTo));
      const enrolled = enrolment === '1' || enrolment === '8';
      const aidOn = paidAidOn(person, story, upTo);
      const poor = person.household.type <= '2' || fixedDraw(person.index, 7) < 0.3;
      const transferOn = known(trouble?.transferOn ?? 0, upTo);
      yield {
        settlement: person.household.settlement,
        cells: {
          person_no: person,
          student_no: `G52${person.idNo.slice(6, 14)}${String(person.index).padStart(7, '0')}`,
          school_no: enrolment === '6' ? undefined : schools.schoolFor(person, grade),
          grade: String(grade),
          enrol_status: enrolment,
          enrolled_on:
            enrolment === '6'
              ? undefined
              : Math.min(upTo, schoolYearFirstDay(upTo)) - 365 * (grade > 6 ? (grade - 1) % 3 : grade > 0 ? grade - 1 : 0),
          transfer_on: transferOn,
          absent_days: enrolled ? absentOn(person, story, upTo) : undefined,
          dropout_reason: enrolment === '7' ? '2' : undefined,
          persuade_log: enrolment === '7' ? '班主任和社区已上门劝返' : undefined,
          aid_type: enrolled ? (poor ? ['2', '3'] : ['2']) : undefined,
          aid_amount: enrolled ? (grade > 9 ? 1000 : poor ? 725 : 400) : undefined,
          aid_on: enrolled ? aidOn : undefined,
          special_edu: trouble?.taughtAtHome ? '3' : undefined,
        },
      };
    }
  },
});
