/** 技能培训台账. */
import { training as register } from '#catalog/registers/training.ts';
import { isNew, known, monthly, source } from '../sheets/source.ts';

export const training = source<keyof typeof register.fields>({
  register,
  fields: ['person_no', 'course', 'trade', 'provider', 'from_date', 'to_date', 'hours', 'cert_no', 'subsidy', 'employed_on'],
  days: monthly,
  *rows({ courses }, after, upTo) {
    for (const course of courses) {
      const endsOn = course.from + course.days;
      if (course.from > upTo || !(isNew(course.from, after, upTo) || isNew(endsOn, after, upTo) || isNew(course.employedOn, after, upTo))) continue;
      const ended = endsOn <= upTo;
      yield {
        settlement: course.person.household.settlement,
        cells: {
          person_no: course.person,
          course: course.name,
          trade: course.trade,
          provider: `${course.person.household.settlement.county.name.slice(0, 2)}安岭职业培训学校`,
          from_date: course.from,
          to_date: ended ? endsOn : undefined,
          hours: course.days * 6,
          cert_no: ended ? `PX${String(course.person.index + 1).padStart(7, '0')}` : undefined,
          subsidy: ended ? course.days * 80 : undefined,
          employed_on: known(course.employedOn, upTo),
        },
      };
    }
  },
});
