/** 创业扶持台账. */
import { startupSupport as register } from '#catalog/registers/startupSupport.ts';
import { quarterly, source } from '../sheets/source.ts';

/** The last list of a prefecture with so many businesses leaves one out, as lists do: it is missing from then on. */
const leastToMiss = 40;

export const startupSupport = source<keyof typeof register.fields>({
  register,
  fields: ['person_no', 'founder_type', 'entity_name', 'entity_uscc', 'registered_on', 'support_type', 'amount', 'jobs_created', 'status'],
  days: quarterly,
  wholeLists: 'all',
  *rows({ world, businesses }, _after, upTo) {
    for (const [place, one] of businesses.entries()) {
      if (one.registeredOn > upTo || (place === 0 && upTo === world.plan.until && businesses.length >= leastToMiss)) continue;
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
