/** 医疗卫生机构台账. */
import { clinic as register } from '#catalog/registers/clinic.ts';
import { monthlyIfSmall, source } from '../sheets/source.ts';

export const clinic = source<keyof typeof register.fields>({
  register,
  fields: [
    'org_no',
    'name',
    'clinic_type',
    'build_type',
    'opened_on',
    'settlement_code',
    'settlement_codes',
    'physicians',
    'gps',
    'beds',
    'on_duty',
    'drug_rate',
  ],
  days: monthlyIfSmall,
  wholeLists: 'all',
  *rows({ clinics }) {
    for (const one of clinics.clinics) {
      yield {
        settlement: one.home,
        cells: {
          org_no: one.code,
          name: one.name,
          clinic_type: one.type,
          build_type: one.buildType,
          opened_on: one.openedOn,
          settlement_code: one.home,
          settlement_codes: one.served.length > 0 ? one.served : undefined,
          physicians: one.physicians,
          gps: one.generalPractitioners,
          beds: one.beds,
          on_duty: one.onDuty,
          drug_rate: one.drugRate,
        },
      };
    }
  },
});
