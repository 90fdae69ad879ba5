/** 安置点台账. */
import { settlement as register } from '#catalog/registers/settlement.ts';
import { source, seldom } from '../sheets/source.ts';

export const settlement = source<keyof typeof register.fields>({
  register,
  fields: [
    'settlement_code',
    'settlement_name',
    'residential_area',
    'county_code',
    'street_code',
    'resettle_mode',
    'planned_households',
    'planned_persons',
    'building_count',
    'first_movein_date',
    'location',
    'lead_org',
    'status',
  ],
  days: seldom,
  *rows({ world }) {
    for (const place of world.settlements) {
      const cells = {
        settlement_code: place.code,
        settlement_name: place.name,
        residential_area: place.residentialArea,
        county_code: place.county.code,
        street_code: place.street.code,
        resettle_mode: place.mode,
        planned_households: place.households.length + 3,
        planned_persons: Math.round(place.people * 1.04) + 12,
        building_count: place.buildings.length,
        first_movein_date: place.firstMoveIn,
        location: place.location,
        lead_org: `${place.county.name}生态移民局`,
        status: '1',
      };
      yield { settlement: place, cells };
    }
  },
});
