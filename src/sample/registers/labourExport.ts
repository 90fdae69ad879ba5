/** 劳务输出与返岗直通车台账. */
import { labourExport as register } from '#catalog/registers/labourExport.ts';
import { isNew, known, monthly, source } from '../sheets/source.ts';

export const labourExport = source<keyof typeof register.fields>({
  register,
  fields: [
    'trip_no',
    'trip_type',
    'mode',
    'from_region',
    'to_region',
    'depart_on',
    'vehicle_count',
    'person_no',
    'employer_name',
    'employer_uscc',
    'cost',
    'arrived',
    'returned_on',
    'return_reason',
  ],
  days: monthly,
  *rows({ travellers }, after, upTo) {
    for (const { trip, person, employer, returnedOn, reason } of travellers) {
      if (trip.departOn > upTo || !(isNew(trip.departOn, after, upTo) || isNew(returnedOn, after, upTo))) continue;
      const returned = known(returnedOn, upTo);
      yield {
        settlement: person.household.settlement,
        cells: {
          trip_no: trip.number,
          trip_type: trip.type,
          mode: trip.mode,
          from_region: trip.county,
          to_region: trip.region,
          depart_on: trip.departOn,
          vehicle_count: trip.vehicles,
          person_no: person,
          employer_name: employer.name,
          employer_uscc: employer.code,
          cost: trip.cost,
          arrived: true,
          returned_on: returned,
          return_reason: returned === undefined ? undefined : reason,
        },
      };
    }
  },
});
