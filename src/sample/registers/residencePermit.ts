/** 新市民居住证台账: a row changes when a permit is issued or endorsed. */
import { residencePermit as register } from '#catalog/registers/residencePermit.ts';
import type { Day } from '../days.ts';
import { endorsedOn, endorsementDueOn, type Permit } from '../residence.ts';
import { hasChanged, monthlyIfSmall, source } from '../sheets/source.ts';

const stateOn =
  (permit: Permit) =>
  (day: Day): number =>
    permit.issuedOn > day ? 0 : endorsementDueOn(permit, day) * 8 + Number(statusOn(permit, day));

/** Code of PERMIT: valid, endorsement due, function suspended, replaced by the hukou. */
function statusOn(permit: Permit, day: Day): string {
  if (permit.replacedOn !== 0 && permit.replacedOn <= day) return '5';
  const overdue = day - endorsementDueOn(permit, day);
  return overdue > 0 ? '3' : overdue > -30 ? '2' : '1';
}

export const residencePermit = source<keyof typeof register.fields>({
  register,
  fields: ['person_no', 'permit_no', 'applied_on', 'issued_on', 'issuer', 'endorse_due', 'endorsed_on', 'status', 'address'],
  days: monthlyIfSmall,
  *rows({ residence }, after, upTo) {
    for (const permit of residence.permits) {
      if (permit.issuedOn > upTo || !hasChanged(stateOn(permit), after, upTo)) continue;
      const { household } = permit.person;
      const endorsed = endorsedOn(permit, upTo);
      yield {
        settlement: household.settlement,
        cells: {
          person_no: permit.person,
          permit_no: permit.number,
          applied_on: permit.appliedOn,
          issued_on: permit.issuedOn,
          issuer: `${household.settlement.county.name}公安局`,
          endorse_due: endorsementDueOn(permit, upTo),
          endorsed_on: endorsed === 0 ? undefined : endorsed,
          status: statusOn(permit, upTo),
          address: `${household.settlement.name.replace('安置点', '')}${household.building.number}栋${household.unit}单元${household.room}`,
        },
      };
    }
  },
});
