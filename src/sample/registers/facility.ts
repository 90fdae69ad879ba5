/** “十个一”设施台账. */
import { facility as register } from '#catalog/registers/facility.ts';
import { monthlyIfSmall, source } from '../sheets/source.ts';

export const facility = source<keyof typeof register.fields>({
  register,
  fields: [
    'facility_no',
    'facility_type',
    'name',
    'settlement_code',
    'settlement_codes',
    'walk_m',
    'area_m2',
    'owner_org',
    'opened_on',
    'opening_hours',
    'status',
    'status_since',
  ],
  days: monthlyIfSmall,
  wholeLists: 'all',
  *rows({ services }, _after, upTo) {
    for (const one of services.facilities) {
      const closed = one.closedOn !== 0 && one.closedOn <= upTo;
      yield {
        settlement: one.home,
        cells: {
          facility_no: one.code,
          facility_type: one.type,
          name: one.name,
          settlement_code: one.home,
          settlement_codes: one.served.length > 0 ? one.served : undefined,
          walk_m: one.served.length > 0 ? one.walk : undefined,
          area_m2: one.area,
          owner_org: one.owner,
          opened_on: one.openedOn,
          opening_hours: '09:00至17:30',
          status: closed ? '4' : '3',
          status_since: closed ? one.closedOn : one.openedOn,
        },
      };
    }
  },
});
