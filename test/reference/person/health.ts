/** Facts of a person about medical insurance and the family doctor: facts.md section 3. */
import type { AsOf } from '../asOf.ts';
import { daysBetween, plusDays } from '../calendar.ts';
import { type Definitions, type Fact, greatest, isBy } from '../facts.ts';
import type { Person } from '../subjects.ts';
import { isOneOf, list, number, type Row, text } from '../world.ts';
import { age, ageInDays, hasTag, yearOf } from './work.ts';

/** `hs`: the fresh health_service row; null without one. */
function healthOf(at: AsOf, person: Person): Row | null {
  const rows = at.delivered('health_service', person.settlement) ?? [];
  return rows.find((row) => text(row, 'person_no') === person.no) ?? null;
}

/** `insurance_type <> '4'`; an empty one is not covered. */
function isCovered(health: Row): boolean {
  return text(health, 'insurance_type') !== null && !isOneOf(health, 'insurance_type', '4');
}

const paidUpTo = (health: Row): number => number(health, 'ins_year') ?? -1;

/** 0 when covered this year; else days since New Year, or since 90 days of age. */
function gapDays(at: AsOf, person: Person): Fact {
  const health = healthOf(at, person);
  if (health === null) return null;
  if (isCovered(health) && paidUpTo(health) >= yearOf(at)) return 0;
  return daysBetween(at.date, greatest([`${yearOf(at) - 1}-12-31`, plusDays(person.birth, 90)]) ?? '');
}

function nextYearPaid(at: AsOf, person: Person): Fact {
  const health = healthOf(at, person);
  if (health === null) return null;
  const isEmployee = isOneOf(health, 'insurance_type', '2') && paidUpTo(health) >= yearOf(at);
  return isEmployee || (isCovered(health) && paidUpTo(health) > yearOf(at));
}

const isChronic = (health: Row): boolean => list(health, 'chronic').length > 0;

/** 3 when a tag of hardship or severe illness, 2 when poor or chronically ill, else 1. */
function group(at: AsOf, person: Person): Fact {
  const health = healthOf(at, person);
  if (hasTag(person, '1', '2', '3', '4', '10')) return 3;
  if (isOneOf(person.household.row, 'household_type', '1', '2') || hasTag(person, '11')) return 2;
  if (health === null) return null;
  return isChronic(health) ? 2 : 1;
}

function keyHealthGroup(at: AsOf, person: Person): Fact {
  const health = healthOf(at, person);
  if (age(at, person) >= 65 || age(at, person) <= 6 || hasTag(person, '9', '11', '12', '14')) return true;
  return health === null ? null : isChronic(health);
}

function doctorSigned(at: AsOf, person: Person): Fact {
  const health = healthOf(at, person);
  return health === null ? null : text(health, 'doctor') !== null && isBy(health, 'signed_on', at.date);
}

/** `greatest(0, T - followup_due)`; without a due date 0 for those without a chronic illness. */
function followupOverdueDays(at: AsOf, person: Person): Fact {
  const health = healthOf(at, person);
  if (health === null) return null;
  const due = text(health, 'followup_due');
  if (due !== null) return Math.max(0, daysBetween(at.date, due));
  return isChronic(health) ? null : 0;
}

export const healthFacts: Definitions<Person> = {
  medins_required: (at, person) => ageInDays(at, person) > 90 && !hasTag(person, '16', '17', '18'),
  medins_gap_days: gapDays,
  medins_next_paid: nextYearPaid,
  medins_days_left: (at) => daysBetween(`${yearOf(at)}-12-31`, at.date),
  medins_group: group,
  key_health_group: keyHealthGroup,
  doctor_signed: doctorSigned,
  followup_overdue_days: followupOverdueDays,
};
