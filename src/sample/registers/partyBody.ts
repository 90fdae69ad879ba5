/** 党组织台账. */
import { partyBody as register } from '#catalog/registers/partyBody.ts';
import { quarterly, source } from '../sheets/source.ts';

export const partyBody = source<keyof typeof register.fields>({
  register,
  fields: ['party_no', 'name', 'party_type', 'parent', 'settlement_code', 'founded_on', 'secretary', 'members'],
  days: quarterly,
  wholeLists: 'all',
  *rows({ governance }) {
    for (const one of governance.parties) {
      yield {
        settlement: one.settlement,
        cells: {
          party_no: one.code,
          name: one.name,
          party_type: one.type,
          parent: one.parent,
          settlement_code: one.settlement,
          founded_on: one.foundedOn,
          secretary: one.secretary,
          members: one.members,
        },
      };
    }
  },
});
