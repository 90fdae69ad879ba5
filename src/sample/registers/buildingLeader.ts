/** 楼栋长台账. */
import { buildingLeader as register } from '#catalog/registers/buildingLeader.ts';
import { known, source, seldom } from '../sheets/source.ts';

export const buildingLeader = source<keyof typeof register.fields>({
  register,
  fields: ['building_code', 'leader_name', 'person_no', 'phone', 'from_date', 'to_date', 'households', 'elect_type', 'allowance'],
  days: seldom,
  *rows({ governance }, _after, upTo) {
    for (const one of governance.leaders) {
      yield {
        settlement: one.building.settlement,
        cells: {
          building_code: one.building,
          leader_name: one.name,
          person_no: one.person,
          phone: one.phone,
          from_date: one.from,
          to_date: known(one.to, upTo),
          households: one.building.households.length,
          elect_type: one.electType,
          allowance: 200,
        },
      };
    }
  },
});
