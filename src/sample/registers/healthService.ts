/** 医保与健康服务台账: a row changes when the premium is paid and when somebody follows up an illness. */
import { healthService as register } from '#catalog/registers/healthService.ts';
import { type Day, yearOf } from '../days.ts';
import { followUpDueOn, insuredYearOn, lastFollowUp, premiumPaidOn } from '../health.ts';
import { fixedDraw } from '../random.ts';
import { hasChanged, monthlyIfSmall, source } from '../sheets/source.ts';
import { isHereOn, isMemberOn } from '../world.ts';

const registrationDays = 20;

export const healthService = source<keyof typeof register.fields>({
  register,
  fields: ['person_no', 'insurance_type', 'ins_year', 'paid_on', 'aid_type', 'doctor', 'signed_on', 'chronic', 'last_followup_on', 'followup_due'],
  days: monthlyIfSmall,
  *rows({ world, health }, after, upTo) {
    const { until } = world.plan;
    for (const person of world.persons) {
      if (!isHereOn(person.household, upTo) || !isMemberOn(person, upTo) || person.birth + registrationDays > upTo) continue;
      const trouble = health.troubles.get(person);
      if (trouble?.unlisted) continue;
      const illness = health.illnesses.get(person);
      const state = (day: Day): number =>
        person.birth + registrationDays > day
          ? 0
          : insuredYearOn(person, day, trouble, until) * 100_000 + (illness ? followUpDueOn(person, day, trouble) : 0);
      if (!hasChanged(state, after, upTo)) continue;
      const year = insuredYearOn(person, upTo, trouble, until);
      const uninsured = trouble?.uninsured === true && yearOf(upTo) === yearOf(until);
      const employee = !uninsured && health.isEmployeeScheme(person);
      const due = illness && !trouble?.followUpUnknown ? followUpDueOn(person, upTo, trouble) : undefined;
      const paidOn = Math.min(upTo, Math.max(premiumPaidOn(person, year - 1), person.birth + 15));
      const { settlement } = person.household;
      yield {
        settlement,
        cells: {
          person_no: person,
          insurance_type: uninsured ? '4' : employee ? '2' : '1',
          ins_year: year,
          paid_on: uninsured || employee ? undefined : paidOn,
          aid_type: person.household.type === '1' ? '2' : '3',
          doctor: trouble?.unsigned ? undefined : settlement.buildings[person.index % settlement.buildings.length]?.gridWorker,
          signed_on: trouble?.unsigned
            ? undefined
            : Math.max(person.birth + 18, person.household.movedIn + 90 + Math.floor(fixedDraw(person.index, 74) * 300)),
          chronic: illness,
          last_followup_on: due === undefined ? undefined : Math.min(upTo, lastFollowUp(due)),
          followup_due: due,
        },
      };
    }
  },
});
