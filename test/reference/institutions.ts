/** Facts of schools, clinics and facilities: facts.md sections 6 to 8. The settlement is the home one. */
import type { AsOf } from './asOf.ts';
import { dateOf, daysBetween } from './calendar.ts';
import { type Definitions, type Fact, greatest, percent } from './facts.ts';
import { isOneOf, number, type Row, says, text } from './world.ts';

const DAY = 86_400_000;

/** Pupils for each teacher that the standard allows, by STAGE. */
const pupilsPerTeacher: Readonly<Record<string, number>> = { '1': 15, '2': 19, '3': 13.5, '4': 16.25, '5': 12.5, '6': 20 };

const home = (row: Row): string => text(row, 'settlement_code') ?? '';

/** A fact that is unknown when the subject's own register is silent for its home settlement. */
const ofFresh =
  (register: string, fact: (at: AsOf, row: Row) => Fact) =>
  (at: AsOf, row: Row): Fact =>
    at.fresh(register, home(row)) ? fact(at, row) : null;

/** `opened_on` (or another date) empty or <= T. */
const isOpen =
  (field: string) =>
  (at: AsOf, row: Row): boolean =>
    (text(row, field) ?? '') <= at.date;

/** `((1.0 * students) / teachers) / N`; 0 without pupils, 99 with pupils and without teachers. */
function teacherLoad(_at: AsOf, school: Row): Fact {
  const students = number(school, 'students');
  const teachers = number(school, 'teachers');
  const standard = pupilsPerTeacher[text(school, 'stage') ?? ''];
  if (students === null || teachers === null) return null;
  if (students === 0) return 0;
  if (teachers === 0) return 99;
  return standard === undefined ? null : students / teachers / standard;
}

function placeGap(_at: AsOf, school: Row): Fact {
  const students = number(school, 'students');
  const capacity = number(school, 'capacity');
  if (students === null || capacity === null) return null;
  return students === 0 ? 0 : percent(Math.max(0, students - capacity), students);
}

function largeClasses(_at: AsOf, school: Row): Fact {
  const classes = number(school, 'classes');
  const large = number(school, 'large_classes');
  return classes === null || large === null || classes === 0 ? null : percent(large, classes);
}

const schoolField = (field: string) => ofFresh('school', (_at, school) => number(school, field));

export const schoolFacts: Definitions<Row> = {
  school_open: ofFresh('school', isOpen('completed_on')),
  compulsory_stage: (_at, school) => isOneOf(school, 'stage', '2', '3', '4'),
  students: schoolField('students'),
  teachers: schoolField('teachers'),
  capacity: schoolField('capacity'),
  teacher_load: ofFresh('school', teacherLoad),
  place_gap_pct: ofFresh('school', placeGap),
  large_class_pct: ofFresh('school', largeClasses),
  max_class_size: schoolField('max_class_size'),
};

/** Log rows of a type that have begun before M and still last; null when the register is silent. */
function openLogs(at: AsOf, settlement: string, type: string): Row[] | null {
  const rows = at.delivered('service_log', settlement);
  if (rows === null) return null;
  return rows.filter((row) => isOneOf(row, 'log_type', type) && Date.parse(text(row, 'from_at') ?? '') < at.moment && text(row, 'to_at') === null);
}

/** The longest open closure, and 1 or 0 by whether a doctor is on duty today. */
function noDoctorDays(at: AsOf, clinic: Row): Fact {
  const closures = openLogs(at, home(clinic), '9')?.filter((row) => text(row, 'clinic_no') === text(clinic, 'org_no'));
  if (closures === undefined) return null;
  const onDuty = number(clinic, 'on_duty');
  const days = closures.map((row) => daysBetween(at.date, dateOf(text(row, 'from_at') ?? '')));
  return greatest([...days, onDuty === null ? null : onDuty === 0 ? 1 : 0]);
}

export const clinicFacts: Definitions<Row> = {
  clinic_open: ofFresh('clinic', isOpen('opened_on')),
  no_doctor_days: ofFresh('clinic', noDoctorDays),
  drug_rate: ofFresh('clinic', (_at, clinic) => number(clinic, 'drug_rate')),
};

const isClosed = (facility: Row): boolean => isOneOf(facility, 'status', '4', '5');

function closedDays(at: AsOf, facility: Row): Fact {
  if (!isClosed(facility)) return 0;
  const since = text(facility, 'status_since');
  return since === null ? null : daysBetween(at.date, since);
}

/** An announced closure that still lasts; announced without a time, or three days ahead. */
function announced(at: AsOf, facility: Row): Fact {
  const closures = openLogs(at, home(facility), '10');
  if (closures === null) return null;
  return closures.some((row) => text(row, 'facility_no') === text(facility, 'facility_no') && says(row, 'announced') && isAnnouncedInTime(row));
}

function isAnnouncedInTime(log: Row): boolean {
  const at = text(log, 'announced_at');
  return at === null || Date.parse(at) <= Date.parse(text(log, 'from_at') ?? '') - 3 * DAY;
}

export const facilityFacts: Definitions<Row> = {
  operating: ofFresh('facility', (at, row) => isOpen('opened_on')(at, row) && isOneOf(row, 'status', '3', '4', '5')),
  closed_days: ofFresh('facility', closedDays),
  announced,
};
