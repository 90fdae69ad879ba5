/** 创业扶持台账. */
import { startupSupport as register } from '#catalog/registers/startupSupport.ts';
import { quarterly, source } from '../sheets/source.ts';

export const startupSupport = source<keyof typeof register.fields>({
  register,
  fields: ['person_no', 'founder_type', 'entity_name', 'entity_uscc', 'registered_on', 'support_type', 'amount', 'jobs_created', 'status'],
  days: quarterly,
  *rows({ businesses }, _after, upTo) {
    for (const one of businesses) {
      if (one.registeredOn > upTo) continue;
      yield {
        settlement: one.person.household.settlement,
        cells: {
          person_no: one.person,
          founder_type: one.founder,
          entity_name: one.name,
          entity_uscc: one.code,
          registered_on: one.registeredOn,
          support_type: one.supports,
          amount: one.amount,
          jobs_created: one.jobs,
          status: one.status,
        },
      };
    }
  },
});
