/** 公共设备台账: inspections are made in time, but for those that are overdue at the end. */
import { device as register } from '#catalog/registers/device.ts';
import type { Day } from '../days.ts';
import type { Device } from '../facilities.ts';
import { hasChanged, monthlyIfSmall, source } from '../sheets/source.ts';

/** The next inspection as known on a day: those before the last are made a month ahead. */
function dueOn(device: Device, day: Day, until: Day): Day {
  let due = until + device.dueIn;
  while (due - 365 > day + 35) due -= 365;
  return due;
}

export const device = source<keyof typeof register.fields>({
  register,
  fields: ['device_no', 'settlement_code', 'building_code', 'device_type', 'last_inspected_on', 'inspection_due', 'keeper_org', 'status'],
  days: monthlyIfSmall,
  *rows({ world, services }, after, upTo) {
    const { until } = world.plan;
    for (const one of services.devices) {
      if (!hasChanged((day) => dueOn(one, day, until), after, upTo)) continue;
      yield {
        settlement: one.settlement,
        cells: {
          device_no: one.code,
          settlement_code: one.settlement,
          building_code: one.building,
          device_type: one.type,
          last_inspected_on: Math.min(upTo, dueOn(one, upTo, until) - 372),
          inspection_due: dueOn(one, upTo, until),
          keeper_org: one.keeper,
          status: '3',
        },
      };
    }
  },
});
