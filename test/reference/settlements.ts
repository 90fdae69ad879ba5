/** The settlement of a row, found through the fields that `settlement_via` names. */
import type { AsOf } from './asOf.ts';
import { endOfDay } from './calendar.ts';
import { register as registerOf } from './registers.ts';
import { versionsAt } from './versions.ts';
import { type Row, text } from './world.ts';

/** The register and key field to which a `settlement_via` field points. */
const pointsTo: Readonly<Record<string, readonly [register: string, key: string]>> = {
  household_no: ['household', 'household_no'],
  person_no: ['person', 'person_no'],
  school_no: ['school', 'school_no'],
  clinic_no: ['clinic', 'org_no'],
  community_code: ['street_community', 'area_code'],
  building_code: ['building', 'building_code'],
};

/** The settlement of a row: its own `settlement_code`, else that of what it points to; null when nothing is known. */
export function settlementOf(at: AsOf, register: string, row: Row): string | null {
  const own = text(row, 'settlement_code');
  if (own !== null) return own;
  const via = registerOf(register).via.find((field) => text(row, field) !== null);
  const target = via === undefined ? undefined : pointsTo[via];
  if (via === undefined || target === undefined) return null;
  const [there, key] = target;
  const found = rowOf(at, there, key, text(row, via) ?? '');
  return found === undefined ? null : settlementOf(at, there, found);
}

/** The row at T, else (a row may point to one that a full list has since missed) the latest ever stored. */
function rowOf(at: AsOf, register: string, key: string, value: string): Row | undefined {
  const isIt = (row: Row): boolean => text(row, key) === value;
  return at.rows(register).find(isIt) ?? lastKnown(at, register).find(isIt);
}

function lastKnown(at: AsOf, register: string): Row[] {
  const statements = at.world.statements.filter((statement) => statement.missing !== true);
  return versionsAt({ ...at.world, statements }, register, '9999-12-30', endOfDay('9999-12-30'));
}

/** The rows of a register whose own settlement is S. */
export function ownRows(at: AsOf, register: string, rows: readonly Row[], settlement: string): Row[] {
  return rows.filter((row) => settlementOf(at, register, row) === settlement);
}
