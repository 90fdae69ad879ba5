/** 入户走访台账. */
import { visit as register } from '#catalog/registers/visit.ts';
import { monthly, source } from '../sheets/source.ts';
import { visitsOf } from '../visits.ts';

/** The first list goes back so many days. */
const reach = 100;

export const visit = source<keyof typeof register.fields>({
  register,
  fields: ['household_no', 'person_no', 'visitor', 'visited_on', 'method', 'occupancy', 'met', 'incident', 'note'],
  days: monthly,
  *rows({ world, homes, children }, after, upTo) {
    for (const household of world.households) {
      for (const one of visitsOf(household, world, homes, children, after ?? upTo - reach, upTo)) {
        yield {
          settlement: household.settlement,
          cells: {
            household_no: household,
            person_no: one.person,
            visitor: household.building.gridWorker,
            visited_on: one.on,
            method: one.method,
            occupancy: one.occupancy === '' ? undefined : one.occupancy,
            met: one.met,
            incident: one.incident ? true : undefined,
            note: one.incident ? '发现儿童意外受伤,已送医' : undefined,
          },
        };
      }
    }
  },
});
