/** 法律援助台账. */
import { legalAid as register } from '#catalog/registers/legalAid.ts';
import { isNew, known, quarterly, source } from '../sheets/source.ts';

export const legalAid = source<keyof typeof register.fields>({
  register,
  fields: ['case_no', 'person_no', 'matter', 'applied_on', 'decided_on', 'assigned_on', 'lawyer_org', 'result', 'closed_on', 'recovered'],
  days: quarterly,
  *rows({ legalAid: cases }, after, upTo) {
    for (const one of cases) {
      if (one.appliedOn > upTo || !(isNew(one.appliedOn, after, upTo) || isNew(one.closedOn, after, upTo))) continue;
      const closed = known(one.closedOn, upTo);
      yield {
        settlement: one.person.household.settlement,
        cells: {
          case_no: one.number,
          person_no: one.person,
          matter: one.matter,
          applied_on: one.appliedOn,
          decided_on: known(one.appliedOn + 4, upTo),
          assigned_on: known(one.appliedOn + 6, upTo),
          lawyer_org: `${one.person.household.settlement.county.name}法律援助中心`,
          result: closed === undefined ? undefined : '3',
          closed_on: closed,
          recovered: closed === undefined ? undefined : one.recovered,
        },
      };
    }
  },
});
