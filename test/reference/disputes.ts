/** Facts of disputes and appeals: facts.md sections 9 and 10. */
import type { AsOf } from './asOf.ts';
import { dateOf, daysBetween, workingDays } from './calendar.ts';
import type { Definitions, Fact } from './facts.ts';
import { allOf } from './threeValued.ts';
import { isOneOf, list, number, type Row, text } from './world.ts';

const DAY = 86_400_000;

/** A fact that is unknown when the register of disputes is silent for the case's settlement. */
const ofFresh =
  (fact: (at: AsOf, dispute: Row) => Fact) =>
  (at: AsOf, dispute: Row): Fact =>
    at.fresh('dispute', text(dispute, 'settlement_code') ?? '') ? fact(at, dispute) : null;

/** `closed_on` empty (or after T, which reads as empty). */
const isUnsettled = (dispute: Row): boolean => text(dispute, 'closed_on') === null;

export const disputeFacts: Definitions<Row> = {
  dispute_open: ofFresh((_at, dispute) => isUnsettled(dispute)),
  open_days: ofFresh((at, dispute) => (isUnsettled(dispute) ? daysBetween(at.date, text(dispute, 'accepted_on') ?? '') : 0)),
  dispute_people: ofFresh((_at, dispute) => number(dispute, 'people')),
  violent: ofFresh((_at, dispute) => list(dispute, 'escalation').some((sign) => sign === '2' || sign === '4')),
};

/** `closed_at` empty (or after M, which reads as empty). */
const isOpen = (appeal: Row): boolean => text(appeal, 'closed_at') === null;

/** The share of the time limit that has passed, while open. */
function limitUsed(at: AsOf, appeal: Row): Fact {
  if (!isOpen(appeal)) return 0;
  const accepted = Date.parse(text(appeal, 'accepted_at') ?? '');
  const due = text(appeal, 'due_at');
  if (due === null || Date.parse(due) <= accepted) return null;
  return (at.moment - accepted) / (Date.parse(due) - accepted);
}

function overdueDays(at: AsOf, appeal: Row): Fact {
  if (!isOpen(appeal)) return 0;
  const due = text(appeal, 'due_at');
  return due === null ? null : workingDays(dateOf(due), at.date, at.world.calendar);
}

/** Not satisfied when called back within 90 days before M; unknown when the call has no time. */
function unsatisfied(at: AsOf, appeal: Row): Fact {
  const called = text(appeal, 'visited_at');
  const isRecent = called === null ? null : Date.parse(called) > at.moment - 90 * DAY;
  return allOf(isOneOf(appeal, 'satisfaction', '4'), isRecent);
}

/** Appeals that repeat this one. */
function repeatCount(at: AsOf, appeal: Row): Fact {
  return at.rows('appeal').filter((row) => text(row, 'repeat_of') === text(appeal, 'appeal_no')).length;
}

export const appealFacts: Definitions<Row> = {
  appeal_open: (_at, appeal) => isOpen(appeal),
  limit_used: limitUsed,
  overdue_wd: overdueDays,
  unsatisfied,
  repeat_count: repeatCount,
  appeal_people: (_at, appeal) => number(appeal, 'people') ?? 1,
  life_safety: (_at, appeal) => isOneOf(appeal, 'urgency', '1'),
};
