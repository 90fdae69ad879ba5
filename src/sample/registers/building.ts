/** 楼栋台账. */
import { building as register } from '#catalog/registers/building.ts';
import { source, seldom } from '../sheets/source.ts';

export const building = source<keyof typeof register.fields>({
  register,
  fields: ['settlement_code', 'building_no', 'name', 'community_code', 'units', 'floors', 'planned_households', 'completed_on'],
  days: seldom,
  *rows({ world }) {
    for (const place of world.settlements) {
      for (const one of place.buildings) {
        yield {
          settlement: place,
          cells: {
            settlement_code: place,
            building_no: `${one.number}栋`,
            name: one.name,
            community_code: one.community,
            units: one.units,
            floors: one.floors,
            planned_households: one.dwellings,
            completed_on: one.completedOn,
          },
        };
      }
    }
  },
});
