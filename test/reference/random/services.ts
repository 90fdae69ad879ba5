/** Random schools, clinics, facilities, devices and interruptions of a settlement. */
import { endOfDay } from '../calendar.ts';
import type { Row } from '../world.ts';
import type { Settlement } from './places.ts';
import type { Teller } from './telling.ts';

const tenOnes = ['01', '07', '02', '03', '04', '05', '06', '08', '09', '10'];
const hours = [1, 3.9, 4, 11, 12, 23, 24, 25, 47, 48, 71, 72, 100, 700, 719, 720, 721];

/** Everything that a settlement offers and that may fail. */
export function tellServices(teller: Teller, settlement: Settlement, settlements: readonly Settlement[]): void {
  const shared = (): Row => {
    const others = settlements.filter(({ code }) => code !== settlement.code).map(({ code }) => code);
    return { settlement_codes: teller.chance(0.08) ? teller.some(others, 0.6) : null };
  };
  const own = { settlement_code: settlement.code };
  const tail = settlement.code.slice(-3);
  for (let number = teller.between(1, 2); number > 0; number -= 1)
    teller.state('school', { ...own, school_no: `XX${tail}${number}` }, () => ({ ...schoolRow(teller), ...shared() }));
  for (let number = teller.between(1, 2); number > 0; number -= 1) {
    const org_no = `YY${tail}${number}`;
    teller.state('clinic', { ...own, org_no }, () => ({ ...clinicRow(teller), ...shared() }));
    if (teller.chance(0.5)) tellLog(teller, settlement, '9', { clinic_no: org_no });
  }
  const calm = teller.pick([0.1, 0.5, 0.9]);
  for (const facility_type of tenOnes.slice(0, teller.pick([0, 0, 4, 6, 7, 8, 9, 10, 10, 10]))) {
    const facility_no = `SS${tail}${facility_type}`;
    teller.state('facility', { ...own, facility_no, facility_type }, () => ({ ...facilityRow(teller, calm), ...shared() }));
    if (teller.chance(0.25)) tellLog(teller, settlement, '10', { facility_no });
  }
  for (let number = teller.pick([0, 1, 3]); number > 0; number -= 1)
    teller.state('device', { ...own, device_no: `TT${tail}${number}` }, () => deviceRow(teller));
  for (const type of teller.some(['1', '2', '3', '4', '5', '6', '7', '7', '8', '8'], teller.pick([0.05, 0.1, 0.2, 0.4])))
    tellLog(teller, settlement, type, {});
}

function schoolRow(teller: Teller): Row {
  const students = teller.pick([0, 190, 209, 400, 1000]);
  return {
    stage: teller.pick(['1', '2', '2', '3', '3', '4', '5', '6']),
    build_type: teller.pick(['1', '4', '9']),
    completed_on: teller.chance(0.8) ? '2018-08-01' : teller.maybe(0.7, [teller.edge()]),
    students: teller.chance(0.04) ? null : students,
    teachers: teller.chance(0.05) ? null : teller.pick([0, 8, 10, 11, 15, 21, 25, 30, 52, 60, 80]),
    capacity: teller.chance(0.05) ? null : teller.pick([0, 1, 0.9, 0.92, 0.95, 0.96, 0.98, 1, 1.2].map((share) => Math.round(share * students))),
    classes: teller.pick([0, 10, 20, 20]),
    large_classes: teller.maybe(0.9, [0, 0, 0, 1, 2]),
    max_class_size: teller.maybe(0.9, [0, 45, 50, 51, 55, 56, 65, 66]),
  };
}

function clinicRow(teller: Teller): Row {
  return {
    build_type: teller.pick(['1', '2', '9']),
    opened_on: teller.chance(0.85) ? '2018-08-01' : teller.maybe(0.7, [teller.edge()]),
    gps: teller.chance(0.06) ? null : teller.pick([0, 0, 1, 2]),
    on_duty: teller.maybe(0.8, [0, 1, 3, 3]),
    drug_rate: teller.maybe(0.85, [0, 79.99, 80, 95.5, 100]),
  };
}

function facilityRow(teller: Teller, calm: number): Row {
  const status = teller.chance(0.5 + calm / 2) ? '3' : teller.pick(['1', '2', '4', '4', '4', '5', '6']);
  return {
    status,
    opened_on: teller.chance(0.85) ? '2018-08-01' : teller.maybe(0.7, [teller.edge()]),
    status_since: teller.chance(0.9) ? teller.edge() : null,
  };
}

function deviceRow(teller: Teller): Row {
  return {
    device_type: teller.pick(['1', '1', '1', '2']),
    status: teller.pick(['3', '3', '3', '4', '6']),
    inspection_due: teller.maybe(0.9, ['2026-12-31', '2026-12-31', '2026-12-31', teller.edge()]),
  };
}

/** An interruption that began some hours before the end of a look, restored or not. */
function tellLog(teller: Teller, settlement: Settlement, log_type: string, object: Row): void {
  const end = endOfDay(teller.chance(0.5) ? teller.until : teller.pick(teller.looks));
  const from = end - teller.pick(hours.slice(0, teller.pick([5, 5, 13, 13, 17]))) * 3_600_000;
  const announced = teller.chance(0.25);
  const row = {
    log_no: `W${settlement.code}-${log_type}-${teller.between(1, 99_999)}`,
    settlement_code: settlement.code,
    log_type,
    from_at: written(from),
    to_at: teller.chance(0.7) ? written(teller.pick([from + 3_600_000, end, end + 1000, end + 86_400_000, end + 86_400_000])) : null,
    households: teller.maybe(0.8, [1, 19, 20, 200]),
    announced,
    announced_at: announced ? teller.maybe(0.7, [written(from - 3 * 86_400_000), written(from - 86_400_000), written(from - 4 * 86_400_000)]) : null,
    accident: teller.chance(0.15),
    ...object,
  };
  teller.event('service_log', row);
}

/** A time in Asia/Shanghai as stored. */
const written = (time: number): string => `${new Date(time + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`;
