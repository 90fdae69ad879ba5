/** Facts of a settlement about facilities, doctors and interruptions: facts.md section 5. */
import { type AsOf, serves } from '../asOf.ts';
import { daysBetween } from '../calendar.ts';
import { type Definitions, type Fact, greatest } from '../facts.ts';
import { ownRows } from '../settlements.ts';
import { householdsOf, personsOf } from '../subjects.ts';
import type { Truth } from '../threeValued.ts';
import { denies, isOneOf, number, type Row, says, text } from '../world.ts';

const HOUR = 3_600_000;

/** Opened by T, or without a date of opening. */
const hasOpened = (row: Row, date: string): boolean => (text(row, 'opened_on') ?? '') <= date;

/** The kinds of facility in use; null when the register is silent. */
function kindsInUse(at: AsOf, settlement: string): Set<string> | null {
  const facilities = at.delivered('facility', settlement);
  if (facilities === null) return null;
  const inUse = facilities.filter((row) => serves(row, settlement) && isOneOf(row, 'status', '3') && hasOpened(row, at.date));
  return new Set(inUse.flatMap((row) => text(row, 'facility_type') ?? []));
}

/** General practitioners of the clinics that serve the settlement; unknown when one does not say. */
function gpCount(at: AsOf, settlement: string): number | null {
  const clinics = at.delivered('clinic', settlement);
  if (clinics === null) return null;
  const counts = clinics.filter((row) => serves(row, settlement) && hasOpened(row, at.date)).map((row) => number(row, 'gps'));
  return counts.reduce((sum, count) => (sum === null || count === null ? null : sum + count), 0);
}

function gpPer10k(at: AsOf, settlement: string): Fact {
  const doctors = gpCount(at, settlement);
  const persons = personsOf(at, settlement).length;
  return doctors === null || persons === 0 ? null : (10_000 * doctors) / persons;
}

/** The log rows of the settlement that have begun before M; null when the register is silent. */
function logs(at: AsOf, settlement: string, ...types: string[]): Row[] | null {
  const rows = at.delivered('service_log', settlement);
  if (rows === null) return null;
  return ownRows(at, 'service_log', rows, settlement).filter((row) => isOneOf(row, 'log_type', ...types) && beganBy(row, at));
}

const beganBy = (row: Row, at: AsOf): boolean => Date.parse(text(row, 'from_at') ?? '') < at.moment;

/** `to_at` empty (or after M, which reads as empty). */
const isStillOpen = (row: Row): boolean => text(row, 'to_at') === null;

/** The longest unannounced interruption that still lasts, in hours; 0 without one. */
function downHours(at: AsOf, rows: readonly Row[] | null): Fact {
  if (rows === null) return null;
  const open = rows.filter((row) => denies(row, 'announced') && isStillOpen(row));
  return greatest(open.map((row) => (at.moment - Date.parse(text(row, 'from_at') ?? '')) / HOUR)) ?? 0;
}

/** Only interruptions that touch 20 households or more, or an unknown number. */
function outageHours(at: AsOf, settlement: string): Fact {
  const rows = logs(at, settlement, '1', '2', '3', '4', '5');
  return downHours(at, rows?.filter((row) => (number(row, 'households') ?? 20) >= 20) ?? null);
}

/** A lift or fire accident within 30 days before M. */
function equipmentAccident(at: AsOf, settlement: string): Fact {
  const since = at.moment - 30 * 24 * HOUR;
  const rows = logs(at, settlement, '7', '8');
  return rows?.some((row) => says(row, 'accident') && Date.parse(text(row, 'from_at') ?? '') > since) ?? null;
}

/** The lifts in use or out of order; null when the register is silent. */
function liftsOf(at: AsOf, settlement: string): Row[] | null {
  const devices = at.delivered('device', settlement);
  if (devices === null) return null;
  return ownRows(at, 'device', devices, settlement).filter((row) => isOneOf(row, 'device_type', '1') && isOneOf(row, 'status', '3', '4'));
}

/** Days by which the most overdue lift is late; negative = days left. Unknown when a lift has no date and no other is overdue. */
function inspectionOverdueDays(at: AsOf, settlement: string): Fact {
  const lifts = liftsOf(at, settlement);
  if (lifts === null || lifts.length === 0) return lifts === null ? null : 0;
  const days = lifts.map((row) => text(row, 'inspection_due')).map((due) => (due === null ? null : daysBetween(at.date, due)));
  const worst = greatest(days);
  return days.includes(null) && (worst === null || worst <= 0) ? null : worst;
}

function hasLift(at: AsOf, settlement: string): Truth {
  const lifts = liftsOf(at, settlement);
  return lifts === null ? null : lifts.length > 0;
}

export const serviceFacts: Definitions<string> = {
  person_count: (at, settlement) => personsOf(at, settlement).length,
  household_count: (at, settlement) => householdsOf(at, settlement).length,
  ten_ones_open: (at, settlement) => kindsInUse(at, settlement)?.size ?? null,
  has_party_centre: (at, settlement) => kindsInUse(at, settlement)?.has('01') ?? null,
  has_health_site: (at, settlement) => kindsInUse(at, settlement)?.has('07') ?? null,
  gp_count: gpCount,
  gp_per_10k: gpPer10k,
  outage_hours: outageHours,
  water_failed: (at, settlement) => logs(at, settlement, '6')?.some(isStillOpen) ?? null,
  has_lift: hasLift,
  lift_down_hours: (at, settlement) => downHours(at, logs(at, settlement, '7')),
  inspection_overdue_days: inspectionOverdueDays,
  fire_down_hours: (at, settlement) => downHours(at, logs(at, settlement, '8')),
  equipment_accident: equipmentAccident,
};
