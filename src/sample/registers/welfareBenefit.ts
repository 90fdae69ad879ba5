/** 养老与福利待遇台账: every benefit that is paid changes every month. */
import { welfareBenefit as register } from '#catalog/registers/welfareBenefit.ts';
import { type Benefit, lastMonthOn } from '../benefits.ts';
import type { Day } from '../days.ts';
import { filled, hasChanged, monthlyIfSmall, source } from '../sheets/source.ts';
import { isHereOn, isMemberOn } from '../world.ts';

/** Paid, or contributed to, by a member who is still there. */
const isRunningOn = (benefit: Benefit, day: Day, until: Day): boolean =>
  isHereOn(benefit.person.household, day) &&
  isMemberOn(benefit.person, day) &&
  (benefit.status === '5' || lastMonthOn(benefit, day, until) >= benefit.fromMonth);

export const welfareBenefit = source<keyof typeof register.fields>({
  register,
  fields: ['person_no', 'benefit_type', 'status', 'from_month', 'last_month', 'amount', 'disability', 'disability_grade'],
  days: monthlyIfSmall,
  *rows({ world, benefits }, after, upTo) {
    const { until } = world.plan;
    for (const benefit of benefits) {
      if (!isRunningOn(benefit, upTo, until)) continue;
      const arranged = benefit.status !== '5';
      if (!hasChanged((day) => (isRunningOn(benefit, day, until) ? (arranged ? lastMonthOn(benefit, day, until) : -1) : 0), after, upTo)) continue;
      yield {
        settlement: benefit.person.household.settlement,
        cells: {
          person_no: benefit.person,
          benefit_type: benefit.type,
          status: benefit.status,
          from_month: arranged ? benefit.fromMonth : undefined,
          last_month: arranged ? lastMonthOn(benefit, upTo, until) : undefined,
          amount: arranged ? benefit.amount : undefined,
          disability: filled(benefit.disability),
          disability_grade: filled(benefit.disabilityGrade),
        },
      };
    }
  },
});
