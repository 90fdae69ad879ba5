/** 户籍迁移台账. */
import { hukouTransfer as register } from '#catalog/registers/hukouTransfer.ts';
import { isNew, known, monthly, source } from '../sheets/source.ts';

export const hukouTransfer = source<keyof typeof register.fields>({
  register,
  fields: ['person_no', 'from_address', 'to_address', 'applied_on', 'done_on', 'voluntary', 'rural_rights'],
  days: monthly,
  *rows({ residence }, after, upTo) {
    for (const { person, appliedOn, doneOn } of residence.transfers) {
      if (appliedOn > upTo || !(isNew(appliedOn, after, upTo) || isNew(doneOn, after, upTo))) continue;
      const { household } = person;
      yield {
        settlement: household.settlement,
        cells: {
          person_no: person,
          from_address: household.originPlace,
          to_address: `${household.settlement.street.name}${household.building.community.name}`,
          applied_on: appliedOn,
          done_on: known(doneOn, upTo),
          voluntary: true,
          rural_rights: ['1', '2', '4'],
        },
      };
    }
  },
});
